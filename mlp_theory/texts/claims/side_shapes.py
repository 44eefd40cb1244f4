"""The shapes of both sides of a claim, settled together."""

from __future__ import annotations

from mlp_theory.texts.shapes.solver import Solver, Term


def settle_sides(solver: Solver, left: Term, right: Term) -> None:
    """Settle the shapes of both sides; how long a 𝟏 or how large an 𝐈 is, the other side may say."""
    solver.propagate()
    literal_zero = left.free_zero or right.free_zero
    one_known = solver.settled(left) != solver.settled(right)
    if ((one_known and not literal_zero) or (not one_known and solver.settled(left))) and solver.same(left, right):
        solver.equate(left, right, "the two sides")
    solver.solve()


def equate_sides(solver: Solver, left: Term, right: Term) -> None:
    """Both sides have one shape, unless one of them is the number 0, which stands for a zero of any shape.

    Raises
    ------
    MisfitError
        When they have not.
    """
    if any(zero.free_zero and solver.scalar(zero) for zero in (left, right)):
        return
    if not solver.same(left, right):
        raise solver.misfit(f"{told(solver, left)} on the left, {told(solver, right)} on the right", left, right)
    solver.equate(left, right, "the two sides")


def told(solver: Solver, side: Term) -> str:
    """The shape of a side, in words where it is a number."""
    return "a number" if solver.scalar(side) else solver.show(side)
