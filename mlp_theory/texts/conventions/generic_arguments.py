r"""``g(z) = 1/(1 + e^{-z})`` beside ``g(z_i)``: there z is any argument, and neither the samples nor all of them.

That a function is applied to a sample where it is defined for a bare letter says what the letter is. It is so only
where the letter never stands bare for itself: ``a = g(z)`` beside ``z = W x`` is an array.
"""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import renamed, respell
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import lone_index, lone_letter
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.names import ANEW, Base
from mlp_theory.texts.syntax.peeling import lone
from mlp_theory.texts.syntax.script_parts import Parts, has_sub
from mlp_theory.texts.syntax.sums_and_products import neighbours
from mlp_theory.texts.syntax.syn import Syn

Slot = tuple[str, int, int]
"""The key of a function, the place of an argument, and how many it has."""


def generic_arguments(items: list[Item]) -> list[Item]:
    """The items, with such letters as names of their own wherever they are arguments."""
    bare: dict[str, set[Slot]] = {}
    sampled: dict[str, set[Slot]] = {}
    for syn in (syn for item in items for syn in item.syns):
        for slot, base, parts in _applied(syn):
            if not parts:
                bare.setdefault(base.key, set()).add(slot)
            elif (index := lone_index(parts)) is not None and lone_letter(index) is not None:
                sampled.setdefault(base.key, set()).add(slot)
    defined = _defined(items)
    found = {key for key, slots in bare.items() if slots & sampled.get(key, set()) & defined.get(key, set())}
    found = {key for key in found if all(_is_generic(item, key) for item in items)}
    for item in items if found else ():
        here = {key for key in found if key in _standing_bare(item)}
        if here:

            def change(base: Base, parts: Parts, here: set[str] = here) -> tuple[str, Parts] | None:
                return (f"{ANEW}0", parts) if base.key in here else None

            respell([item], renamed(change))
    return items


def _defined(items: list[Item]) -> dict[str, set[Slot]]:
    """The places of bare arguments in ``f(x) = …``, by the key of the argument."""
    out: dict[str, set[Slot]] = {}
    for item in items:
        if not item.display or item.statement.relations[:1] not in (["="], [":="]) or not item.syns:
            continue
        applied = atoms(item.syns[0])
        if len(applied) == 2:
            for slot, base, parts in _arguments(*applied):
                if not parts:
                    out.setdefault(base.key, set()).add(slot)
    return out


def _applied(syn: Syn) -> list[tuple[Slot, Base, Parts]]:
    """The names that are arguments of a function, each with its place."""
    return [one for before, behind in neighbours(syn) for one in _arguments(before, behind)]


def _arguments(before: Syn, behind: Syn) -> list[tuple[Slot, Base, Parts]]:
    """The names in a bracket behind the name of a function."""
    function = named(before)
    if function is None or not in_parens(behind):
        return []
    inside = arguments(behind)
    names = [(place, named(lone(argument))) for place, argument in enumerate(inside)]
    key, count = function[0].key, len(inside)
    return [((key, place, count), name[0], name[2]) for place, name in names if name is not None]


def _standing_bare(item: Item) -> set[str]:
    """The keys of the names without an index in a statement."""
    return {base.key for syn in item.syns for base, parts, _ in names_in(syn) if _is_bare(parts)}


def _is_bare(parts: Parts) -> bool:
    return not has_sub(parts) and lone_index(parts) is None


def _is_generic(item: Item, key: str) -> bool:
    """Whether a letter, where it stands bare, is an argument of the function that the statement is about."""
    if not item.statement.relations or key not in _standing_bare(item):
        return True
    if any(base.key == key and not _is_bare(parts) for syn in item.syns for base, parts, _ in names_in(syn)):
        return False
    slots = {
        slot for slot, base, parts in (_applied(item.syns[0]) if item.syns else ()) if base.key == key and not parts
    }
    if slots:
        return not item.statement.relations[0].startswith(r"\in")
    called = {function for syn in item.syns for (function, _, _), base, _ in _applied(syn) if base.key == key}
    others = {base.key for syn in item.syns for base, _, _ in names_in(syn)} - called - {key, "e"}
    return bool(called) and not others
