"""What an argument of a function stands for, and how code writes a letter of the page: Z_1 of Z^{[1]}, lambda_ of λ."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_theory.symbolic import Node
from mlp_theory.texts.symbols.records import Info


@dataclass(frozen=True)
class Letter:
    """What an argument of a function stands for.

    Attributes
    ----------
    node : Node
    show : str
        How the page writes it.
    number : bool
        Whether it is a number, and no matrix.
    function : (str, int) or None
        Of an arbitrary function f : ℝ → ℝ its key, and 1 for f'.
    """

    node: Node | None
    show: str
    number: bool
    function: tuple[str, int] | None = None


def code_name(info: Info) -> str:
    """A letter with its labels, as code has it."""
    accents = [accent for accent in info.base.accents if accent != "d"]
    labels = re.findall(r"\w+", info.key[len(info.base.key) :].replace("_", " "))
    name = "_".join([info.base.letter, *accents, *labels]).replace(" ", "_")
    return f"d{name}" if "d" in info.base.accents else name


def without_underscores(name: str) -> str:
    """A name in code without what people leave out: W1 for W_1, y_hat for yhat."""
    return name.replace("_", "")
