r"""``p_i = p(x_i; \beta) = …``: a name that stands once more with its arguments says what it depends on, no more."""

from __future__ import annotations

from itertools import pairwise

from mlp_theory.texts.items import Item
from mlp_theory.texts.latex.statements import Statement
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn, nodes


def drop_own_names(items: list[Item]) -> None:
    """Take the second side out of such a chain, where the page applies that name nowhere else."""
    for item in items:
        statement = item.statement
        if not item.display or len(statement.sides) < 3 or statement.relations[:2] != ["=", "="]:
            continue
        name, applied = statement.sides[0].syn, statement.sides[1].syn
        base = _name(name) if name is not None else None
        if base is None or applied is None or _applied(applied) != base or _applications(items, base) != 1:
            continue
        del statement.sides[1], statement.relations[0]
        _shorten(statement)


def _shorten(statement: Statement) -> None:
    if len(statement.tags) > 1:
        del statement.tags[0]


def _name(syn: Syn) -> Base | None:
    items = atoms(syn)
    return base_of(unscripted(items[0])[0]) if len(items) == 1 else None


def _applied(syn: Syn) -> Base | None:
    """The name in ``p(x; w)``, which has nothing above or below it."""
    items = atoms(syn)
    return base_of(items[0]) if len(items) == 2 and items[1].kind == "parens" else None


def _applications(items: list[Item], base: Base) -> int:
    """How often the page writes a bracket behind this name, other than for a product: y(1 − y)."""
    count = 0
    for item in items:
        for side in item.statement.sides:
            for node in nodes(side.syn):
                if node.kind == "term":
                    for before, behind in pairwise(node.args):
                        group = unscripted(behind)[0]
                        bracket = group.kind in ("parens", "brackets") and base_of(unscripted(before)[0]) == base
                        count += bracket and all(other != base for other, _, _ in names_in(group))
    return count
