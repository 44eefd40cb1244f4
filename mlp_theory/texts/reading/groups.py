"""One item of a product: a bracket, a norm, a root, a letter in a font, with its scripts."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Node
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.requirements import require_same_shape
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.lists import is_tuple
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import Base, base_of, text_of
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError


class Groups(ReaderBase):
    """Reads an item, and what its scripts do to it."""

    def atom(self, syn: Syn, scope: Scope) -> Term:
        """One item: a name with its scripts, a group with its scripts, a matrix, a number."""
        parts: tuple[Syn, ...] = ()
        bare = syn
        while bare.kind == "scripted":
            parts = (*bare.args[1:], *parts)
            bare = bare[0]
        if bare.kind == "braced_note":
            return self.expression(bare[1], scope)  # what stands under the brace is a note
        base = base_of(bare)
        if base is None and bare.kind == "braces":
            inner = atoms(bare)
            if len(inner) == 1 and inner[0].kind == "scripted":
                merged = Syn("scripted", (*inner[0].args, *parts), syn.start, syn.end)
                return self.atom(merged, scope)
        if base is None and bare.kind in ("font", "accent"):
            return self._spread_font(bare, parts, syn, scope)
        if base is None:
            if bare.kind == "part" and parts:
                return self._part_with_scripts(bare, scripts_of(parts, transposes=self.page.transposes), scope)
            return self._scripted(self._bare(bare, scope), parts, syn, scope)
        scripts = scripts_of(parts, transposes=self.page.transposes)
        if scripts.condition is not None:  # A_{:s}: what is not an index must not be dropped
            raise UnreadError("a sign that makes no index below a letter", scripts.condition.start)
        return self.name(base, scripts, syn, scope)

    def _spread_font(self, bare: Syn, parts: tuple[Syn, ...], syn: Syn, scope: Scope) -> Term:
        r"""``\mathbf{W_1}``, ``\mathbf{XW}``, ``\hat{y_i}``: the font belongs to every letter inside."""
        inner = atoms(bare[1])
        if len(inner) == 1 and inner[0].kind == "scripted":
            inside = inner[0]
            outer = Syn(bare.kind, (bare[0], inside[0]), bare.start, bare.end)
            return self.atom(Syn("scripted", (outer, *inside.args[1:], *parts), syn.start, syn.end), scope)
        if bare.kind == "font" and len(inner) > 1:
            spread = [Syn("font", (bare[0], item), item.start, item.end) if base_of(item) else item for item in inner]
            term = self.product(spread, scope)
            return self._scripted(term, parts, syn, scope)
        if bare.kind == "font":
            return self._scripted(self.expression(bare[1], scope), parts, syn, scope)
        raise UnreadError("a mark over more than one letter", bare.start)

    def _bare(self, syn: Syn, scope: Scope) -> Term:
        """An item without its scripts."""
        kind = syn.kind
        if kind == "number":
            value = number_of(syn)
            if value is None:
                raise UnreadError("a number with more than 300 digits", syn.start)
            return self.number(value)
        if kind in ("parens", "brackets", "curly", "braces", "passed"):
            inner = syn[-1]
            while inner.kind == "single":
                inner = inner[-1]
            if kind in ("brackets", "parens", "curly") and inner.kind == "chain":
                tests = self.conditions(inner, scope)
                return self._all(tests)  # Iverson's bracket
            if (
                kind in ("brackets", "parens")
                and inner.kind == "list"
                and sum(isinstance(a, Syn) for a in inner.args) > 1
            ):
                return self._tuple(inner, scope, "column" if kind == "parens" else "row")
            if kind == "brackets" and inner.kind == "list" and self._blocks_inside(inner):
                return self._tuple(
                    Syn("list", tuple(part for part in inner.args if isinstance(part, Syn)), inner.start, inner.end),
                    scope,
                    "row",
                )
            return self.expression(syn[-1], scope)
        if kind == "bars":
            x = self.expression(syn[0], scope)

            def make() -> Node:
                square = self.dims.find(x.r) == self.dims.find(x.c) and not self.dims.is_one(x.r)
                if square:
                    return Call("determinant", (x.node(),), ())
                if not self.dims.is_one(x.r) or not self.dims.is_one(x.c):
                    raise UnreadError("bars around what is neither a number nor a square matrix", syn.start)
                return Call("elementwise", (x.node(),), ("abs",))

            return Term(1, 1, make, f"|{x.show}|", (x,))
        if kind == "norm":
            x = self.expression(syn[0], scope)
            return self.call("norm", [x], 1, 1, (2,), f"‖{x.show}‖")
        if kind == "angle":
            inner = syn[0]
            while inner.kind == "single":
                inner = inner[-1]
            parts = [a for a in inner.args if isinstance(a, Syn)] if inner.kind == "list" else []
            if len(parts) != 2:
                raise UnreadError("⟨ ⟩ needs two arguments", syn.start)
            a, b = (self.expression(p, scope) for p in parts)
            require_same_shape(self.solver, a, b, "the two sides of ⟨ , ⟩")
            both = self.call("times", [a, b], a.r, a.c)
            return self.call("total", [both], 1, 1, (), f"⟨{a.show}, {b.show}⟩")
        if kind == "root":
            x = self.expression(syn[-1], scope)
            if len(syn.args) > 1:
                degree = self.expression(syn[0], scope)
                return self.power(x, self.divide(self.number(1), degree), syn.start)
            return self.elementwise("sqrt", x)
        if kind == "part":
            return self._part(syn, scope)
        if kind == "matrix":
            return self._matrix(syn, scope)
        if kind in ("frac", "over"):
            term, _ = self._factor([syn], 0, scope)
            return term
        if kind == "braced_note":
            return self.expression(syn[1], scope)
        if kind == "unknown":
            raise UnreadError(f"no such operation: {syn[0]}", syn.start)
        if kind == "dots":
            raise UnreadError("dots where no pattern can be seen", syn.start)
        if kind == "infinity":
            raise UnreadError("∞ is no number", syn.start)
        if kind == "word":
            raise UnreadError(f"unknown word: {text_of(str(syn[0]))}", syn.start)
        raise UnreadError(f"not read: {kind}", syn.start)

    def _scripted(self, term: Term, parts: tuple[Syn, ...], syn: Syn, scope: Scope) -> Term:
        """Scripts on a group: (AB)_{ij}, (x − y)², ‖W‖²_F, (A)ᵀ."""
        if not parts:
            return term
        scripts = scripts_of(parts, transposes=self.page.transposes)
        if scripts.condition is not None:
            raise UnreadError("a condition below this", scripts.condition.start)
        bare = syn
        while bare.kind == "scripted":
            bare = bare[0]
        if bare.kind == "norm":
            return self._norm(bare, scripts, scope)
        if scripts.words:
            raise UnreadError(f"a label on a group: {scripts.words[0]}", syn.start)
        if scripts.primes:
            term = self._prime_of_group(bare, scripts.primes, scope)
        for kind, _ in scripts.sups:
            if kind in ("bracket", "square"):
                raise UnreadError("a label on a group", syn.start)
        # (A^T)_{ij} and (A)_{ij}^2: powers come after entries, transposes before.
        listed = bare.kind == "parens" and is_tuple(bare)
        for kind, content in scripts.sups:
            if kind == "T" and content is not None and self.page.names_t(content):
                term = self._transpose_or_power(term, content, scope)
            elif kind == "T" and listed:
                listed = False  # (x_1, …, x_n)ᵀ is a column, as (x_1, …, x_n) is one
            elif kind == "T":
                term = self.transpose(term)
            elif kind in ("inverse", "inverse T"):
                term = self.inverse(term)
                if kind == "inverse T":
                    term = self.transpose(term)
        if scripts.subs:
            term = self.entries(term, scripts.subs, scope, syn)
        for kind, content in scripts.sups:
            if kind == "power":
                assert content is not None
                term = self._to_power(term, content, scope, syn.start)
        return term

    def _transpose_or_power(self, term: Term, letter: Syn, scope: Scope) -> Term:
        """``x^T`` where T is a name of the page: a power of a number, the transpose of all else."""
        exponent = self.expression(letter, scope)
        r, c = self.dims.fresh(), self.dims.fresh()

        def step(level: int) -> bool:
            if level < 2 and not self.solver.settled(term):
                return False
            self.dims.unify_all((r, term.c), (c, term.r))
            return True

        def make() -> Node:
            if self.solver.scalar(term) and self.solver.scalar(exponent):
                return Call("power", (term.node(), exponent.node()), ())
            return Call("transpose", (term.node(),), ())

        self.solver.add(step)
        return Term(r, c, make, f"{term.show}^T", (term,))

    def _prime_of_group(self, group: Syn, primes: int, scope: Scope) -> Term:
        """``(f(x))'``: by the one variable that stands in it."""
        letters = [x for x in in_order(group) if self._is_variable(x, scope)]
        if len(set(letters)) != 1:
            raise UnreadError("a prime on a group with more than one variable", group.start)
        inner = group
        while inner.kind in ("parens", "brackets", "braces", "single", "curly"):
            inner = inner[-1]
        letter = Syn("letter", (letters[0],), group.start, group.start + 1)
        items = atoms(inner) if inner.kind != "sum" or len(inner.args) == 1 else [group]
        return self._derive(items, [(letter, 1)], primes, scope, group.start)

    def _is_variable(self, letter: str, scope: Scope) -> bool:
        """Whether this letter can be a variable here."""
        base = Base(letter)
        info = self.page.infos.get(base.key)
        if base.key in scope.params:
            return True
        if letter == "e" and info is None:
            return False
        if info is not None:
            return info.kind in ("given", "defined")
        return (
            letter not in self.page.functions
            and not self.page.is_function_letter(base)
            and not self.page.is_size(letter)
        )
