"""``dW``: the gradient of the loss of the page."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Column, Entry, Member, Node, Row, Size, Symbol
from mlp_theory.texts.reading.derivative_variables import variable_with_transpose
from mlp_theory.texts.reading.derive import derive, derive_term
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import transposed
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.loss_names import loss_of
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.variables import is_variable
from mlp_theory.texts.syntax.derivative_parts import differential
from mlp_theory.texts.syntax.factor_kinds import is_slash
from mlp_theory.texts.syntax.kinds import in_braces, is_scripted
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_derivatives import UnreadDerivative


def loss_gradient(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """``dW``: the gradient of the loss of the page, where d is no name of its own."""
    item = items[k]
    if differential(item) != "d" or is_scripted(item) or in_braces(item) or k + 1 >= len(items):
        return None
    if "d" in scope.params or "d" in reader.page.infos:
        return None
    following = items[k + 1]
    if following.start != item.end and is_size(reader.page, "d"):
        return None
    if not is_variable(reader.page, following, scope, reader):
        return None
    loss = loss_of(reader.page, reader)
    if loss is None:
        if following.start == item.end and reader.claim:
            raise UnreadError(
                UnreadDerivative("the gradient of no loss: the page defines none that is a number"), item.start
            )
        return None
    if k + 4 < len(items) and is_slash(items[k + 2]):
        after = base_of(items[k + 3])
        if after is not None and after.letter == "d":
            return derive(reader, [following], [(items[k + 4], 1)], 1, scope, item.start), k + 5
    variable, turned = variable_with_transpose(reader.page, following)
    term = _per_sample(reader, derive_term(reader, loss, [variable], scope, item.start))
    return (transposed(term) if turned else term), k + 2


def _per_sample(reader: Reader, term: Term) -> Term:
    """``dZ`` as it is meant on this page: ∂L/∂Z, or n ∂L/∂Z beside a mean loss, one sample's own.

    What is given (weights, data) keeps its gradient in either reading.
    """
    if term.mark != "derivative":
        return term
    page, wrt = reader.page, term.parts[1]

    def make() -> Node:
        node, variable = term.node(), wrt.node()
        while isinstance(variable, (Entry, Row, Column)):
            variable = variable.body
        if not isinstance(variable, (Symbol, Member)) or variable.key not in page.book.definitions:
            return node
        info = page.infos[variable.key]
        sizes = {reader.dims.find(size) for size in (info.r, info.c, info.count) if size is not None} - {1}
        page.sampled |= sizes
        return Call("times", (Size(page.per_sample), node), ()) if page.per_sample in sizes else node

    return Term(term.r, term.c, make, term.show, term.parts)
