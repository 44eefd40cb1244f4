r"""``\log p(x) = …`` of a p that nothing else defines: the page gives p by its logarithm."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.symbolic.function_record import FUNCTION_OF_LETTER
from mlp_theory.texts.conventions.stated_names import EQUALS, left_name, members
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens, is_function_name, is_relation
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.making import as_product, as_term
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import inside, under_scripts
from mlp_theory.texts.syntax.syn import Syn

LOGARITHMS = (r"\log", r"\ln")


def log_densities(items: list[Item]) -> list[Item]:
    """The items, with p(x) = exp(…) for the first equation that begins with the logarithm of such a p."""
    taken = {name[0].key for name in map(left_name, items) if name is not None}
    taken |= {base.key for item in items for base, _ in members(item)}
    for item in items:
        base = _in_a_logarithm(item)
        if base is None or base.key in taken:
            continue
        taken.add(base.key)
        if all(other != base for side in item.statement.sides[1:] for other, _, _ in names_in(side.syn)):
            _exponentiate(item)
    return items


def _in_a_logarithm(item: Item) -> Base | None:
    """The name that is applied in the logarithm on the left of a display; None for functions that everybody knows."""
    sides, relations = item.statement.sides, item.statement.relations
    if not item.display or not relations or set(relations) - set(EQUALS) or any(side.syn is None for side in sides):
        return None
    found = _factors(sides[0].syn)
    if len(found) != 3 or not is_function_name(found[0]) or str(found[0][0]) not in LOGARITHMS:
        return None
    base = base_of(found[1])
    if base is None or base.word or base.letter in FUNCTION_OF_LETTER or not in_parens(found[2]):
        return None
    names = is_relation(inside(found[2])) or all(map(_is_name, arguments(found[2])))
    return base if names else None


def _factors(syn: Syn | None) -> list[Syn]:
    r"""log, p and (x) of ``\log p(x)`` and of ``\log(p(x))``."""
    found = atoms(syn) if syn is not None else []
    return [found[0], *atoms(inside(found[1]))] if len(found) == 2 and in_parens(found[1]) else found


def _is_name(syn: Syn) -> bool:
    items = atoms(syn)
    return len(items) == 1 and base_of(under_scripts(items[0])) is not None


def _exponentiate(item: Item) -> None:
    """Write p(x) on the left, and the exponential of all that it is equal to."""
    sides = item.statement.sides
    log, *name = _factors(sides[0].syn)
    sides[:] = [
        replace(side, syn=_exponential(side.syn, log) if side.syn is not None and k else as_product(name))
        for k, side in enumerate(sides)
    ]


def _exponential(syn: Syn, log: Syn) -> Syn:
    exp = Syn("function", (r"\exp",), log.start, log.end)
    return as_term(exp, Syn("parens", (syn,), syn.start, syn.end))
