r"""``\frac{a}{b}`` and ``{a \over b}``, where they are no derivative."""

from __future__ import annotations

from mlp_theory.texts.reading.factors import next_factor
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import divided
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.syn import Syn


def quotient(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    r"""``\frac{a}{b}`` is a over b, entry by entry."""
    sides = fraction(items[k])
    if sides is None:
        return None
    above, below = (reader.expression(side, scope) for side in sides)
    return divided(reader.solver, above, below), k + 1


def fraction_alone(reader: Reader, syn: Syn, scope: Scope) -> Term:
    r"""A fraction with scripts, ``{\frac{a}{b}}^2``: a quotient, or a derivative that holds its body."""
    term, _ = next_factor(reader, [syn], 0, scope)
    return term
