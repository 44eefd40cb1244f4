r"""``\frac{\partial L}{\partial W}``, ``\frac{d}{dx} f(x)``: a fraction of differentials is a derivative."""

from __future__ import annotations

from mlp_theory.texts.reading.derive import derive
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.bodies import end_of_bracket, end_of_run, nothing_follows
from mlp_theory.texts.syntax.derivative_parts import derivative_parts
from mlp_theory.texts.syntax.factor_kinds import big_operator, fraction, is_bracket
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import MissingOperand


def fraction_derivative(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A fraction of differentials, and the place after its body: above, or all that follows it."""
    sides = fraction(items[k])
    parts = None if sides is None else derivative_parts(*map(atoms, sides))
    if parts is None:
        return None
    body, variables, order = parts.body, parts.variables, parts.order
    at, end = items[k].start, k + 1
    if not body:
        if nothing_follows(items, k + 1):
            raise UnreadError(MissingOperand("a derivative of nothing"), items[k].end)
        end = _end_of_body(items, k + 1, reader.page.habits.transposes)
        body = items[k + 1 : end]
    return derive(reader, body, variables, order, scope, at), end


def _end_of_body(items: list[Syn], k: int, transposes: frozenset[str]) -> int:
    """A bracket is taken alone where nobody can doubt it, else the run; Σ and Π run on to the end."""
    if is_bracket(items[k]):
        return end_of_bracket(items, k, transposes)
    end = end_of_run(items, k)
    return len(items) if any(big_operator(item) is not None for item in items[k:end]) else end
