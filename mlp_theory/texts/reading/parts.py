r"""Neighbouring rows and columns of a matrix: ``Z_{1:h,\,:}``, ``X_{:,2:n}``, ``b_{h+1:2h}``, ``W_{i,:}``."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic import Call, Column, Dim, Node, Row, plus
from mlp_theory.texts.latex.slices import ends_of, ranges_below
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.reading.indices import is_dim
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole


@dataclass
class Range:
    """Rows or columns from `first` to `last`, counted from 1; all of them; or the one at an index that runs."""

    first: Dim | None = None
    last: Dim | None = None
    index: Term | None = None

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return self.last is None and self.index is None

    def size(self, of: Dim) -> Dim:
        """How many they are, of so many."""
        if self.first is None or self.last is None:
            return of if self.index is None else 1
        return plus(plus(self.last, self.first, -1), 1)

    def before(self) -> Dim:
        """How many stand before them."""
        return 0 if self.first is None else plus(self.first, -1)


def _least(dim: Dim) -> float:
    """What a size is at least, when every named size is 1 or more."""
    if not isinstance(dim, tuple):
        return dim if isinstance(dim, int) else 1
    return float("-inf") if any(c < 0 for _, c in dim[1]) else dim[2] + sum(c for _, c in dim[1])


class Parts(ReaderBase):
    """Reads parts of matrices."""

    def _part(self, syn: Syn, scope: Scope) -> Term:
        """A part without scripts of its own."""
        term = self.expression(syn[0], scope)
        return self._picked(term, [self._range(item, scope) for item in ranges_below(syn)], syn)

    def _part_with_scripts(self, syn: Syn, scripts: Scripts, scope: Scope) -> Term:
        r"""``b_{1:h}^\top``; of ``A_{I,J}^\top`` the reading that lies in A, where there is only one."""
        transposes = [
            kind == "T" and (content is None or not self.page.names_t(content)) for kind, content in scripts.sups
        ]
        if transposes != [True] or scripts.subs or scripts.words or scripts.primes:
            raise UnreadError(
                "of a part and what is raised above it, which comes first? Brackets would say it", syn.start
            )
        term = self.expression(syn[0], scope)
        ranges = [self._range(item, scope) for item in ranges_below(syn)]
        part = self.transpose(self._picked(term, ranges, syn))
        if len(ranges) == 1 or any(picked.index is not None for picked in ranges):
            return part  # of a column both readings are one, and A_{:,j} is column j of A

        def make() -> Node:
            rows, columns = self.dims.find(term.r), self.dims.find(term.c)
            if self._lies_in(ranges[0], columns) and self._lies_in(ranges[1], rows):
                raise UnreadError("a part of the transpose, or a part transposed? Brackets would say it", syn.start)
            return part.node()

        return Term(part.r, part.c, make, part.show, (part,))

    def _picked(self, term: Term, ranges: list[Range], syn: Syn) -> Term:
        show = f"{term.show}[{whole(syn[1])}]"
        if len(ranges) == 1:
            return self._part_of_a_column(term, ranges[0], show, syn)
        if len(ranges) != 2:
            raise UnreadError("a part has a range of rows and one of columns", syn.start)
        rows, columns = ranges
        for picked, size in ((rows, term.r), (columns, term.c)):
            if picked.index is not None:
                self._bind_range(picked.index, size, syn.start)
        return Term(
            rows.size(term.r), columns.size(term.c), lambda: self._node(term, rows, columns, syn), show, (term,)
        )

    def _part_of_a_column(self, term: Term, picked: Range, show: str, syn: Syn) -> Term:
        """One range says enough of a column and of a row."""
        if picked.all:
            raise UnreadError("one : for a matrix of rows and columns", syn.start)
        size = picked.size(1)
        out = Term(self.dims.fresh(), self.dims.fresh(), lambda: self._node(term, *both, syn), show, (term,))
        both = (picked, Range())

        def step(level: int) -> bool:
            nonlocal both
            if not self.solver.settled(term) and level < 2:
                return False
            if not self.dims.settled(term.c):
                self.dims.unify(term.c, 1)
            column, row = self.dims.is_one(term.c), self.dims.is_one(term.r)
            if column == row:
                raise UnreadError(
                    f"one range on {term.show} of {self.solver.show(term)}: of its rows, its columns?", syn.start
                )
            both = (picked, Range()) if column else (Range(), picked)
            self.solver.need(out.r, size if column else 1, "the rows of a part")
            self.solver.need(out.c, 1 if column else size, "the columns of a part")
            return True

        self.solver.add(step)
        return out

    def _range(self, syn: Syn, scope: Scope) -> Range:
        if syn.kind != "span":
            index = self._index(syn, scope)
            mark = self.dims.find(index.mark) if is_dim(index.mark) else None
            return Range(index=index) if mark is None else self._counted(mark, mark, syn)
        first, last = ends_of(syn)
        if first is None and last is None:
            return Range()
        if self.page.slices_of_python or first is None or last is None:
            raise UnreadError("a range from 1 to the last row, or one of Python? Write both ends, as in 1:d", syn.start)
        return self._counted(self._end(first, scope), self._end(last, scope), syn)

    def _counted(self, first: Dim, last: Dim, syn: Syn) -> Range:
        if isinstance(first, int) and first < 1:
            raise UnreadError("rows and columns are counted from 1", syn.start)
        picked = Range(first, last)
        size = picked.size(1)
        if isinstance(size, int) and size < 1:
            raise UnreadError("a range that ends before it begins", syn.start)
        return picked

    def _end(self, syn: Syn, scope: Scope) -> Dim:
        """An end of a range: 1, d, d + h, 2h."""
        while syn.kind in ("braces", "single", "passed", "parens") or (syn.kind == "list" and len(syn.args) == 1):
            syn = syn[-1]
        if syn.kind == "sum":
            total: Dim = 0
            for sign, term in syn.args:
                if sign == 0:
                    raise UnreadError("± says two things at once", term.start)
                total = plus(total, self._end(term, scope), sign)
            return total
        if syn.kind == "term":
            if len(syn.args) == 1:
                return self._end(syn[0], scope)
            factor = number_of(syn[0])
            if len(syn.args) == 2 and factor is not None and factor == int(factor):
                return plus(0, self._end(syn[1], scope), int(factor))
        mark = self._index(syn, scope, top=True).mark
        if not is_dim(mark):
            raise UnreadError("an end of a range that is no size", syn.start)
        if self.claim and isinstance(mark, str) and self.dims.is_free(mark):
            raise UnreadError(f"the size {mark} is not declared", syn.start)
        return self.dims.find(mark)

    def _lies_in(self, picked: Range, size: Dim) -> bool:
        """Whether a range lies in so many rows, or may lie in them as a range that is all of them does."""
        return picked.last is None or _least(plus(size, self.dims.find(picked.last), -1)) >= 0

    def _node(self, term: Term, rows: Range, columns: Range, syn: Syn) -> Node:
        node, height, width = term.node(), self.dims.find(term.r), self.dims.find(term.c)
        for picked, size in ((rows, height), (columns, width)):
            if picked.last is not None and _least(plus(plus(self.dims.find(picked.last), size, -1), -1)) >= 0:
                raise UnreadError(f"the range ends beyond the {self.dims.show(size)} there are", syn.start)
        if columns.index is not None:
            node, width, columns = Column(node, columns.index.node()), 1, Range()
        if rows.index is not None:
            node, height, rows = Call("transpose", (Row(node, rows.index.node()),), ()), 1, Range()
        if rows.all and columns.all:
            return node
        return Call("part", (node,), (rows.before(), columns.before(), rows.size(height), columns.size(width)))
