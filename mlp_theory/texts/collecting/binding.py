"""Binding what has been read of a definition to the shape of its symbol."""

from __future__ import annotations

from mlp_theory.symbolic import Number
from mlp_theory.texts.items import PageDefinition
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page


def bind(page: Page, info: Info, term: Term) -> None:
    """Let a symbol have the shape of its definition, as soon as one of the two is known."""
    solver = page.solver
    target = Term(info.r, info.c, lambda: Number(0), info.show)

    def step(level: int) -> bool:
        if level < 3 and term.free_zero and "[" in info.key and not solver.settled(target):
            return False  # v_0 = 0: what v_1 is made of tells its shape
        if level == 0 and not solver.settled(term):
            if solver.settled(target) and not term.free_zero:
                page.dims.unify_all((term.r, target.r), (term.c, target.c))
            return solver.settled(term) and solver.same(target, term) and _equate(solver, target, term, info)
        if term.free_zero and not solver.scalar(target) and solver.settled(target):
            return True
        return _equate(solver, target, term, info)

    solver.add(step)


def _equate(solver: Solver, target: Term, term: Term, info: Info) -> bool:
    if not solver.same(target, term):
        says = f"{info.show} is {solver.show(target)}, its definition {solver.show(term)}"
        raise solver.misfit(says, target, term)
    solver.dims.unify(target.r, term.r)
    solver.dims.unify(target.c, term.c)
    return True


def refuse(page: Page, definition: PageDefinition, error: Exception) -> None:
    """Say of a definition, and of what it defines, why it could not be used."""
    definition.item.error = definition.item.error or error
    for key, _ in definition.instances:
        page.infos[key].broken = str(error)
