"""Bars and angles: ``|x|``, ``|A|``, ``⟨a, b⟩``."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Node
from mlp_theory.texts.reading.raised import entry_power
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import call_term
from mlp_theory.texts.shapes.requirements import require_same_shape
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.kinds import in_bars
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.making import as_digit
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_functions import WrongArguments
from mlp_theory.texts.verdicts.reasons.unread_operations import UnfitOperand


def barred(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """``|x|`` of a number its size, ``|A|`` of a square matrix its determinant."""
    x = reader.expression(syn[0], scope)
    return _barred(reader, x, syn)


def length_squared(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """``|x|^2`` of a column the square of its length; of a number and of a square matrix as `barred` reads it.

    A bare ``|x|`` of a column may be its length, or what is left of its entries without their signs.
    """
    return entry_power(reader, _length(reader, syn, scope), as_digit(2), scope)


def lengths(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """``|a||b|`` of columns: two numbers side by side, since two columns make no product."""
    beside = [*items[max(k - 1, 0) : k], *items[k + 1 : k + 2]]
    if not in_bars(items[k]) or not any(map(in_bars, beside)):
        return None
    return _length(reader, items[k], scope), k + 1


def _length(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """What bars mean, or the length of a column."""
    x = reader.expression(syn[0], scope)
    alone = _barred(reader, x, syn)

    def make() -> Node:
        is_column = reader.dims.is_one(x.c) and not reader.dims.is_one(x.r)
        return Call("norm", (x.node(),), (2,)) if is_column else alone.node()

    return Term(1, 1, make, f"|{x.show}|", (x,))


def _barred(reader: Reader, x: Term, syn: Syn) -> Term:
    dims = reader.dims

    def make() -> Node:
        if dims.find(x.r) == dims.find(x.c) and not dims.is_one(x.r):
            return Call("determinant", (x.node(),), ())
        if not dims.is_one(x.r) or not dims.is_one(x.c):
            raise UnreadError(UnfitOperand("bars around what is neither a number nor a square matrix"), syn.start)
        return Call("elementwise", (x.node(),), ("abs",))

    return Term(1, 1, make, f"|{x.show}|", (x,))


def inner_product(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """``⟨A, B⟩``: the sum of the products of their entries."""
    parts = arguments(syn)
    if len(parts) != 2:
        raise UnreadError(WrongArguments("⟨ ⟩ needs two arguments"), syn.start)
    a, b = (reader.expression(part, scope) for part in parts)
    require_same_shape(reader.solver, a, b, "the two sides of ⟨ , ⟩")
    both = call_term("times", [a, b], a.r, a.c)
    return call_term("total", [both], 1, 1, (), f"⟨{a.show}, {b.show}⟩")
