r"""Matrices that are listed by their columns: ``X = (x_1, \dots, x_n)^\top`` of columns ``x_i \in \mathbb{R}^d``.

In round brackets numbers stand below each other; columns side by side, as in square ones.
"""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.lists import arguments, is_tuple, list_parts
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import lone, unscripted
from mlp_theory.texts.syntax.script_parts import above, has_sub
from mlp_theory.texts.syntax.syn import Syn


def listed_columns(items: list[Item]) -> list[Item]:
    """The items, with square brackets around the columns that a capital letter is said to be."""
    columns = families_of_columns(items)
    for item in items:
        sides, relations = item.statement.sides, item.statement.relations
        if relations[:1] not in (["="], [":="]) or len(item.syns) != len(relations) + 1:
            continue
        base = base_of(lone(item.syns[0]))
        if base is not None and base.upper:
            sides[1] = replace(sides[1], syn=_side_by_side(item.syns[1], columns))
    return items


def families_of_columns(items: list[Item]) -> set[str]:
    r"""The letters of which each member is declared as a column: x of ``x_i \in \mathbb{R}^d``."""
    found = set()
    for item in items:
        if item.statement.relations[:1] == [r"\in"] and len(item.syns) > 1:
            _, exponent = unscripted(lone(item.syns[1]))
            names = [unscripted(lone(part)) for part in list_parts(item.syns[0])] if above(exponent) is not None else []
            found |= {base.letter for name, parts in names if has_sub(parts) and (base := base_of(name)) is not None}
    return found


def _side_by_side(side: Syn, columns: set[str]) -> Syn:
    items = atoms(side)
    bracket, parts = unscripted(items[0])
    if len(items) != 1 or not in_parens(bracket) or not is_tuple(bracket):
        return side
    first, below = unscripted(lone(arguments(bracket)[0]))
    base: Base | None = base_of(first)
    if base is None or base.letter not in columns or not has_sub(below):
        return side
    square = Syn("brackets", bracket.args, bracket.start, bracket.end)
    return Syn("scripted", (square, *parts), side.start, side.end) if parts else square
