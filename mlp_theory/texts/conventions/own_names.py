r"""``p_i = p(x_i; \beta) = …``: a name that stands once more with its arguments says what it depends on, no more."""

from __future__ import annotations

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens, is_call
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.sums_and_products import neighbours
from mlp_theory.texts.syntax.syn import Syn


def own_names(items: list[Item]) -> list[Item]:
    """The items, without the second side of such a chain where the page applies that name nowhere else."""
    for item in items:
        statement = item.statement
        if not item.display or len(statement.sides) < 3 or statement.relations[:2] != ["=", "="]:
            continue
        name, applied = statement.sides[0].syn, statement.sides[1].syn
        base = _name(name) if name is not None else None
        if base is None or applied is None or _applied(applied) != base or _applications(items, base) != 1:
            continue
        del statement.sides[1], statement.relations[0]
        if len(statement.tags) > 1:
            del statement.tags[0]
    return items


def _name(syn: Syn) -> Base | None:
    items = atoms(syn)
    return base_of(under_scripts(items[0])) if len(items) == 1 else None


def _applied(syn: Syn) -> Base | None:
    """The name in ``p(x; w)``, which has nothing above or below it."""
    items = atoms(syn)
    return base_of(items[0]) if len(items) == 2 and in_parens(items[1]) else None


def _applications(items: list[Item], base: Base) -> int:
    """How often the page writes a bracket behind this name, other than for a product: y(1 − y)."""
    count = 0
    for syn in (syn for item in items for syn in item.syns):
        for before, behind in neighbours(syn):
            group = under_scripts(behind)
            bracket = is_call(group) and base_of(under_scripts(before)) == base
            count += bracket and all(other != base for other, _, _ in names_in(group))
    return count
