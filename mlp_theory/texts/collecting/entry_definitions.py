"""Definitions by entries and of families: ``P_{ik} = …``, ``h_i = …``."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Dim, Number
from mlp_theory.texts.collecting.binding import bind
from mlp_theory.texts.collecting.collection import Formula, page_reader
from mlp_theory.texts.items import PageDefinition
from mlp_theory.texts.shapes.requirements import require_scalar
from mlp_theory.texts.shapes.solver import MisfitError, Term
from mlp_theory.texts.shapes.unknown import unknown_shape
from mlp_theory.texts.symbols.entering import new_axis
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page

Axis = tuple[str, Dim]
"""The name of an axis, and how long it is."""


def entries_of(page: Page, definition: PageDefinition, info: Info, scope: Scope) -> Formula:
    """What such a definition says of a symbol: of each member of a family, or of the whole by its entries."""
    axes = {letter: (new_axis(page, letter), page.dims.fresh(letter)) for letter in definition.indices}
    term = page_reader(page).expression(definition.body, scope.but(axes=axes))
    page.solver.propagate()
    if info.count is not None or _is_family(page, definition, info, term):
        return _member(page, definition, info, term, list(axes.values()))
    require_scalar(page.solver, term, f"the entries of {info.show}")
    return _whole(page, definition, info, term, list(axes.values()))


def _is_family(page: Page, definition: PageDefinition, info: Info, term: Term) -> bool:
    """Whether one letter below a name counts columns, and no entries: a bold name, or a right side that is one."""
    if len(definition.indices) != 1 or info.declared:
        return False
    written = definition.base.bold or "vec" in definition.base.accents
    return written or (page.solver.settled(term) and not page.solver.scalar(term))


def _member(page: Page, definition: PageDefinition, info: Info, term: Term, axes: list[Axis]) -> Formula:
    """A member of a family, or one entry of it by a second index."""
    if info.count is None:
        info.count = info.r
        info.r, info.c = page.dims.fresh(), page.dims.fresh()
        page.solver.loose.append(Term(info.r, info.c, lambda: Number(0)))
    (axis, count), *more = axes
    page.dims.unify(count, info.count)
    if not more:
        bind(page, info, term)
        return Formula(definition, info.key, term, axis, info.count)
    entry, length = more[0]
    page.dims.unify(length, info.r)
    require_scalar(page.solver, term, "an entry")
    column = Term(info.r, 1, lambda: Call("spread", (term.node(),), (entry, None, info.r, None)))
    return Formula(definition, info.key, column, axis, info.count)


def _whole(page: Page, definition: PageDefinition, info: Info, term: Term, axes: list[Axis]) -> Formula:
    """A column, a row or a matrix by its entries."""
    rows, columns = info.r, info.c
    (first, length), *more = axes
    if not more and page.dims.is_one(rows) and not page.dims.is_one(columns):
        if not page.dims.unify(length, columns):
            raise MisfitError(f"the entries of {info.show}")
        data = (None, first, None, columns)
    else:
        _fit(page, info, definition.indices[0], length, rows, "rows")
        if more:
            _fit(page, info, definition.indices[1], more[0][1], columns, "columns")
        data = (first, more[0][0] if more else None, rows, columns if more else None)
    spread = Term(rows, columns, lambda: Call("spread", (term.node(),), data), f"entries {term.show}")
    return Formula(definition, info.key, spread)


def _fit(page: Page, info: Info, letter: str, length: Dim, size: Dim, called: str) -> None:
    if not page.dims.unify(length, size):
        says = f"{letter} runs to {page.dims.show(length)}, but {info.show} has {page.dims.show(size)} {called}"
        raise MisfitError(says, unknown=unknown_shape(page.dims, (length, 1), (size, 1)))
