"""Which rows or columns of a matrix are meant: ``1:d``, ``:``, ``h+1:2h``, ``i``."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.symbolic import Dim, plus
from mlp_theory.texts.latex.slices import ends_of
from mlp_theory.texts.reading.indices import index_term, is_dim
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.kinds import is_span, is_sum, is_term
from mlp_theory.texts.syntax.peeling import unbracketed
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unknown_letters import UndeclaredSize
from mlp_theory.texts.verdicts.reasons.unread_indices import BeyondRange, UnclearPart
from mlp_theory.texts.verdicts.reasons.unread_operations import PlusMinus


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


def least(dim: Dim) -> float:
    """What a size is at least, when every named size is 1 or more."""
    if not isinstance(dim, tuple):
        return dim if isinstance(dim, int) else 1
    return float("-inf") if any(c < 0 for _, c in dim[1]) else dim[2] + sum(c for _, c in dim[1])


def range_of(reader: Reader, syn: Syn, scope: Scope) -> Range:
    """Rows or columns that a range, a number or an index picks."""
    if not is_span(syn):
        index = index_term(reader, syn, scope)
        mark = reader.dims.find(index.mark) if is_dim(index.mark) else None
        return Range(index=index) if mark is None else _counted(mark, mark, syn)
    first, last = ends_of(syn)
    if first is None and last is None:
        return Range()
    if reader.page.habits.slices_of_python or first is None or last is None:
        raise UnreadError(
            UnclearPart("a range from 1 to the last row, or one of Python? Write both ends, as in 1:d"), syn.start
        )
    return _counted(end_of_range(reader, first, scope), end_of_range(reader, last, scope), syn)


def _counted(first: Dim, last: Dim, syn: Syn) -> Range:
    """From `first` to `last`, where there are such."""
    if isinstance(first, int) and first < 1:
        raise UnreadError(BeyondRange("rows and columns are counted from 1"), syn.start)
    picked = Range(first, last)
    size = picked.size(1)
    if isinstance(size, int) and size < 1:
        raise UnreadError(BeyondRange("a range that ends before it begins"), syn.start)
    return picked


def end_of_range(reader: Reader, syn: Syn, scope: Scope) -> Dim:
    """An end of a range: 1, d, d + h, 2h."""
    syn = unbracketed(syn)
    if is_sum(syn):
        total: Dim = 0
        for sign, term in syn.args:
            if sign == 0:
                raise UnreadError(PlusMinus("± says two things at once"), term.start)
            total = plus(total, end_of_range(reader, term, scope), sign)
        return total
    if is_term(syn):
        if len(syn.args) == 1:
            return end_of_range(reader, syn[0], scope)
        factor = number_of(syn[0])
        if len(syn.args) == 2 and factor is not None and factor == int(factor):
            return plus(0, end_of_range(reader, syn[1], scope), int(factor))
    mark = index_term(reader, syn, scope, top=True).mark
    if not is_dim(mark):
        raise UnreadError(UnclearPart("an end of a range that is no size"), syn.start)
    if reader.claim and isinstance(mark, str) and reader.dims.is_free(mark):
        raise UnreadError(UndeclaredSize(f"the size {mark} is not declared"), syn.start)
    return reader.dims.find(mark)
