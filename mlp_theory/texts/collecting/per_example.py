"""``z^{(i)} = W x^{(i)} + b`` beside ``Z = W X + b``: the same once more for one example, and no definition."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.conventions.stated_names import EQUALS
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import named
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

_OF_AN_EXAMPLE = re.compile(r"\^\{\(\w\)\}|⁽.⁾|\(\w\)(?=\})")


def repeats_for_one_example(collection: Collection, item: Item) -> bool:
    """Whether a display says of a small letter with the number of an example what another says of the capital.

    Where a page repeats itself so in one of its equations, it means to in all of them: then none of them defines.
    """
    stated = _stated(item)
    if stated is None or not _is_of_an_example(stated) or stated[0].key in collection.page.layering.bracketed:
        return False  # z^{(l)} is of a layer
    capitals = [whole_one for whole_one in map(_stated, collection.items) if whole_one and whole_one[0].upper]
    if not any(other[0] == stated[0].also(upper=True) and _alike(other[1]) == _alike(stated[1]) for other in capitals):
        return False
    said = {(_alike(left), _alike(right)) for _, left, right in capitals}
    ones = [one for one in map(_stated, collection.items) if one is not None and _is_of_an_example(one)]
    return any((_alike(left), _alike(right)) in said for _, left, right in ones)


def _is_of_an_example(stated: tuple[Base, str, str]) -> bool:
    return not stated[0].upper and bool(_OF_AN_EXAMPLE.search(stated[1]))


def _stated(item: Item) -> tuple[Base, str, str] | None:
    """The name on the left of a display, it with its scripts, and what the last side makes of it."""
    if not item.display or not item.statement.relations or len(item.syns) != len(item.statement.sides):
        return None
    if any(relation not in EQUALS for relation in item.statement.relations):
        return None
    *names, body = item.syns
    name = _lone_name(names[-1])
    return (name, whole(names[-1]), whole(body)) if name is not None else None


def _lone_name(syn: Syn) -> Base | None:
    found = atoms(syn)
    name = named(found[0]) if len(found) == 1 else None
    return name[0] if name is not None else None


def _alike(text: str) -> str:
    """A side without the numbers of examples, and small."""
    return _OF_AN_EXAMPLE.sub("", text).replace("^{}", "").lower()
