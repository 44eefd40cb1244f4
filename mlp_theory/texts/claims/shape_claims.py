"""Statements of which only the shapes are checked: updates, and that something lies in a set."""

from __future__ import annotations

from mlp_theory.symbolic import Node, Number
from mlp_theory.texts.claims.letters_known import lone_name
from mlp_theory.texts.claims.outcome import Outcome, outcome_of_error
from mlp_theory.texts.claims.scratch import forgetting
from mlp_theory.texts.collecting.sets import set_of
from mlp_theory.texts.reading.notations import reader_of
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.updates import renew_symbol
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.kinds.defines import DEFINES
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.decided import ShapeHolds, Update
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.nothing_claimed import OnlyShapes
from mlp_theory.texts.verdicts.reasons.unknown_letters import UndeclaredLetter


def update(page: Page, target: Syn, value: Syn, scopes: list[Scope]) -> Outcome:
    """``W ← W − α∇L`` gives a symbol a new value, which must have its shape."""
    renewed: list[tuple[Node, Node]] = []
    unknown: dict[str, str] = {}
    try:
        for scope in scopes:
            with forgetting(page):
                solver = Solver(page.dims)
                reader = reader_of(page, solver, claim=True)
                left = reader.expression(target, scope)
                right = reader.expression(value, scope)
                unknown |= reader.unknown
                if unknown and lone_name(value) is not None:  # W ← Q gives W the shape of what nobody knows
                    return Outcome(UNREAD, UndeclaredLetter(min(unknown.values())))
                solver.solve()
                if not solver.scalar(right):
                    solver.equate(left, right, "the two sides")
                elif not solver.scalar(left):
                    raise MisfitError("an update by a number", (solver.show(left), solver.show(right)))
                renewed.append((left.node(), right.node()))
    except (UnreadError, MisfitError) as error:
        if unknown:  # what is only guessed of a letter contradicts no update
            return Outcome(UNREAD, UndeclaredLetter(min(unknown.values())))
        return outcome_of_error(error)
    for symbol, new in renewed:
        renew_symbol(page, symbol, new)
    return Outcome(DEFINES, Update("an update: the symbol has a new value from here on"))


def membership(page: Page, known: Syn, target: Syn, scopes: list[Scope]) -> Outcome:
    """``… ∈ ℝ^{K×d}`` of something known claims its shape."""
    shapes = ("", "")
    with forgetting(page):
        for scope in scopes:
            solver = Solver(page.dims)
            reader = reader_of(page, solver, claim=True)
            term = reader.expression(known, scope)
            if reader.unknown:
                return Outcome(UNREAD, UndeclaredLetter(next(iter(reader.unknown.values()))))
            solver.solve()
            r, c, more = set_of(page, target, scope)
            if more.get("domain") != "real":
                return Outcome(UNREAD, OnlyShapes("only shapes are checked of what lies in a set"))
            wanted = Term(r, c, lambda: Number(0))
            shapes = (solver.show(term), solver.show(wanted))
            if not solver.same(term, wanted):
                return Outcome(FALSE, ShapeConflict(f"shapes: it is {shapes[0]}, not {shapes[1]}"), shapes=shapes)
    return Outcome(HOLDS, ShapeHolds(f"its shape is {shapes[1]}"), shapes=shapes)
