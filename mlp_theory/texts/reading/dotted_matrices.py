r"""Matrices with dots between the corners: ``\begin{pmatrix} x_1 & \cdots & x_n \end{pmatrix}``."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic import Call, Dim
from mlp_theory.texts.reading.indices import index_term, is_dim
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.entering import new_axis
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.differing import differences, split_all, with_index
from mlp_theory.texts.syntax.lists import is_dots
from mlp_theory.texts.syntax.making import as_digit, as_letter
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unread_patterns import BrokenMatrix, UnclearDots


@dataclass(frozen=True)
class Running:
    """How a matrix with dots runs in one direction, its rows or its columns.

    Attributes
    ----------
    changed : list of (Syn, Syn)
        Where the first corner differs from the last: what stands there in each; [] where all blocks are one.
    letter : str
        The index that stands in the place of what differs.
    axis : str
        Its axis.
    size : Dim
        How many blocks there are.
    """

    changed: list[tuple[Syn, Syn]]
    letter: str
    axis: str
    size: Dim


def dotted_matrix(reader: Reader, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
    """A matrix with dots: its general entry, from the corners."""
    full = [k for k, row in enumerate(grid) if not all(is_dots(cell) or cell is None for cell in row)]
    if not full or any(grid[k][0] is None or is_dots(grid[k][0]) for k in full):
        raise UnreadError(UnclearDots("dots where no pattern can be seen"), syn.start)
    top, bottom = grid[full[0]], grid[full[-1]]
    vertical = 1 < len(full) < len(grid)
    horizontal = len(top) > 1 and any(map(is_dots, top))
    if len(top) > 1 and not horizontal:
        raise UnreadError(UnclearDots("dots where no pattern can be seen"), syn.start)
    first, below, beside = top[0], bottom[0] if vertical else top[0], top[-1] if horizontal else top[0]
    if first is None or below is None or beside is None:
        raise UnreadError(UnclearDots("an empty corner"), syn.start)
    first = split_all(first)
    rows = _running(reader, first, split_all(below), "ι0", scope, syn) if vertical else None
    columns = _running(reader, first, split_all(beside), "ι1", scope, syn) if horizontal else None
    _same_pattern(grid, full, first, (rows.changed if rows else [], columns.changed if columns else []), syn)
    body = first
    for run in (rows, columns):
        if run is not None:
            body = with_index(body, run.changed, as_letter(run.letter))
            scope = scope.but(axes={run.letter: (run.axis, run.size)})
    return _spread(reader, reader.expression(body, scope), rows, columns)


def _running(reader: Reader, first: Syn, last: Syn, letter: str, scope: Scope, syn: Syn) -> Running:
    """How the blocks run from the first corner to the last one."""
    changed = differences(first, last)
    if changed:
        low, high = changed[0]
        if any(whole(a) != whole(low) or whole(b) != whole(high) for a, b in changed):
            raise UnreadError(UnclearDots("the corners do not show one running index"), syn.start)
        if number_of(low) != 1:
            raise UnreadError(UnclearDots("an index in dots that does not start at 1"), syn.start)
        size = index_term(reader, high, scope, top=True).mark
        if not is_dim(size):
            raise UnreadError(UnclearDots("where the dots end is no size"), syn.start)
    else:
        size = reader.dims.fresh("", large=True)
    return Running(changed, letter, new_axis(reader.page, letter), size)


def _spread(reader: Reader, entry: Term, rows: Running | None, columns: Running | None) -> Term:
    """The general entry over the places that it runs over; in the other direction it is as large as it is."""
    dims, solver = reader.dims, reader.solver
    r = dims.fresh() if rows is None else rows.size
    c = dims.fresh() if columns is None else columns.size

    def step(level: int) -> bool:
        if level < 2 and not solver.settled(entry):
            return False
        if rows is None:
            solver.need(r, entry.r, "rows")
        else:
            solver.need(1, entry.r, "a block of a column of blocks is no row")
        if columns is None:
            solver.need(c, entry.c, "columns")
        else:
            solver.need(1, entry.c, "a block of a row of blocks is no column")
        return True

    solver.add(step)
    data = (
        *(None if run is None else run.axis for run in (rows, columns)),
        *(None if run is None else run.size for run in (rows, columns)),
    )
    return Term(r, c, lambda: Call("spread", (entry.node(),), data), f"[{entry.show} …]", (entry,))


def _same_pattern(
    grid: list[list[Syn | None]],
    full: list[int],
    first: Syn,
    patterns: tuple[list[tuple[Syn, Syn]], list[tuple[Syn, Syn]]],
    syn: Syn,
) -> None:
    """Every entry that is written out must be the one that the corners promise."""
    for r in full:
        row = grid[r]
        dots = next((c for c, cell in enumerate(row) if is_dots(cell)), len(row))
        for c, cell in enumerate(row):
            if is_dots(cell):
                continue
            if cell is None:
                raise UnreadError(BrokenMatrix("an empty entry"), syn.start)
            expected = first
            for place, last, changed in ((r, r == full[-1], patterns[0]), (c, c > dots, patterns[1])):
                if changed:
                    expected = with_index(expected, changed, changed[0][1] if last and place else as_digit(place + 1))
            if differences(split_all(cell), expected):
                raise UnreadError(UnclearDots("this entry does not follow the pattern of the corners"), cell.start)
