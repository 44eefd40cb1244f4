r"""Neighbouring rows and columns of a matrix: ``Z_{1:h,\,:}``, ``X_{:,2:n}``, ``b_{h+1:2h}``, ``W_{i,:}``."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Column, Dim, Dimensions, Node, Row, plus
from mlp_theory.texts.latex.slices import ranges_below
from mlp_theory.texts.reading.entries import bind_range
from mlp_theory.texts.reading.part_ranges import Range, least, range_of
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import transposed
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.references import is_page_name
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unread_indices import BeyondRange, UnclearPart
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousOrder


def part_term(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """A part without scripts of its own."""
    term = reader.expression(syn[0], scope)
    return _picked(reader, term, [range_of(reader, item, scope) for item in ranges_below(syn)], syn)


def part_with_scripts(reader: Reader, syn: Syn, scripts: Scripts, scope: Scope) -> Term:
    r"""``b_{1:h}^\top``; of ``A_{I,J}^\top`` the reading that lies in A, where there is only one."""
    transposes = [
        kind == "T" and (content is None or not is_page_name(reader.page, content)) for kind, content in scripts.sups
    ]
    if transposes != [True] or scripts.subs or scripts.words or scripts.primes:
        raise UnreadError(
            AmbiguousOrder("of a part and what is raised above it, which comes first? Brackets would say it"), syn.start
        )
    term = reader.expression(syn[0], scope)
    ranges = [range_of(reader, item, scope) for item in ranges_below(syn)]
    part = transposed(_picked(reader, term, ranges, syn))
    if len(ranges) == 1 or any(picked.index is not None for picked in ranges):
        return part  # of a column both readings are one, and A_{:,j} is column j of A

    def make() -> Node:
        rows, columns = reader.dims.find(term.r), reader.dims.find(term.c)
        if _lies_in(reader.dims, ranges[0], columns) and _lies_in(reader.dims, ranges[1], rows):
            raise UnreadError(
                AmbiguousOrder("a part of the transpose, or a part transposed? Brackets would say it"), syn.start
            )
        return part.node()

    return Term(part.r, part.c, make, part.show, (part,))


def _picked(reader: Reader, term: Term, ranges: list[Range], syn: Syn) -> Term:
    """Rows and columns of a matrix, or what one range picks of a column or a row."""
    show = f"{term.show}[{whole(syn[1])}]"
    if len(ranges) == 1:
        return _part_of_a_column(reader, term, ranges[0], show, syn)
    if len(ranges) != 2:
        raise UnreadError(UnclearPart("a part has a range of rows and one of columns"), syn.start)
    rows, columns = ranges
    for picked, size in ((rows, term.r), (columns, term.c)):
        if picked.index is not None:
            bind_range(reader, picked.index, size, syn.start)
    return Term(rows.size(term.r), columns.size(term.c), lambda: _node(reader, term, rows, columns, syn), show, (term,))


def _part_of_a_column(reader: Reader, term: Term, picked: Range, show: str, syn: Syn) -> Term:
    """One range says enough of a column and of a row."""
    if picked.all:
        raise UnreadError(UnclearPart("one : for a matrix of rows and columns"), syn.start)
    size = picked.size(1)
    out = Term(reader.dims.fresh(), reader.dims.fresh(), lambda: _node(reader, term, *both, syn), show, (term,))
    both = (picked, Range())

    def step(level: int) -> bool:
        nonlocal both
        if not reader.solver.settled(term) and level < 2:
            return False
        if not reader.dims.settled(term.c):
            reader.dims.unify(term.c, 1)
        column, row = reader.dims.is_one(term.c), reader.dims.is_one(term.r)
        if column == row:
            raise UnreadError(
                UnclearPart(f"one range on {term.show} of {reader.solver.show(term)}: of its rows, its columns?"),
                syn.start,
            )
        both = (picked, Range()) if column else (Range(), picked)
        reader.solver.need(out.r, size if column else 1, "the rows of a part")
        reader.solver.need(out.c, 1 if column else size, "the columns of a part")
        return True

    reader.solver.add(step)
    return out


def _lies_in(dims: Dimensions, picked: Range, size: Dim) -> bool:
    """Whether a range lies in so many rows, or may lie in them as a range that is all of them does."""
    return picked.last is None or least(plus(size, dims.find(picked.last), -1)) >= 0


def _node(reader: Reader, term: Term, rows: Range, columns: Range, syn: Syn) -> Node:
    """The part, once the sizes are known: no range may end beyond what there is."""
    node, height, width = term.node(), reader.dims.find(term.r), reader.dims.find(term.c)
    for picked, size in ((rows, height), (columns, width)):
        if picked.last is not None and least(plus(plus(reader.dims.find(picked.last), size, -1), -1)) >= 0:
            raise UnreadError(BeyondRange(f"the range ends beyond the {reader.dims.show(size)} there are"), syn.start)
    if columns.index is not None:
        node, width, columns = Column(node, columns.index.node()), 1, Range()
    if rows.index is not None:
        node, height, rows = Call("transpose", (Row(node, rows.index.node()),), ()), 1, Range()
    if rows.all and columns.all:
        return node
    return Call("part", (node,), (rows.before(), columns.before(), rows.size(height), columns.size(width)))
