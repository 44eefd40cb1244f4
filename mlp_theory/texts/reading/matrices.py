"""Matrices that are written out: blocks side by side and one below the other."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Dim, plus
from mlp_theory.texts.reading.cases import cases
from mlp_theory.texts.reading.dotted_matrices import dotted_matrix
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import call_term
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.grids import CASES, environment_of, grid_of
from mlp_theory.texts.syntax.lists import is_dots
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.misfits import UnknownShape
from mlp_theory.texts.verdicts.reasons.unread_operations import UnknownOperation
from mlp_theory.texts.verdicts.reasons.unread_patterns import BrokenMatrix


def matrix(reader: Reader, syn: Syn, scope: Scope) -> Term:
    r"""A matrix, a column of cases or a determinant between \begin and \end."""
    name, grid = environment_of(syn), grid_of(syn)
    if name == CASES:
        return cases(reader, grid, scope, syn)
    if name in ("aligned", "split", "gathered", "alignedat"):
        if len(grid) == 1 and len(grid[0]) == 1 and grid[0][0] is not None:
            return reader.expression(grid[0][0], scope)
        raise UnreadError(UnknownOperation(f"{name} inside an expression"), syn.start)
    if name == "vmatrix":
        return call_term("determinant", [_literal(reader, grid, scope, syn)], 1, 1)
    return _literal(reader, grid, scope, syn)


def listed(reader: Reader, parts: list[Syn], syn: Syn, scope: Scope, direction: str) -> Term:
    """A "row" or a "column" from a list."""
    cells: list[Syn | None] = list(parts)
    grid = [[cell] for cell in cells] if direction == "column" else [cells]
    return _literal(reader, grid, scope, syn)


def _literal(reader: Reader, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
    """A matrix from its blocks; dots are filled in from the corners."""
    if any(is_dots(cell) for row in grid for cell in row):
        return dotted_matrix(reader, grid, scope, syn)
    if len({len(row) for row in grid}) != 1:
        raise UnreadError(BrokenMatrix("rows of different lengths"), syn.start)
    cells: list[Syn] = []
    for cell in (cell for row in grid for cell in row):
        if cell is None:
            raise UnreadError(BrokenMatrix("an empty entry"), syn.start)
        cells.append(cell)
    numbers = all(number_of(cell) is not None for cell in cells)
    zeros = [not numbers and number_of(cell) == 0 for cell in cells]
    terms = [
        _zero_block(reader.solver) if zero else reader.expression(cell, scope)
        for cell, zero in zip(cells, zeros, strict=True)
    ]
    solver, dims = reader.solver, reader.dims
    counts = tuple(len(row) for row in grid)
    # Of two blocks there are two rows or more.
    r, c = dims.fresh("", large=len(grid) > 1), dims.fresh("", large=counts[0] > 1)
    open_zeros = [t for t, zero in zip(terms, zeros, strict=True) if zero]

    def step(level: int) -> bool:
        rows = [terms[k : k + counts[0]] for k in range(0, len(terms), counts[0])]
        if level < 2 and not all(zero or solver.settled(t) for t, zero in zip(terms, zeros, strict=True)):
            return False
        for row in rows:
            for t in row[1:]:
                solver.need(row[0].r, t.r, "the blocks of a row")
            for first, t in zip(rows[0], row, strict=True):
                solver.need(first.c, t.c, "the blocks of a column")
        done = _adds_up(solver, r, [row[0].r for row in rows], [t.r for t in open_zeros], "rows", level, syn)
        return _adds_up(solver, c, [t.c for t in rows[0]], [t.c for t in open_zeros], "columns", level, syn) and done

    solver.add(step)
    return Term(r, c, lambda: Call("blocks", tuple(t.node() for t in terms), counts), "[…]", tuple(terms))


def _adds_up(solver: Solver, whole: Dim, sizes: list[Dim], zeros: list[Dim], what: str, level: int, syn: Syn) -> bool:
    """The sizes of the blocks are that of the matrix; one 0 may be as large as what is left."""
    dims = solver.dims
    found = [dims.find(size) for size in sizes]
    unknown = {size for size in found if dims.is_free(size)}
    known = not dims.is_free(dims.find(whole))
    if (known and len(unknown) > 1) or (not known and unknown & {dims.find(size) for size in zeros}):
        if len(unknown) > 1 and level >= (1 if known else 2):
            raise UnreadError(
                UnknownShape(f"how many {what} each block has cannot be told: write 0_{{h \\times n}}"), syn.start
            )
        return False
    total: Dim = 0
    for size in found:
        total = plus(total, size)
    solver.need(whole, total, f"the {what} of a matrix")
    return True


def _zero_block(solver: Solver) -> Term:
    """A 0 among blocks: as many rows as those beside it, as many columns as those below it."""
    dims = solver.dims
    r, c = dims.fresh(), dims.fresh()
    term = Term(r, c, lambda: Call("zeros", (), (dims.find(r), dims.find(c))), "0")
    solver.loose.append(term)
    return term
