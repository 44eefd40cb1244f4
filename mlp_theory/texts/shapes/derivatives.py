"""The shape of a derivative: a gradient lies as its variable, a Jacobian as the layout says."""

from __future__ import annotations

from mlp_theory.symbolic import Derivative, Dim
from mlp_theory.texts.shapes.kronecker import product_dim
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.syntax.syn import UnreadError


def derivative(solver: Solver, body: Term, wrt: Term, at: int, *, transposed: bool, layout: str, tensor: bool) -> Term:
    """The derivative of one term by another.

    Parameters
    ----------
    solver : Solver
    body, wrt : Term
        What is differentiated, and by what.
    at : int
        Where it stands.
    transposed : bool
        Whether it is by the transpose of `wrt`: ∂L/∂xᵀ is a row.
    layout : str
        "numerator", "denominator" or "", what the page says of all derivatives.
    tensor : bool
        Whether all entries of both are vectors, as inside a bare chain rule.
    """
    dims = solver.dims
    r, c = dims.fresh(), dims.fresh()
    chosen = ["gradient"]

    def settle(how: str, rows: Dim, columns: Dim) -> bool:
        chosen[0] = how
        dims.unify_all((r, rows), (c, columns))
        return True

    def step(level: int) -> bool:
        if not (solver.settled(body) and solver.settled(wrt)) and level < 2:
            if solver.scalar(body) and not transposed and layout != "numerator" and not tensor:
                dims.unify_all((r, wrt.r), (c, wrt.c))
            return False
        if tensor:
            return settle("tensor", product_dim(solver, body.r, body.c), product_dim(solver, wrt.r, wrt.c))
        if solver.scalar(body) or (level >= 2 and solver.may_be_scalar(body)):
            if transposed or (layout == "numerator" and not solver.scalar(wrt)):
                return settle("row", wrt.c, wrt.r)
            return settle("gradient", wrt.r, wrt.c)
        if solver.scalar(wrt):
            return settle("by a number", body.r, body.c)
        if not (_is_vector(solver, body) and _is_vector(solver, wrt)):
            raise UnreadError("a derivative with more than two axes: write it by entries or with vec", at)
        rows = body.r if dims.is_one(body.c) else body.c
        columns = wrt.r if dims.is_one(wrt.c) else wrt.c
        of_a_row = dims.is_one(body.r) and not dims.is_one(body.c)
        if not transposed and (layout == "denominator" or of_a_row):
            return settle("transposed", columns, rows)
        return settle("jacobian", rows, columns)

    solver.add(step)
    return Term(
        r,
        c,
        lambda: Derivative(body.node(), wrt.node(), chosen[0]),
        f"(∂{body.show}/∂{wrt.show})",
        (body, wrt),
        mark="derivative",
    )


def _is_vector(solver: Solver, term: Term) -> bool:
    return solver.dims.is_one(term.r) or solver.dims.is_one(term.c)
