"""The entries that indices pick, and the ranges that they run over."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, Entry, Node, Number
from mlp_theory.texts.reading.indices import index_term
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_indices import BeyondRange, UnfitIndex


def entries(reader: Reader, term: Term, subs: list[Syn], scope: Scope, syn: Syn) -> Term:
    """The entry of an expression at one or two indices."""
    indices = [index_term(reader, sub, scope) for sub in subs]
    if len(indices) == 2:
        i, j = indices
        bind_range(reader, i, term.r, syn.start)
        bind_range(reader, j, term.c, syn.start)
        return Term(1, 1, lambda: Entry(term.node(), i.node(), j.node()), f"{term.show}[{i.show},{j.show}]", (term,))
    if len(indices) != 1:
        raise UnreadError(UnfitIndex("an entry has one or two indices"), syn.start)
    (i,) = indices
    out = Term(1, 1, lambda: Number(0), f"{term.show}[{i.show}]", (term,))

    def step(level: int) -> bool:
        if not reader.solver.settled(term) and level < 2:
            return False
        if not reader.dims.settled(term.c):
            reader.dims.unify(term.c, 1)
        if reader.solver.scalar(term):
            raise UnreadError(UnfitIndex(f"an index on {term.show}, which is a number"), syn.start)
        if reader.dims.is_one(term.c):
            bind_range(reader, i, term.r, syn.start)
            return True
        if reader.dims.is_one(term.r):
            bind_range(reader, i, term.c, syn.start)
            return True
        raise UnreadError(UnfitIndex(f"one index on a matrix of {reader.solver.show(term)}"), syn.start)

    def make() -> Node:
        if reader.dims.is_one(term.c):
            return Entry(term.node(), i.node(), Number(1.0))
        return Entry(term.node(), Number(1.0), i.node())

    out.make = make
    reader.solver.add(step)
    return out


def bind_range(reader: Reader, index: Term, size: Dim, at: int) -> None:
    """An index that runs free runs over what it is an index of; another one must stay inside."""
    mark = index.mark
    if isinstance(mark, tuple) and mark and mark[0] == "axis":
        if not reader.dims.unify(mark[1], size) and not isinstance(reader.dims.find(mark[1]), tuple):
            raise UnreadError(
                BeyondRange(
                    f"the index {index.show} runs to {reader.dims.show(mark[1])}, "
                    f"but there are {reader.dims.show(size)}"
                ),
                at,
            )
    elif isinstance(mark, str) and reader.dims.is_free(mark):
        reader.dims.unify(mark, size)


def same_range(reader: Reader, i: Term, j: Term) -> None:
    """Two indices that are compared run over the same range."""
    if (i.mark[0] == "axis" and j.mark[0] == "axis") or (
        i.mark[0] == "axis" and j.mark[0] == "value" and j.mark[1] is not None
    ):
        reader.dims.unify(i.mark[1], j.mark[1])
