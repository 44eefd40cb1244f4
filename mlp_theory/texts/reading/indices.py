"""What stands in the place of an index: a letter that runs, a size, a layer, a number; and the entries it picks."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, Entry, Index, Node, Number, plus
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError


def is_dim(mark: object) -> bool:
    """Whether an index is a size, or a number: no running index, no value."""
    return isinstance(mark, (int, str)) or (isinstance(mark, tuple) and mark[0] == "linear")


class Indices(ReaderBase):
    """Reads indices and bounds, and binds them to the size of what they are an index of."""

    def _index(self, syn: Syn, scope: Scope, top: bool = False) -> Term:
        """An index or a bound as a number; `mark` carries the dimension that it is."""
        value = number_of(syn)
        if value is not None:
            if value != int(value):
                raise UnreadError("an index that is no whole number", syn.start)
            if abs(value) > 100_000:
                raise UnreadError("a sum of more than 100,000 terms", syn.start)
            term = self.number(value)
            term.mark = int(value)
            return term
        while syn.kind in ("braces", "single", "passed", "parens") or (syn.kind == "list" and len(syn.args) == 1):
            syn = syn[-1]
        if syn.kind == "sum":
            terms = [(sign, self._index(term, scope, top)) for sign, term in syn.args]
            if len(terms) == 1 and terms[0][0] == 1:
                return terms[0][1]
            signs = tuple(sign for sign, _ in terms)
            out = self.call("add", [t for _, t in terms], 1, 1, signs, "")
            if all(is_dim(t.mark) for _, t in terms):
                total: Dim = 0
                for sign, t in terms:
                    total = plus(total, t.mark, sign)
                out.mark = total
            return out
        if syn.kind == "term" and len(syn.args) == 1:
            return self._index(syn[0], scope, top)
        if syn.kind == "term":
            return self.product(list(syn.args), scope)
        base = base_of(syn)
        if base is not None:
            found = self.index_letter(base, scope, syn, top)
            if found is not None:
                return found
        if syn.kind == "scripted":
            dim = self.page.dim_of(syn, scope, self)
            if dim is not None:
                term = self.size(dim)
                term.mark = dim
                return term
            return self.atom(syn, scope)
        raise UnreadError("an index is expected here", syn.start)

    def index_letter(self, base: Base, scope: Scope, syn: Syn, top: bool = False) -> Term | None:
        """A letter in the place of an index."""
        letter = base.letter
        if letter in scope.axes:
            axis, dim = scope.axes[letter]
            term = Term(1, 1, lambda: Index(axis), letter, weak=True)
            term.mark = ("axis", dim)
            return term
        if letter in scope.loops:
            return self.number(scope.loops[letter])
        if base.key in scope.params:
            return scope.params[base.key]
        info = self.page.infos.get(base.key)
        if info is not None and self.claim and self.page.runs_free(info):
            # A declared index of which nothing else is made: a claim about it is one about all its values.
            if letter not in self.free:
                assert info.high is not None
                self.free[letter] = (self.page.axis(letter), info.high)
            axis, dim = self.free[letter]
            term = Term(1, 1, lambda: Index(axis), letter, weak=True)
            term.mark = ("axis", dim)
            return term
        if info is not None and info.kind in ("given", "defined") and not self.page.is_size(letter):
            term = self.page.symbol_term(info, self)
            term.mark = ("value", info.high) if info.high is not None else None
            return term
        if letter in self.page.layer_tops:
            return self.number(self.page.layer_tops[letter])
        if self.page.is_size(letter):
            term = self.size(letter)
            term.mark = letter
            return term
        if top or (base.upper and letter not in self.free):
            dim = self.page.size_named(letter)
            term = self.size(dim)
            term.mark = dim
            return term
        if letter in self.free or self.claim:
            axis, dim = self.free.setdefault(letter, (self.page.axis(letter), self.dims.fresh(letter)))
            term = Term(1, 1, lambda: Index(axis), letter, weak=True)
            term.mark = ("axis", dim)
            return term
        raise UnreadError(f"the index {letter} is bound by nothing", syn.start)

    def _bind_range(self, index: Term, size: Dim, at: int) -> None:
        """An index that runs free runs over what it is an index of; another one must stay inside."""
        mark = index.mark
        if isinstance(mark, tuple) and mark and mark[0] == "axis":
            if not self.dims.unify(mark[1], size) and not isinstance(self.dims.find(mark[1]), tuple):
                raise UnreadError(
                    f"the index {index.show} runs to {self.dims.show(mark[1])}, but there are {self.dims.show(size)}",
                    at,
                )
        elif isinstance(mark, str) and self.dims.is_free(mark):
            self.dims.unify(mark, size)

    def _same_range(self, i: Term, j: Term) -> None:
        """Two indices that are compared run over the same range."""
        if (i.mark[0] == "axis" and j.mark[0] == "axis") or (
            i.mark[0] == "axis" and j.mark[0] == "value" and j.mark[1] is not None
        ):
            self.dims.unify(i.mark[1], j.mark[1])

    def entries(self, term: Term, subs: list[Syn], scope: Scope, syn: Syn) -> Term:
        """The entry of an expression at one or two indices."""
        indices = [self._index(sub, scope) for sub in subs]
        if len(indices) == 2:
            i, j = indices
            self._bind_range(i, term.r, syn.start)
            self._bind_range(j, term.c, syn.start)
            return Term(
                1, 1, lambda: Entry(term.node(), i.node(), j.node()), f"{term.show}[{i.show},{j.show}]", (term,)
            )
        if len(indices) != 1:
            raise UnreadError("an entry has one or two indices", syn.start)
        (i,) = indices
        out = Term(1, 1, lambda: Number(0), f"{term.show}[{i.show}]", (term,))

        def step(level: int) -> bool:
            if not self.solver.settled(term) and level < 2:
                return False
            if not self.dims.settled(term.c):
                self.dims.unify(term.c, 1)
            if self.solver.scalar(term):
                raise UnreadError(f"an index on {term.show}, which is a number", syn.start)
            if self.dims.is_one(term.c):
                self._bind_range(i, term.r, syn.start)
                return True
            if self.dims.is_one(term.r):
                self._bind_range(i, term.c, syn.start)
                return True
            raise UnreadError(f"one index on a matrix of {self.solver.show(term)}", syn.start)

        def make() -> Node:
            if self.dims.is_one(term.c):
                return Entry(term.node(), i.node(), Number(1.0))
            return Entry(term.node(), Number(1.0), i.node())

        out.make = make
        self.solver.add(step)
        return out
