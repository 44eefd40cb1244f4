r"""``\mathrm{d}F`` on a page with increments: how F changes, to first order, when its letters change by them."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Derivative, Node, Symbol
from mlp_theory.texts.reading.factors import names_a_function, product
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.variables import increments_of
from mlp_theory.texts.syntax.bodies import nothing_follows
from mlp_theory.texts.syntax.derivative_parts import is_upright_d
from mlp_theory.texts.syntax.factor_kinds import is_bracket, is_function_word
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_derivatives import NoIncrement, UnreadDerivative
from mlp_theory.texts.verdicts.reasons.unread_functions import MissingArgument
from mlp_theory.texts.verdicts.reasons.unread_operations import MissingOperand


def upright_d(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    r"""``\mathrm{d}F``, ``\mathrm{d}(AX)`` or ``\mathrm{d}\,\mathrm{vec}(X)``, and the place after it."""
    item = items[k]
    bare, parts = unscripted(item)
    pairs = increments_of(reader.page) if is_upright_d(bare) else []
    if not pairs:
        return None
    if parts:
        raise UnreadError(UnreadDerivative("a differential of higher order"), item.start)
    end = _end_of_differential(reader, items, k + 1, scope)
    term = product(reader, items[k + 1 : end], scope)
    for letter, increment in pairs:
        shapes = [(reader.dims.find(info.r), reader.dims.find(info.c)) for info in (letter, increment)]
        if shapes[0] != shapes[1]:
            raise UnreadError(NoIncrement(f"{increment.show} has not the shape of {letter.show}"), items[k].start)
        reader.used.add(increment.key)
    at = items[k].start
    return Term(term.r, term.c, lambda: _along(reader, term, pairs, at), f"d({term.show})", (term,)), end


def _end_of_differential(reader: Reader, items: list[Syn], k: int, scope: Scope) -> int:
    """The place after what d is applied to: a name, a bracket, or a function with its brackets."""
    if nothing_follows(items, k):
        raise UnreadError(MissingOperand("d of nothing"), items[k - 1].start)
    if is_function_word(items[k]) or names_a_function(reader.page, items[k], scope):
        if k + 1 >= len(items) or not is_bracket(items[k + 1]):
            raise UnreadError(MissingArgument("d of a function without brackets"), items[k].start)
        return k + 2
    return k + 1


def _along(reader: Reader, term: Term, pairs: list[tuple[Info, Info]], at: int) -> Node:
    """∂vec(F)/∂vec(X)ᵀ vec(dX), summed over all X that F is made of, in the shape of F."""
    node, book = term.node(), reader.page.book
    for letter, _ in pairs:
        others = {other.key for other, _ in pairs} - {letter.key}
        if others & book.keys_of(Symbol(letter.key)):
            raise UnreadError(NoIncrement(f"an increment of {letter.show}, which is made of what has one itself"), at)
    terms = [
        Call("matmul", (Derivative(node, Symbol(of.key), "tensor"), Call("vec", (Symbol(increment.key),))))
        for of, increment in pairs
        if of.key in book.keys_of(node)
    ]
    if not terms:
        raise UnreadError(NoIncrement("nothing in it has an increment"), at)
    whole = terms[0] if len(terms) == 1 else Call("add", tuple(terms), (1,) * len(terms))
    return Call("unvec", (whole,), (reader.dims.find(term.r), reader.dims.find(term.c)))
