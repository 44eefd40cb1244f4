"""The makers of the reader: a term from terms, its shape a constraint for the solver."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_theory.symbolic import Call, Dim, Number, Size
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.powers import inverse, power
from mlp_theory.texts.shapes.products import product
from mlp_theory.texts.shapes.solver import Solver, Term


class Makers:
    """Makes terms.

    Parameters
    ----------
    solver : Solver
        Where the constraints go.
    """

    def __init__(self, solver: Solver):
        self.solver, self.dims = solver, solver.dims

    def number(self, value: float, show: str = "") -> Term:
        """A number."""
        return Term(1, 1, lambda: Number(float(value)), show or f"{value:g}", weak=True, free_zero=value == 0)

    def size(self, dim: Dim) -> Term:
        """A dimension as a number."""
        return Term(1, 1, lambda: Size(self.dims.find(dim)), self.dims.show(dim), weak=True)

    def call(self, op: str, args: Iterable[Term], r: Dim, c: Dim, data: tuple = (), show: str = "") -> Term:
        """An operation whose shape is known."""
        parts = tuple(args)
        return Term(r, c, lambda: Call(op, tuple(p.node() for p in parts), data), show, parts)

    def elementwise(self, name: str, x: Term) -> Term:
        """A function of one number, entry by entry."""
        return self.call("elementwise", [x], x.r, x.c, (name,), f"{name}({x.show})")

    def transpose(self, x: Term) -> Term:
        """xᵀ."""
        return self.call("transpose", [x], x.c, x.r, (), f"{x.show}ᵀ")

    def times(self, a: Term, b: Term, sign: str = "") -> Term:
        """A product, whatever it turns out to be."""
        term = product(self.solver, a, b, sign)
        term.show = f"({a.show} {sign or '·'} {b.show})"
        return term

    def divide(self, a: Term, b: Term) -> Term:
        """A quotient, entry by entry."""
        term = entrywise(self.solver, "divide", [a, b], (), "the numerator and the denominator")
        term.show = f"({a.show} / {b.show})"
        return term

    def power(self, base: Term, exponent: Term, at: int) -> Term:
        """A power: of numbers and columns entry by entry, of square matrices as a product."""
        return power(self.solver, base, exponent, at)

    def inverse(self, term: Term) -> Term:
        """A⁻¹, or 1/x of a number."""
        return inverse(self.solver, term)
