"""Powers and inverses: of numbers and columns entry by entry, of square matrices as products."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Node, Number
from mlp_theory.texts.shapes.requirements import require_exponent
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import UnfitOperand

MAX_POWER = 12


def power(solver: Solver, base: Term, exponent: Term, at: int) -> Term:
    """A power; `at` is where it stands, should it be none of a matrix."""
    dims = solver.dims

    def make() -> Node:
        node = exponent.node()
        square = not dims.is_one(base.r) and dims.find(base.r) == dims.find(base.c)
        if square and isinstance(node, Number) and node.value == int(node.value) and 1 <= node.value <= MAX_POWER:
            return Call("matrix power", (base.node(),), (int(node.value),))
        if square:
            raise UnreadError(UnfitOperand("a power of a matrix that is no whole number"), at)
        return Call("power", (base.node(), node), ())

    def square(level: int) -> bool:
        if level < 1 and not solver.settled(base):
            return False
        if not dims.may_be_one(base.r) and not dims.may_be_one(base.c) and dims.is_free(dims.find(base.c)):
            dims.unify(base.r, base.c)  # a matrix of n columns is not made square by tanh′ = 1 − A²
        return True

    solver.add(square)
    require_exponent(solver, exponent)
    return Term(base.r, base.c, make, f"{base.show}^{exponent.show}", (base, exponent))


def inverse(solver: Solver, term: Term) -> Term:
    """A⁻¹, or 1/x of a number."""
    dims = solver.dims

    def misfit() -> MisfitError:
        return MisfitError(f"the inverse of {solver.show(term)}, which is not square", unknown=solver.unknown(term))

    def make() -> Node:
        if solver.scalar(term):
            return Call("divide", (Number(1.0), term.node()), ())
        if dims.find(term.r) != dims.find(term.c):
            raise misfit()
        return Call("inverse", (term.node(),), ())

    def step(level: int) -> bool:
        if not solver.settled(term) and level == 0:
            return False
        if not dims.unify(term.r, term.c):
            raise misfit()
        return True

    solver.add(step)
    return Term(term.r, term.c, make, f"{term.show}⁻¹", (term,))
