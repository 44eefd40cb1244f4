"""Shapes that a place asks for: a number, a column, the shape of another term."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic import Dim
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.shapes.unknown import unknown_size
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousProduct


def require_scalar(solver: Solver, term: Term, what: str) -> None:
    """A number stands here."""

    def misfit() -> MisfitError:
        return MisfitError(f"{what} is {solver.show(term)}, no number", unknown=solver.unknown(term))

    _require_number(solver, term, misfit)


def require_exponent(solver: Solver, term: Term) -> None:
    """An exponent stands here, which is a number: of a letter that was one, rows and columns would be known."""

    def misfit() -> MisfitError:
        letter = unknown_size(solver.dims, (term.r, term.c))
        return MisfitError(f"an exponent is {solver.show(term)}, no number", unknown=letter)

    _require_number(solver, term, misfit)


def require_order(solver: Solver, term: Term, at: int) -> None:
    """A factor of a product over an index stands here: of matrices it would have to say in which order."""

    def misfit() -> UnreadError:
        return UnreadError(AmbiguousProduct("a product of matrices over an index: write out in which order"), at)

    _require_number(solver, term, misfit)


def require_column(solver: Solver, term: Term, dim: Dim) -> None:
    """The argument of a function of a column stands here: a column of this length."""

    def step(level: int) -> bool:
        if level < 2 and not solver.settled(term):
            return False
        if not solver.dims.unify(term.c, 1) or not solver.dims.unify(term.r, dim):
            raise MisfitError(f"a function of a column, of {solver.show(term)}", unknown=solver.unknown(term))
        return True

    solver.add(step)


def require_same_shape(solver: Solver, a: Term, b: Term, what: str) -> None:
    """Two of one shape stand here."""

    def step(level: int) -> bool:
        if level == 0 and not (solver.settled(a) and solver.settled(b)):
            return False
        solver.equate(a, b, what)
        return True

    solver.add(step)


def _require_number(solver: Solver, term: Term, misfit: Callable[[], MisfitError | UnreadError]) -> None:
    """A number stands here; `misfit` says what else it is, once that is settled."""

    def step(level: int) -> bool:
        if not solver.settled(term):
            if level == 0:
                return False
            solver.dims.unify_all((term.r, 1), (term.c, 1))
        if not solver.scalar(term):
            raise misfit()
        return True

    solver.add(step)
