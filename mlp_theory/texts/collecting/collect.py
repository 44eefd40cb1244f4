"""Collecting what a page declares and defines, before any claim is judged."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.passes import PASSES
from mlp_theory.texts.conventions.meanings import Meanings
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.state import Page


def collect(items: list[Item], layout: str = "", deeper: int = 0, meanings: Meanings = ()) -> Collection:
    """Collect everything that is said of the symbols of a page; what fails is noted in the items.

    Parameters
    ----------
    items : list of Item
        Of the shared notation first, then of the page.
    layout : str, optional
        Of derivatives, as the front matter of the page says.
    deeper : int, optional
        How many layers more than needed its networks are to have.
    meanings : Meanings, optional
        Which of its letters have several.

    Returns
    -------
    Collection
    """
    collection = Collection(items, Page(layout), meanings)
    collection.page.solver.lenient = True
    collection.page.layering.deeper = deeper
    for one in PASSES:
        one.run(collection)
    return collection
