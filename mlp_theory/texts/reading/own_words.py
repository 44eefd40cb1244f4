"""Operations that users have registered: read like ours, their shapes as they say them."""

from __future__ import annotations

from mlp_theory.errors import ShapeError
from mlp_theory.symbolic import Call
from mlp_theory.symbolic.words import OwnWord
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unread_functions import WrongArguments


def own_operation(solver: Solver, own: OwnWord, args: list[Term], at: int) -> Term:
    """A user's operation of its arguments; its shape is known as soon as theirs are."""
    if len(args) != own.arguments:
        raise UnreadError(WrongArguments(f"{own.op} of {len(args)} arguments, where {own.arguments} are expected"), at)
    dims = solver.dims
    r, c = dims.fresh(), dims.fresh()

    def step(level: int) -> bool:
        if level < 2 and not all(solver.settled(arg) for arg in args):
            return False
        try:
            rows, columns = own.shape([(dims.find(arg.r), dims.find(arg.c)) for arg in args])
        except ShapeError as error:
            raise MisfitError(
                f"{own.op} of {', '.join(map(solver.show, args))}: {error.expected} expected",
                unknown=solver.unknown(*args),
            ) from None
        if not (dims.unify(r, rows) and dims.unify(c, columns)):
            raise MisfitError(f"{own.op} of {', '.join(map(solver.show, args))}", unknown=solver.unknown(*args))
        return True

    solver.add(step)
    shown = f"{own.op}({', '.join(arg.show for arg in args)})"
    return Term(r, c, lambda: Call(own.op, tuple(arg.node() for arg in args), ()), shown, tuple(args))
