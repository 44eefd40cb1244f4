"""A pass over a page: it rewrites the statements, spells names in another way, or fills the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.conventions.spelling import Spelling, respell
from mlp_theory.texts.items import Item


@dataclass(frozen=True)
class Pass:
    """One thing that is done to a page before it is judged.

    Attributes
    ----------
    name : str
        What is done.
    run : callable
        Does it to a collection, in place.
    why : str
        Why it stands where it stands: what it needs to be done before, and who needs it.
    """

    name: str
    run: Callable[[Collection], None]
    why: str


def rewrites(convention: Callable[[list[Item]], list[Item]], why: str) -> Pass:
    """A convention that says in signs what the page says otherwise: statements come in, statements go out."""

    def run(collection: Collection) -> None:
        collection.items = convention(collection.items)

    return Pass(convention.__name__, run, why)


def respells(convention: Callable[[list[Item]], Spelling | None], why: str) -> Pass:
    """A convention that writes names in another way, on the whole page."""

    def run(collection: Collection) -> None:
        spelling = convention(collection.items)
        if spelling is not None:
            respell(collection.items, spelling)
            collection.spellings.append(spelling)

    return Pass(convention.__name__, run, why)


def fills(step: Callable[[Collection], None], why: str) -> Pass:
    """A step that enters into the page what the statements say."""
    return Pass(step.__name__, step, why)
