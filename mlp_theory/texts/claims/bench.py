"""Who sits on the bench: what every claim of a page is judged with."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.items import Item
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.symbols.state import Page


@dataclass(frozen=True)
class Bench:
    """What every claim of a page is judged with.

    Attributes
    ----------
    collection : Collection
        What the page says of its symbols, and in which statement.
    judge : Judge
        Draws values, and compares.
    """

    collection: Collection
    judge: Judge

    @property
    def items(self) -> list[Item]:
        """Its statements, of the shared notation first."""
        return self.collection.items

    @property
    def page(self) -> Page:
        """What the page says of its symbols."""
        return self.collection.page
