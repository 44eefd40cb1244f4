"""Who sits on the bench: what every claim of a page is judged with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_theory.texts.items import Item
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.symbols.page import Page


@dataclass(frozen=True)
class Bench:
    """What every claim of a page is judged with.

    Attributes
    ----------
    page : Page
        What the page says of its symbols.
    judge : Judge
        Draws values, and compares.
    layer_range : callable
        The first and the last value of a layer letter in a statement.
    constrains : callable
        Whether a statement in running text asks something of given letters.
    """

    page: Page
    judge: Judge
    layer_range: Callable[[Item, str], tuple[int, int]]
    constrains: Callable[[Item], bool]
