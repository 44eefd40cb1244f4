"""``∇_W L``, ``∇²f``: a gradient or a Hessian."""

from __future__ import annotations

from mlp_theory.texts.reading.derive import derive
from mlp_theory.texts.reading.own_arguments import own_arguments
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import transposed
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.variables import only_variable
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.bodies import end_of_body, nothing_follows
from mlp_theory.texts.syntax.making import as_letter
from mlp_theory.texts.syntax.nabla import is_nabla, nabla_at
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_derivatives import UnreadDerivative
from mlp_theory.texts.verdicts.reasons.unread_operations import MissingOperand


def gradient(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """``∇_W L``, and the place after it."""
    if not is_nabla(items[k]):
        return None
    nabla = nabla_at(items, k, reader.page.habits.transposes)
    at = items[k].start
    if nothing_follows(items, nabla.end):
        raise UnreadError(MissingOperand("∇ of nothing"), items[nabla.end - 1].end)
    end = end_of_body(items, nabla.end, reader.page.habits.transposes)
    body = items[nabla.end : end]
    only = None if nabla.variables else _only_variable(reader, body, scope)
    variables = nabla.variables if only is None else (only,)
    if not variables:
        raise UnreadError(UnreadDerivative("∇ does not say by what"), at)
    variables = tuple(_of_the_last_layer(reader.page, variable) for variable in variables)
    times = nabla.order // len(variables)
    term = derive(reader, body, [(variable, times) for variable in variables], nabla.order, scope, at)
    return (transposed(term) if nabla.transposed else term), end


def _only_variable(reader: Reader, body: list[Syn], scope: Scope) -> Syn | None:
    """The variable of ``∇f``: of an f that stands alone, the one letter that it is defined with."""
    arguments = own_arguments(reader.page, body[0]) if len(body) == 1 else []
    return arguments[0] if len(arguments) == 1 else only_variable(reader.page, body, scope)


def _of_the_last_layer(page: Page, variable: Syn) -> Syn:
    """``a^L`` for the a of ``∇_a C``, where every a of the page has a layer: the cost is seen from there."""
    base, layering = base_of(atoms(variable)[0]), page.layering
    if base is None or base.key in page.infos or len(layering.tops) != 1 or base.key not in layering.above:
        return variable
    (top,) = layering.tops
    letter = as_letter(top)
    return Syn("scripted", (atoms(variable)[0], Syn("sup", (letter,), 0, 0)), variable.start, variable.end)
