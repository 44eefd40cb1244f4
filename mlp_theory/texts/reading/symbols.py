"""Names with their scripts: which symbol of the page it is, or which constant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlp_theory.symbolic import Call, Column, Compare, Dim, Member, Number, Row
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.kronecker import product_dim
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError

if TYPE_CHECKING:
    from mlp_theory.texts.symbols.records import Info


class Symbols(ReaderBase):
    """Reads a name, and says what it stands for."""

    def name(self, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> Term:
        """A name with its scripts: which symbol it is, and what is done to it."""
        term, sups = self.resolve(base, scripts, syn, scope)
        if scripts.primes:
            raise UnreadError("a prime on what is no function", syn.start)
        exponential = base.letter == "e" and not base.bold and base.key not in self.page.infos and not scripts.subs
        for kind, content in sups:
            if kind == "T" and content is not None and self.page.names_t(content):
                term = self._transpose_or_power(term, content, scope)
            elif kind == "T":
                term = self.transpose(term)
            elif kind in ("bracket", "square") and exponential and content is not None:
                term = self.elementwise("exp", self.expression(content, scope))
            elif kind in ("bracket", "square"):
                raise UnreadError("a label that nothing explains", syn.start)
            elif kind == "inverse" and exponential:
                term = self.elementwise("exp", self.number(-1))
            elif kind == "inverse":
                term = self.inverse(term)
            elif kind == "inverse T":
                term = self.transpose(self.inverse(term))
            elif kind == "power":
                assert content is not None
                self.inside += exponential
                if exponential:
                    term = self.elementwise("exp", self.expression(content, scope))
                else:
                    term = self._to_power(term, content, scope, syn.start)
                self.inside -= exponential
        return term

    def resolve(self, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> tuple[Term, list]:
        """The symbol (or entry of one), and the powers and transposes still to be applied."""
        page = self.page
        if base.key in scope.params and not scripts.words:
            term = scope.params[base.key]
            if scripts.subs:
                return self._entry(term, scripts.subs, scripts.sups, scope, syn)
            return term, scripts.sups
        info = page.infos.get(base.key)
        if info is not None and self.claim and page.runs_free(info) and not scripts.subs and not scripts.words:
            term = self.index_letter(base, scope, syn)
            assert term is not None
            return term, scripts.sups
        special = self._special(base, scripts, syn, scope)
        if special is not None:
            return special
        ref = page.reference(base, scripts, scope, self, syn)
        term = self._symbol(ref.info, syn)
        indices = list(ref.indices)
        if ref.info.count is not None:
            if not indices:
                raise UnreadError(f"{ref.info.show} without its index", syn.start)
            index = self._index(indices.pop(0), scope)
            self._bind_range(index, ref.info.count, syn.start)
            key = ref.info.key
            whole_term = term
            term = Term(
                term.r, term.c, lambda: Member(key, index.node()), f"{ref.info.show}({index.show})", (whole_term,)
            )
        if ref.part == "row":
            index = self._index(indices.pop(0), scope)
            matrix = term
            self._bind_range(index, matrix.r, syn.start)
            term = Term(
                matrix.c, 1, lambda: Row(matrix.node(), index.node()), f"row {index.show} of {matrix.show}", (matrix,)
            )
        elif ref.part == "column":
            index = self._index(indices.pop(0), scope)
            matrix = term
            self._bind_range(index, matrix.c, syn.start)
            term = Term(
                matrix.r,
                1,
                lambda: Column(matrix.node(), index.node()),
                f"column {index.show} of {matrix.show}",
                (matrix,),
            )
        if indices:
            return self._entry(term, indices, ref.sups, scope, syn)
        return term, ref.sups

    def _entry(self, term: Term, indices: list[Syn], sups: list, scope: Scope, syn: Syn) -> tuple[Term, list]:
        """An entry, and what is still to be done to it: ``A^T_{ij}`` is printed as ``A_{ij}^T``, an entry of Aᵀ."""
        if len(indices) == 2 and len(sups) == 1:
            ((kind, content),) = sups
            if kind == "T" and (content is None or not self.page.names_t(content)):
                return self.entries(self.transpose(term), indices, scope, syn), []
            if kind in ("inverse", "inverse T") and self.dims.find(term.r) == self.dims.find(term.c):
                raise UnreadError("an entry of the inverse, or 1 over an entry? Write (A⁻¹)ᵢⱼ or a fraction", syn.start)
        return self.entries(term, indices, scope, syn), sups

    def _symbol(self, info: Info, syn: Syn) -> Term:
        """The value of a symbol, noted as used."""
        if info.kind in ("function", "loss"):
            raise UnreadError(f"the function {info.show} without an argument", syn.start)
        self.used.add(info.key)
        return self.page.symbol_term(info, self)

    def _special(self, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> tuple[Term, list] | None:
        """Names that mean something unless the page says otherwise: e, π, δ_ij, 𝟏, 𝐈, 𝟎."""
        page = self.page
        if page.is_known(base, scripts, scope, self):
            return None
        letter = base.letter
        if letter == "delta" and len(scripts.subs) == 2 and not page.written_alone(base):
            i, j = (self._index(sub, scope) for sub in scripts.subs)
            for one, other in ((i, j), (j, i)):
                if isinstance(one.mark, tuple) and isinstance(other.mark, tuple):
                    self._same_range(one, other)
            return Term(
                1, 1, lambda: Compare("=", i.node(), j.node()), f"δ[{i.show},{j.show}]", weak=True
            ), scripts.sups
        if letter == "e" and not base.bold and not scripts.subs:
            return Term(1, 1, lambda: Number(2.718281828459045), "e", weak=True), scripts.sups
        if letter == "pi" and not scripts.subs and not base.bold:
            return Term(1, 1, lambda: Number(3.141592653589793), "π", weak=True), scripts.sups
        if letter == "I" and not page.is_defined(base) and scripts.condition is None:
            return self._identity(scripts, scope)
        if letter == "K" and page.commutes and len(scripts.subs) == 2 and not page.is_defined(base):
            return self._commutation(scripts, scope, syn), scripts.sups
        if letter == "e" and len(scripts.subs) == 1:
            i = self._index(scripts.subs[0], scope)
            dim = self.dims.fresh("", large=True)
            self._bind_range(i, dim, syn.start)
            return Term(dim, 1, lambda: Call("unit", (i.node(),), (self.dims.find(dim),)), f"e[{i.show}]"), scripts.sups
        if letter in scope.loops and not base.bold and not scripts.subs and not scripts.words:
            return self.number(scope.loops[letter]), scripts.sups
        if (
            self.page.is_size(letter)
            and not base.bold
            and not scripts.subs
            and not scripts.words
            and letter not in page.infos
            and letter not in scope.axes
        ):
            return self.size(letter), scripts.sups
        if letter in page.layer_tops and not scripts.subs and base.key not in page.infos:
            return self.number(page.layer_tops[letter]), scripts.sups
        if (letter in scope.axes or letter in self.free) and not scripts.subs and not base.bold and not scripts.words:
            term = self.index_letter(base, scope, syn)
            return (term, scripts.sups) if term is not None else None
        dim = page.dim_of(syn, scope, self) if syn.kind == "scripted" else None
        if dim is not None:
            return self.size(dim), scripts.sups
        return None

    def _identity(self, scripts: Scripts, scope: Scope) -> tuple[Term, list]:
        """``I``, ``I_n``, and the entry ``I_{ij}``."""
        dim: Dim = self.dims.fresh("", large=True)
        if scripts.subs:
            index = self._index(scripts.subs[0], scope, top=True)
            if index.mark is not None and not isinstance(index.mark, tuple):
                dim = index.mark
        term = Term(dim, dim, lambda: Call("identity", (), (self.dims.find(dim),)), "I")
        if len(scripts.subs) == 2:
            i, j = (self._index(sub, scope) for sub in scripts.subs)
            return Term(1, 1, lambda: Compare("=", i.node(), j.node()), "I_ij"), scripts.sups
        return term, scripts.sups

    def _commutation(self, scripts: Scripts, scope: Scope, syn: Syn) -> Term:
        """``K_{m,n}``, which takes vec(V) to vec(Vᵀ) for every V of m rows and n columns."""
        sizes = [self._index(sub, scope, top=True).mark for sub in scripts.subs]
        if any(size is None or isinstance(size, tuple) for size in sizes):
            raise UnreadError("a commutation matrix has two sizes below", syn.start)
        m, n = (self.dims.find(size) for size in sizes)
        size = product_dim(self.solver, m, n)
        return Term(size, size, lambda: Call("commutation", (), (m, n)), "K")

    def _zeros_of_size(self, below: Syn, scope: Scope) -> Term | None:
        r"""``0_{h \times n}``: a block of zeros that says its size."""
        items = atoms(below[0]) if below.kind == "sub" else []
        cross = [k for k, item in enumerate(items) if item.kind == "infix" and str(item[0]) == r"\times"]
        if len(cross) != 1 or cross[0] in (0, len(items) - 1):
            return None
        sides = [
            Syn("term", tuple(part), part[0].start, part[-1].end) for part in (items[: cross[0]], items[cross[0] + 1 :])
        ]
        r, c = (self._end(side, scope) for side in sides)
        return Term(r, c, lambda: Call("zeros", (), (r, c)), "0")

    def ones(self, syn: Syn, scope: Scope) -> Term | None:
        r"""``\mathbf 1``, ``\mathbf 1_n``, ``\mathbf 0``: columns of ones or zeros."""
        parts: tuple[Syn, ...] = ()
        bare = syn
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        vector = False
        while bare.kind in ("font", "accent"):
            vector = True
            bare = bare[1]
        value = number_of(bare)
        if value == 0.0 and len(parts) == 1 and (sized := self._zeros_of_size(parts[0], scope)) is not None:
            return sized
        scripts = scripts_of(parts, transposes=self.page.transposes)
        if value == 1.0 and scripts.sups == [("T", None)]:
            vector = True  # nobody transposes the number one
        if not vector or value not in (0.0, 1.0):
            return None
        if scripts.condition is not None:
            return None
        r: Dim = self.dims.fresh("", large=True)
        c: Dim = 1
        if value == 0 and not scripts.subs:
            r, c = self.dims.fresh(), self.dims.fresh()
        marks = [self._index(sub, scope, top=True).mark for sub in scripts.subs]
        if marks and marks[0] is not None and not isinstance(marks[0], tuple):
            r = marks[0]
        if len(marks) > 1 and marks[1] is not None:
            c = marks[1]
        op = "ones" if value == 1 else "zeros"
        term = Term(
            r,
            c,
            lambda: Call(op, (), (self.dims.find(r), self.dims.find(c))),
            "𝟏" if value else "𝟎",
            free_zero=value == 0,
        )
        for kind, content in scripts.sups:
            if kind == "T":
                term = self.transpose(term)
            elif kind == "power" and content is not None:
                term = self._to_power(term, content, scope, syn.start)
        return term
