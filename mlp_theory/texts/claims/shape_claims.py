"""Statements of which only the shapes are checked: updates, and that something lies in a set."""

from __future__ import annotations

from mlp_theory.symbolic import Node, Number
from mlp_theory.texts.claims.scratch import forgetting
from mlp_theory.texts.claims.verdicts import Outcome, unread
from mlp_theory.texts.collecting.sets import set_of
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.syn import Syn, UnreadError


def update(page: Page, target: Syn, value: Syn, scopes: list[Scope]) -> Outcome:
    """``W ← W − α∇L`` gives a symbol a new value, which must have its shape."""
    renewed: list[tuple[Node, Node]] = []
    try:
        for scope in scopes:
            with forgetting(page):
                solver = Solver(page.dims)
                reader = Reader(page, solver, claim=True)
                left = reader.expression(target, scope)
                right = reader.expression(value, scope)
                if reader.unknown:
                    return Outcome("unread", min(reader.unknown.values()))
                solver.solve()
                if not solver.scalar(right):
                    solver.equate(left, right, "the two sides")
                elif not solver.scalar(left):
                    raise MisfitError("an update by a number", (solver.show(left), solver.show(right)))
                renewed.append((left.node(), right.node()))
    except (UnreadError, MisfitError) as error:
        return unread(error)
    for symbol, new in renewed:
        page.renew(symbol, new)
    return Outcome("defines", "an update: the symbol has a new value from here on")


def membership(page: Page, known: Syn, target: Syn, scopes: list[Scope]) -> Outcome:
    """``… ∈ ℝ^{K×d}`` of something known claims its shape."""
    shapes = ("", "")
    with forgetting(page):
        for scope in scopes:
            solver = Solver(page.dims)
            reader = Reader(page, solver, claim=True)
            term = reader.expression(known, scope)
            if reader.unknown:
                return Outcome("unread", next(iter(reader.unknown.values())))
            solver.solve()
            r, c, more = set_of(page, target, scope, reader)
            if more.get("domain") != "real":
                return Outcome("unread", "only shapes are checked of what lies in a set")
            wanted = Term(r, c, lambda: Number(0))
            shapes = (solver.show(term), solver.show(wanted))
            if not solver.same(term, wanted):
                return Outcome("false", f"shapes: it is {shapes[0]}, not {shapes[1]}", shapes=shapes)
    return Outcome("holds", f"its shape is {shapes[1]}", shapes=shapes)
