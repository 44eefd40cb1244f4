"""What an equation is about, by the name on its left."""

from __future__ import annotations

from collections.abc import Iterator

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.script_parts import Parts

EQUALS = ("=", ":=", r"\triangleq", r"\equiv", r"\coloneqq", r"\coloneq", r"\doteq")


def left_name(item: Item) -> tuple[Base, Parts] | None:
    """The name on the left of a display: what the equation is about, with arguments or without."""
    sides, relations = item.statement.sides, item.statement.relations
    if not item.display or len(sides) < 2 or not relations or relations[0] not in EQUALS:
        return None
    if sides[0].syn is None or sides[1].syn is None:
        return None
    found = atoms(sides[0].syn)
    if not found or len(found) > 2 or (len(found) == 2 and not in_parens(found[1])):
        return None
    name = named(found[0])
    return (name[0], name[2]) if name is not None else None


def members(item: Item) -> list[tuple[Base, Parts]]:
    r"""The names of a declaration, ``a, b \in \mathbb{R}``; none of any other statement."""
    if item.statement.relations[:1] != [r"\in"] or not item.statement.sides:
        return []
    return [(base, parts) for base, parts, _ in names_in(item.statement.sides[0].syn)]


def all_names(items: list[Item]) -> Iterator[tuple[Base, Parts]]:
    """Every name on every side, in reading order."""
    for item in items:
        for syn in item.syns:
            yield from ((base, parts) for base, parts, _ in names_in(syn))
