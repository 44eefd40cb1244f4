"""Why a statement says nothing of its letter, and where on the page a letter was told."""

from __future__ import annotations

from mlp_theory.texts.items import Item
from mlp_theory.texts.shapes.solver import MisfitError
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.reasons.unknown_letters import DeclaredTwice, NoSuchSet
from mlp_theory.texts.verdicts.reasons.unread_definitions import CircularDefinition
from mlp_theory.texts.verdicts.roots import Root, RootKind

_KINDS = {NoSuchSet: RootKind.UNKNOWN_SET, DeclaredTwice: RootKind.CONTRADICTED, CircularDefinition: RootKind.CIRCULAR}


def root_of_error(letter: str, item: Item, error: Exception) -> Root:
    """The root that a letter has in a statement which could not be used.

    Parameters
    ----------
    letter : str
        As a reader would write it.
    item : Item
        The statement.
    error : Exception
        Why it could not be used.
    """
    kind = RootKind.CONTRADICTED if isinstance(error, MisfitError) else RootKind.UNREAD
    if isinstance(error, UnreadError):
        kind = _KINDS.get(type(error.reason), RootKind.UNREAD)
    part, line = place_of(item)
    return Root(letter, kind, line, part, statement_of(item), str(error))


def place_of(item: Item) -> tuple[str, int]:
    """The part of the page that a statement stands in, and its line there, as verdicts count it."""
    return item.source.place_of(item.place()[0])


def statement_of(item: Item) -> str:
    """A statement as it was read, in one line."""
    sides = [show(side.syn).strip() if side.syn is not None else side.latex.text for side in item.statement.sides]
    signs = [show(relation).strip() for relation in item.statement.relations]
    shown = "".join(f"{side} {sign} " for side, sign in zip(sides, [*signs, ""], strict=False))
    return " ".join(shown.split())


def where_of(item: Item) -> str:
    """Where a statement stands, in words: ``line 3``, ``cell 4, line 3``."""
    part, line = place_of(item)
    return f"{part}, line {line}" if part else f"line {line}"
