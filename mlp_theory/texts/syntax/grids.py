r"""The rows and cells between ``\begin`` and ``\end``."""

from __future__ import annotations

from mlp_theory.texts.syntax.syn import Syn

CASES = "cases"
_BRACE = "\ue010"  # the parser's mark of a brace without a partner before an array


def environment_of(matrix: Syn) -> str:
    r"""The name behind ``\begin``; "cases" where a brace makes it that."""
    signs = [str(arg) for arg in matrix.args if not isinstance(arg, Syn)]
    begin = next(sign for sign in signs if sign.startswith("\\begin"))
    name = begin[begin.index("{") + 1 : begin.index("}")].rstrip("*")
    return CASES if signs[0].startswith(_BRACE) or name in ("dcases", "rcases") else name


def grid_of(matrix: Syn) -> list[list[Syn | None]]:
    """The cells of each row, None where one is empty; without the rows of which all are."""
    rows = next(arg for arg in matrix.args if isinstance(arg, Syn) and arg.kind == "rows")
    grid = [cells_of(row) for row in rows.args if isinstance(row, Syn)]
    return [row for row in grid if any(cell is not None for cell in row)]


def cells_of(row: Syn) -> list[Syn | None]:
    """The cells of a row of a matrix; None where a cell is empty."""
    cells: list[Syn | None] = [None]
    for part in row.args:
        if isinstance(part, Syn):
            cells[-1] = part[0] if part.kind == "cell" else part
        elif str(part) == "&":
            cells.append(None)
    return cells
