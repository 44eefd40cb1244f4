"""A term from terms: what is made of them, its shape known or a constraint for the solver."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_theory.symbolic import Call, Dim, Dimensions, Number, Size
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.products import product
from mlp_theory.texts.shapes.solver import Solver, Term


def number_term(value: float) -> Term:
    """A number."""
    return Term(1, 1, lambda: Number(float(value)), f"{value:g}", weak=True, free_zero=value == 0)


def size_term(dims: Dimensions, dim: Dim) -> Term:
    """A dimension as a number."""
    return Term(1, 1, lambda: Size(dims.find(dim)), dims.show(dim), weak=True)


def call_term(op: str, args: Iterable[Term], r: Dim, c: Dim, data: tuple = (), show: str = "") -> Term:
    """An operation whose shape is known."""
    parts = tuple(args)
    return Term(r, c, lambda: Call(op, tuple(p.node() for p in parts), data), show, parts)


def elementwise_term(name: str, x: Term) -> Term:
    """A function of one number, entry by entry."""
    return call_term("elementwise", [x], x.r, x.c, (name,), f"{name}({x.show})")


def transposed(x: Term) -> Term:
    """xᵀ."""
    return call_term("transpose", [x], x.c, x.r, (), f"{x.show}ᵀ")


def times(solver: Solver, a: Term, b: Term, sign: str = "") -> Term:
    """A product, whatever it turns out to be."""
    term = product(solver, a, b, sign)
    term.show = f"({a.show} {sign or '·'} {b.show})"
    return term


def divided(solver: Solver, a: Term, b: Term) -> Term:
    """A quotient, entry by entry."""
    term = entrywise(solver, "divide", [a, b], (), "the numerator and the denominator")
    term.show = f"({a.show} / {b.show})"
    return term
