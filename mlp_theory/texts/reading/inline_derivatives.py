r"""``\partial L/\partial W`` and ``\partial_W L``: a derivative in a line."""

from __future__ import annotations

from mlp_theory.texts.reading.derive import derive
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.bodies import end_of_run
from mlp_theory.texts.syntax.derivative_parts import differential
from mlp_theory.texts.syntax.factor_kinds import is_slash
from mlp_theory.texts.syntax.kinds import is_partial
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import below
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.without_scripts import without_power
from mlp_theory.texts.verdicts.reasons.unread_derivatives import UnreadDerivative


def inline_derivative(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    r"""``\partial L/\partial W`` and ``\partial_W L``."""
    bare, parts = unscripted(items[k])
    if not is_partial(bare):
        return None
    at, variable = items[k].start, below(parts)
    if variable is not None:
        end = end_of_run(items, k + 1)
        return derive(reader, items[k + 1 : end], [(variable, 1)], 1, scope, at), end
    slash = next((place for place in range(k, len(items)) if is_slash(items[place])), len(items))
    if slash + 2 >= len(items) or differential(items[slash + 1]) != "∂":
        raise UnreadError(UnreadDerivative("∂ without a fraction"), at)
    value = number_of(parts[0][0]) if parts else 1
    order = int(value) if value in (1, 2, 3) else 1
    variables: list[tuple[Syn, int]] = []
    end = slash + 1
    while end + 1 < len(items) and differential(items[end]) == "∂" and len(variables) < order:
        variables.append(without_power(items[end + 1]) if order > 1 else (items[end + 1], 1))
        end += 2
    return derive(reader, items[k + 1 : slash], variables, order, scope, at), end
