"""Binding what has been read of a definition to the shape of its symbol."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_theory.symbolic import Number
from mlp_theory.texts.collecting.rooting import root_of_error
from mlp_theory.texts.items import PageDefinition, Role
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.typography import shape_as_written
from mlp_theory.texts.syntax.literals import is_literal
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.script_parts import all_below
from mlp_theory.texts.syntax.syn import Syn


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
    """Say of a definition why it could not be used; the letters that it defines are free from here on.

    Numbers that do not fit a declared letter, x = (1, 0) of an x ∈ ℝⁿ, are its value in an example, and define nothing.
    """
    if isinstance(error, MisfitError) and _is_a_value(page, definition):
        definition.item.role, definition.item.definition = Role.CLAIM, None
        for key, _ in definition.instances:
            page.infos[key].kind = "given"
        return
    definition.item.error = definition.item.error or error
    for key, _ in definition.instances:
        info = page.infos[key]
        info.root = info.root or root_of_error(info.show, definition.item, error)
        info.hidden = _indices_in(definition.body) - set(definition.indices)
        set_free(page, info, definition.indices)


def _is_a_value(page: Page, definition: PageDefinition) -> bool:
    """Whether numbers are written out in a display for a letter that is declared."""
    infos = [page.infos[key] for key, _ in definition.instances]
    return definition.item.display and is_literal(definition.body) and all(info.declared for info in infos)


def set_free(page: Page, info: Info, indices: Sequence[str] = ()) -> None:
    """Let a letter whose definition could not be used be any array of its shape: the declared one, or as written."""
    info.kind, info.lost = "given", True
    if info.declared or indices or info.count is not None or page.solver.settled(shape := Term(info.r, info.c, _none)):
        return
    written = Info(info.key, info.show, shape.r, shape.c, info.base)
    shape_as_written(page, written, info.key[len(info.base.key) :], 0)
    if written.count is None and written.r is not shape.r:
        info.origin, info.weak = written.origin, written.weak
        page.dims.unify_all((info.r, written.r), (info.c, written.c))


def _indices_in(body: Syn) -> frozenset[str]:
    """The letters below names in a formula."""
    below = (letter for _, parts, _ in names_in(body) for sub in all_below(parts) for letter in in_order(sub))
    return frozenset(below)


def _none() -> Number:
    return Number(0)
