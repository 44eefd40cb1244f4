"""``vec(A)`` and ``diag(x)``: a matrix as a column, a column as a diagonal, a diagonal as a column."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Node
from mlp_theory.texts.shapes.kronecker import product_dim
from mlp_theory.texts.shapes.solver import Solver, Term


def vec(solver: Solver, word: str, x: Term) -> Term:
    """The columns of a matrix, one below the other."""
    r = solver.dims.fresh("", large=not solver.scalar(x))

    def step(level: int) -> bool:
        if not solver.settled(x) and level < 2:
            return False
        solver.need(r, product_dim(solver, x.r, x.c), "vec")
        return True

    solver.add(step)
    return Term(r, 1, lambda: Call("vec", (x.node(),), ()), f"vec({x.show})", (x,))


def diagonal(solver: Solver, word: str, x: Term) -> Term:
    """The diagonal matrix of a column, or the diagonal of a matrix."""
    r, c = solver.dims.fresh(), solver.dims.fresh()

    def step(level: int) -> bool:
        if not solver.settled(x) and level < 2:
            return False
        if solver.dims.is_one(x.c) or solver.dims.is_one(x.r):
            length = x.r if solver.dims.is_one(x.c) else x.c
            return solver.dims.unify(r, length) and solver.dims.unify(c, length)
        solver.need(x.r, x.c, "the diagonal of a matrix that is not square")
        return solver.dims.unify(r, x.r) and solver.dims.unify(c, 1)

    def make() -> Node:
        vector = solver.dims.is_one(x.c) or solver.dims.is_one(x.r)
        return Call("diagonal matrix" if vector else "diagonal", (x.node(),), ())

    solver.add(step)
    return Term(r, c, make, f"diag({x.show})", (x,))
