r"""``\mathrm{d}F`` on a page with increments: how F changes, to first order, when its letters change by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlp_theory.symbolic import Call, Derivative, Node, Symbol
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.factors import is_bracket, is_function_word, is_upright_d
from mlp_theory.texts.syntax.syn import Syn, UnreadError

if TYPE_CHECKING:
    from mlp_theory.texts.symbols.records import Info


class Increments(ReaderBase):
    """Reads differentials."""

    def _differential(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        r"""``\mathrm{d}F``, ``\mathrm{d}(AX)`` or ``\mathrm{d}\,\mathrm{vec}(X)``, and the place after it."""
        item = items[k]
        pairs = self.page.increments() if is_upright_d(item[0] if item.kind == "scripted" else item) else []
        if not pairs:
            return None
        if item.kind == "scripted":
            raise UnreadError("a differential of higher order", item.start)
        end = self._end_of_differential(items, k + 1, scope)
        term = self.product(items[k + 1 : end], scope)
        for letter, increment in pairs:
            shapes = [(self.dims.find(info.r), self.dims.find(info.c)) for info in (letter, increment)]
            if shapes[0] != shapes[1]:
                raise UnreadError(f"{increment.show} has not the shape of {letter.show}", items[k].start)
            self.used.add(increment.key)
        at = items[k].start
        return Term(term.r, term.c, lambda: self._along(term, pairs, at), f"d({term.show})", (term,)), end

    def _end_of_differential(self, items: list[Syn], k: int, scope: Scope) -> int:
        """The place after what d is applied to: a name, a bracket, or a function with its brackets."""
        if k >= len(items) or items[k].kind == "infix":
            raise UnreadError("d of nothing", items[k - 1].start)
        if is_function_word(items[k]) or self._is_function(items[k], scope):
            if k + 1 >= len(items) or not is_bracket(items[k + 1]):
                raise UnreadError("d of a function without brackets", items[k].start)
            return k + 2
        return k + 1

    def _along(self, term: Term, pairs: list[tuple[Info, Info]], at: int) -> Node:
        """∂vec(F)/∂vec(X)ᵀ vec(dX), summed over all X that F is made of, in the shape of F."""
        node, book = term.node(), self.page.book
        for letter, _ in pairs:
            others = {other.key for other, _ in pairs} - {letter.key}
            if others & book.keys_of(Symbol(letter.key)):
                raise UnreadError(f"an increment of {letter.show}, which is made of what has one itself", at)
        terms = [
            Call("matmul", (Derivative(node, Symbol(of.key), "tensor"), Call("vec", (Symbol(increment.key),))))
            for of, increment in pairs
            if of.key in book.keys_of(node)
        ]
        if not terms:
            raise UnreadError("nothing in it has an increment", at)
        whole = terms[0] if len(terms) == 1 else Call("add", tuple(terms), (1,) * len(terms))
        return Call("unvec", (whole,), (self.dims.find(term.r), self.dims.find(term.c)))
