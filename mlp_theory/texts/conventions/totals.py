"""A loss ``E_i`` of one example and its sum ``E = Σ_i E_i``, or any loss E that is a sum: no entries of one name."""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import left_name, members
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.loss_names import LOSS_LETTERS
from mlp_theory.texts.syntax.factor_kinds import big_operator
from mlp_theory.texts.syntax.index_letters import lone_index, lone_letter
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import EACH, Base
from mlp_theory.texts.syntax.ranges import is_real_line
from mlp_theory.texts.syntax.script_parts import Parts
from mlp_theory.texts.syntax.syn import nodes


def totals(items: list[Item]) -> Spelling | None:
    """Each such E_i as a name of its own."""
    summed = _summed(items)

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        return (EACH, parts) if base.key in summed and lone_index(parts) is not None else None

    return renamed(change) if summed else None


def _summed(items: list[Item]) -> set[str]:
    """The names E that are defined once as E_i, and once alone, by a sum in which E_i stands, or in which E does not.

    A number that is called as losses are has no entries; where E stands in its own sum, it would have to have some.
    """
    each: set[str] = set()
    total: set[str] = set()
    arrays: set[str] = set()
    for item in items:
        name = left_name(item)
        if name is not None:
            base, parts = name
            index = lone_index(parts)
            if index is not None and lone_letter(index) is not None:
                each.add(base.key)
            elif not parts and _sums_up(item, base):
                total.add(base.key)
        target = item.statement.sides[1].syn if len(item.statement.sides) > 1 else None
        if target is None or not is_real_line(target):
            arrays |= {base.key for base, parts in members(item) if not parts}
    return (each & total) - arrays


def _sums_up(item: Item, base: Base) -> bool:
    """Whether a sum stands on the right, and in it this name with one index wherever it stands."""
    body = item.statement.sides[1].syn
    indices = [lone_index(parts) for other, parts, _ in names_in(body) if other == base]
    if any(index is None for index in indices) or not (indices or base.letter in LOSS_LETTERS):
        return False
    return any(big_operator(node) == r"\sum" for node in nodes(body))
