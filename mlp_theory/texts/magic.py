r"""The cell magic ``%%check`` of Jupyter: Markdown with LaTeX in a cell is read, and every equation judged.

After ``%load_ext mlp_theory`` a cell such as ::

    %%check
    Let $A \in \mathbb{R}^{2 \times 3}$ and $x \in \mathbb{R}^3$.
    $$\nabla_x \lVert A x \rVert^2 = 2 A^\top A x$$

shows its report.
"""

from __future__ import annotations

from typing import Any

from mlp_theory.errors import OptionError
from mlp_theory.texts.check import check_text
from mlp_theory.texts.reports.report import Report


def check(line: str, cell: str) -> Report:
    """Judge the text of a cell; where every line begins with ``#``, as in a notebook kept as a script, without it.

    Raises
    ------
    OptionError
        When something stands beside ``%%check``.
    """
    if line.strip():
        raise OptionError(
            "%%check takes no options", expected="%%check alone in its line, the text below it", got=f"%%check {line}"
        )
    lines = cell.splitlines()
    if lines and all(row.startswith("#") or not row.strip() for row in lines):
        lines = [row.removeprefix("#").removeprefix(" ") for row in lines]
    return check_text("\n".join(lines))


def register(shell: Any) -> None:
    """Make ``%%check`` known to an IPython shell."""
    shell.register_magic_function(check, magic_kind="cell", magic_name="check")
