"""Matrices that are written out: blocks, rows, and dots between the corners."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Dim, plus
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.differences import differences
from mlp_theory.texts.syntax.lists import cells_of, is_dots
from mlp_theory.texts.syntax.making import as_digit
from mlp_theory.texts.syntax.replacing import replace, split_all, with_index
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole


class Matrices(ReaderBase):
    """Reads literals of matrices, rows and columns."""

    def _matrix(self, syn: Syn, scope: Scope) -> Term:
        r"""A matrix, a column of cases or a determinant between \begin and \end."""
        name = next(str(a) for a in syn.args if not isinstance(a, Syn) and str(a).startswith("\\begin"))
        name = name[name.index("{") + 1 : name.index("}")].rstrip("*")
        brace = not isinstance(syn.args[0], Syn) and str(syn.args[0]).startswith("\ue010")
        rows = next(a for a in syn.args if isinstance(a, Syn) and a.kind == "rows")
        grid = [cells_of(row) for row in rows.args if isinstance(row, Syn)]
        grid = [row for row in grid if any(cell is not None for cell in row)]
        if name in ("cases", "dcases", "rcases") or brace:
            return self._cases(grid, scope, syn)
        if name in ("aligned", "split", "gathered", "alignedat"):
            if len(grid) == 1 and len(grid[0]) == 1 and grid[0][0] is not None:
                return self.expression(grid[0][0], scope)
            raise UnreadError(f"{name} inside an expression", syn.start)
        if name in ("vmatrix",):
            inner = self._literal(grid, scope, syn)
            return self.call("determinant", [inner], 1, 1)
        return self._literal(grid, scope, syn)

    def _blocks_inside(self, inner: Syn) -> bool:
        r"""``[x_1 \; x_2 \dots x_n]``: a row of blocks rather than a product in brackets."""
        items = atoms(inner)
        return len(items) >= 3 and any(item.kind == "dots" for item in items)

    def _tuple(self, inner: Syn, scope: Scope, direction: str) -> Term:
        """A row or a column from a list."""
        parts: list[Syn] = [a for a in inner.args if isinstance(a, Syn)]
        if len(parts) == 1:
            parts = atoms(parts[0])
        cells: list[Syn | None] = list(parts)
        grid = [[cell] for cell in cells] if direction == "column" else [cells]
        return self._literal(grid, scope, inner)

    def _literal(self, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
        """A matrix from its blocks; dots are filled in from the corners."""
        dotted = any(is_dots(cell) for row in grid for cell in row)
        if dotted:
            return self._dotted(grid, scope, syn)
        if len({len(row) for row in grid}) != 1:
            raise UnreadError("rows of different lengths", syn.start)
        cells: list[Syn] = []
        for cell in (cell for row in grid for cell in row):
            if cell is None:
                raise UnreadError("an empty entry", syn.start)
            cells.append(cell)
        numbers = all(number_of(cell) is not None for cell in cells)
        zeros = [not numbers and number_of(cell) == 0 for cell in cells]
        terms = [
            self._zero_block() if zero else self.expression(cell, scope)
            for cell, zero in zip(cells, zeros, strict=True)
        ]
        counts = tuple(len(row) for row in grid)
        # Of two blocks there are two rows or more.
        r, c = self.dims.fresh("", large=len(grid) > 1), self.dims.fresh("", large=counts[0] > 1)
        open_zeros = [t for t, zero in zip(terms, zeros, strict=True) if zero]

        def step(level: int) -> bool:
            rows = [terms[k : k + counts[0]] for k in range(0, len(terms), counts[0])]
            if level < 2 and not all(zero or self.solver.settled(t) for t, zero in zip(terms, zeros, strict=True)):
                return False
            for row in rows:
                for t in row[1:]:
                    self.solver.need(row[0].r, t.r, "the blocks of a row")
                for first, t in zip(rows[0], row, strict=True):
                    self.solver.need(first.c, t.c, "the blocks of a column")
            done = self._adds_up(r, [row[0].r for row in rows], [t.r for t in open_zeros], "rows", level, syn)
            return self._adds_up(c, [t.c for t in rows[0]], [t.c for t in open_zeros], "columns", level, syn) and done

        self.solver.add(step)
        return Term(r, c, lambda: Call("blocks", tuple(t.node() for t in terms), counts), "[…]", tuple(terms))

    def _adds_up(self, whole: Dim, sizes: list[Dim], zeros: list[Dim], what: str, level: int, syn: Syn) -> bool:
        """The sizes of the blocks are that of the matrix; one 0 may be as large as what is left."""
        found = [self.dims.find(size) for size in sizes]
        unknown = {size for size in found if self.dims.is_free(size)}
        known = not self.dims.is_free(self.dims.find(whole))
        if (known and len(unknown) > 1) or (not known and unknown & {self.dims.find(size) for size in zeros}):
            if len(unknown) > 1 and level >= (1 if known else 2):
                raise UnreadError(f"how many {what} each block has cannot be told: write 0_{{h \\times n}}", syn.start)
            return False
        total: Dim = 0
        for size in found:
            total = plus(total, size)
        self.solver.need(whole, total, f"the {what} of a matrix")
        return True

    def _zero_block(self) -> Term:
        """A 0 among blocks: as many rows as those beside it, as many columns as those below it."""
        r, c = self.dims.fresh(), self.dims.fresh()
        term = Term(r, c, lambda: Call("zeros", (), (self.dims.find(r), self.dims.find(c))), "0")
        self.solver.loose.append(term)
        return term

    def _same_pattern(
        self, grid: list[list[Syn | None]], full: list[int], first: Syn, patterns: list[list[tuple[Syn, Syn]]], syn: Syn
    ) -> None:
        """Every entry that is written out must be the one that the corners promise."""
        for r in full:
            row = grid[r]
            dots = next((c for c, cell in enumerate(row) if is_dots(cell)), len(row))
            for c, cell in enumerate(row):
                if is_dots(cell):
                    continue
                if cell is None:
                    raise UnreadError("an empty entry", syn.start)
                expected = first
                for place, last, changed in ((r, r == full[-1], patterns[0]), (c, c > dots, patterns[1])):
                    if changed:
                        expected = with_index(
                            expected, changed, changed[0][1] if last and place else as_digit(place + 1)
                        )
                if differences(split_all(cell), expected):
                    raise UnreadError("this entry does not follow the pattern of the corners", cell.start)

    def _dotted(self, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
        """A matrix with dots: its general entry, from the corners."""
        full = [k for k, row in enumerate(grid) if not all(is_dots(cell) or cell is None for cell in row)]
        if not full or any(grid[k][0] is None or is_dots(grid[k][0]) for k in full):
            raise UnreadError("dots where no pattern can be seen", syn.start)
        top, bottom = grid[full[0]], grid[full[-1]]
        first = top[0]
        assert first is not None
        vertical = len(full) < len(grid) and len(full) > 1
        width = len(top)
        horizontal = width > 1 and any(is_dots(cell) for cell in top)
        if width > 1 and not horizontal:
            raise UnreadError("dots where no pattern can be seen", syn.start)
        last_column = top[-1] if horizontal else first
        last_row = bottom[0] if vertical else first
        if last_column is None or last_row is None:
            raise UnreadError("an empty corner", syn.start)
        body = split_all(first)
        first, last_column, last_row = body, split_all(last_column), split_all(last_row)
        patterns: list[list[tuple[Syn, Syn]]] = []
        names: list[str | None] = []
        ranges: list[Dim | None] = []
        inner_scope = scope
        # Where the rows run, and where the columns run: what differs between the corners.
        for other, on in ((last_row, vertical), (last_column, horizontal)):
            if not on:
                patterns.append([])
                names.append(None)
                ranges.append(None)
                continue
            changed = differences(first, other)
            patterns.append(changed)
            letter = f"ι{len(names)}"
            if changed:
                low, high = changed[0]
                if any(whole(a) != whole(low) or whole(b) != whole(high) for a, b in changed):
                    raise UnreadError("the corners do not show one running index", syn.start)
                start = number_of(low)
                if start != 1:
                    raise UnreadError("an index in dots that does not start at 1", syn.start)
                for a, _ in changed:
                    body = replace(body, a, Syn("letter", (letter,), a.start, a.end))
                top_term = self._index(high, scope, top=True)
                dim = top_term.mark
                if dim is None or isinstance(dim, tuple):
                    raise UnreadError("where the dots end is no size", syn.start)
            else:
                dim = self.dims.fresh("", large=True)
            axis = self.page.axis(letter)
            inner_scope = inner_scope.but(axes={letter: (axis, dim)})
            names.append(axis)
            ranges.append(dim)
        self._same_pattern(grid, full, first, patterns, syn)
        term = self.expression(body, inner_scope)
        r: Dim = ranges[0] if ranges[0] is not None else self.dims.fresh()
        c: Dim = ranges[1] if ranges[1] is not None else self.dims.fresh()

        def step(level: int) -> bool:
            if level < 2 and not self.solver.settled(term):
                return False
            if ranges[0] is None:
                self.solver.need(r, term.r, "rows")
            else:
                self.solver.need(1, term.r, "a block of a column of blocks is no row")
            if ranges[1] is None:
                self.solver.need(c, term.c, "columns")
            else:
                self.solver.need(1, term.c, "a block of a row of blocks is no column")
            return True

        self.solver.add(step)
        data = (names[0], names[1], ranges[0], ranges[1])
        return Term(r, c, lambda: Call("spread", (term.node(),), data), f"[{term.show} …]", (term,))
