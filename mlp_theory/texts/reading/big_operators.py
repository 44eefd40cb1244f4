"""Σ and Π, max and min over an index: what binds the index, and from where to where it runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mlp_theory.symbolic import Dim, Over
from mlp_theory.texts.reading.base import BigOperator, ReaderBase
from mlp_theory.texts.reading.indices import is_dim
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.requirements import require_order
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import MAX_UNROLLED, SUMS, Scope
from mlp_theory.texts.syntax.making import as_letters
from mlp_theory.texts.syntax.mentions import in_order, plain_letters, script_letters
from mlp_theory.texts.syntax.ranges import set_bounds
from mlp_theory.texts.syntax.syn import Syn, UnreadError

SHOWN = {"sum": "Σ", "prod": "Π", "max": "max", "min": "min"}


class BigOperators(ReaderBase):
    """Reads what an operator with an index does to all that follows it."""

    def _big(self, item: Syn, name: str, body: list[Syn], scope: Scope) -> Term:
        """An operator with an index, and its body."""
        if name not in SUMS:
            raise UnreadError(f"no such operation: {name}", item.start)
        if not body:
            raise UnreadError("nothing stands under this sum", item.end)
        operator = BigOperator(SUMS[name], body, item.start)
        sub = sup = None
        for part in item.args[1:] if item.kind == "scripted" else ():
            if part.kind == "sub":
                sub = part[0]
            elif part.kind == "sup":
                sup = part[0]
        if sub is None:
            return self._over_all(operator, scope)
        return self._bounded(operator, sub, sup, scope)

    def _bounded(self, operator: BigOperator, sub: Syn, sup: Syn | None, scope: Scope) -> Term:
        """An operator whose index stands below it."""
        inner = sub
        while inner.kind in ("braces", "single", "passed"):
            inner = inner[-1]
        if inner.kind != "chain":
            letters = plain_letters(inner)
            if not letters:
                raise UnreadError("an index is expected under this sum", inner.start)
            return self._over_all_of(operator, letters, scope)
        if sup is not None and [str(a) for a in inner.args if not isinstance(a, Syn)] == ["="] and len(inner.args) == 3:
            return self._from_to(operator, inner, sup, scope)
        if str(inner[1]) == r"\in" and len(inner.args) == 3:
            letters = plain_letters(inner[0])
            bounds = set_bounds(inner[2])
            if bounds is None or len(letters) != 1:
                raise UnreadError("a sum over a set that is not spelled out", inner.start)
            return self._over_range(operator, letters[0], *bounds, scope)
        return self._where(operator, inner, scope)

    def _from_to(self, operator: BigOperator, below: Syn, sup: Syn, scope: Scope) -> Term:
        """Σ_{i=1}^n; and Σ_{i,j=1}^n, which is one sum inside the other."""
        letters = plain_letters(below[0])
        low, at = below[2], operator.at
        if len(letters) > 1:
            rest = Syn("chain", (as_letters(letters[1:]), "=", low), below.start, below.end)
            name = {"sum": r"\sum", "prod": r"\prod"}.get(operator.kind)
            if name is None:
                raise UnreadError("more than one index here", below.start)
            inside = Syn("scripted", (
                Syn("bigop", (name,), at, at), Syn("sub", (rest,), at, at), Syn("sup", (sup,), at, at)
            ), at, at)  # fmt: skip
            operator = replace(operator, body=[inside, *operator.body])
        if not letters:
            raise UnreadError("a sum needs one index", below.start)
        return self._over_range(operator, letters[0], low, sup, scope)

    def _where(self, operator: BigOperator, condition: Syn, scope: Scope) -> Term:
        """K ≠ i, 1 ≤ i ≤ n, j < i: the first letter that is not bound is the index."""
        letters = [x for x in in_order(condition) if x not in scope.axes and x not in scope.loops]
        letters = [x for x in letters if not self.page.is_size(x)] or letters
        if not letters:
            raise UnreadError("no free index under this sum", condition.start)
        open_letters = [x for x in letters if not self.claim or (x not in self.free and x not in self.elsewhere)]
        operator = replace(operator, conditions=(condition,))
        if len(set(open_letters)) > 1 and all(x in self.page.index_letters for x in open_letters):
            return self._over_all_of(operator, list(dict.fromkeys(open_letters)), scope)
        return self._over_all_of(operator, (open_letters or letters)[:1], scope)

    def _over_range(self, operator: BigOperator, letter: str, low: Syn, high: Syn, scope: Scope) -> Term:
        """An operator with both bounds written."""
        if self.page.is_layer(letter, operator.body):
            return self._unrolled(operator, letter, low, high, scope)
        return self._over(operator, letter, self._index(low, scope), self._index(high, scope, top=True), scope)

    def _over_all_of(self, operator: BigOperator, letters: list[str], scope: Scope) -> Term:
        """Bounds that the range of the index supplies."""
        letter, *rest = letters
        if not rest and self.page.is_layer(letter, operator.body):
            low, high = self.page.layers.get(letter, (1, self.page.depth))
            return self._unrolled(operator, letter, low, high, scope)
        return self._over(operator, letter, self.number(1), None, scope, rest)

    def _over_all(self, operator: BigOperator, scope: Scope) -> Term:
        """Σ x_i without an index below: over what runs free in it; Σ of a matrix: all entries."""
        letters = []
        for part in operator.body:
            for letter in script_letters(part):
                if letter in scope.axes or letter in scope.loops or self.page.is_size(letter) or letter in letters:
                    continue
                if letter in self.page.index_letters:
                    letters.append(letter)
        if letters:
            return self._over_all_of(operator, letters, scope)
        inner = self.product(operator.body, scope)
        if operator.kind != "sum":
            raise UnreadError("a product without an index", operator.at)
        return self.call("total", [inner], 1, 1, (), f"Σ{inner.show}")

    def _over(
        self, operator: BigOperator, letter: str, low: Term, high: Term | None, scope: Scope, rest: Sequence[str] = ()
    ) -> Term:
        """An operator over an index from `low` to `high`, None being the end of its range; then over the rest."""
        axis = self.page.axis(letter)
        dim = self.dims.fresh(letter)
        if high is not None and is_dim(high.mark) and low.mark == 1:
            self.dims.unify(dim, high.mark)
        inner_scope = scope.but(axes={letter: (axis, dim)})
        inner_scope.loops.pop(letter, None)
        tests: list[Term] = []
        if rest:
            term = self._over_all_of(operator, list(rest), inner_scope)
        else:
            term = self.product(list(operator.body), inner_scope)
            tests = [test for condition in operator.conditions for test in self.conditions(condition, inner_scope)]
        if high is None:
            self._needs_range(dim, letter, operator.at)
            high = self.size(dim)
        upper, kind = high, operator.kind
        out = Term(
            term.r,
            term.c,
            lambda: Over(kind, axis, low.node(), upper.node(), tuple(t.node() for t in tests), term.node(), False),
            f"({SHOWN[kind]}_{letter} {term.show})",
            (term,),
        )
        if kind == "prod":
            require_order(self.solver, term, operator.at)
        return out

    def _needs_range(self, dim: Dim, letter: str, at: int) -> None:
        """By the end, something must have said where this index stops."""

        def step(level: int) -> bool:
            found = self.dims.find(dim)
            if not self.dims.is_free(found) or not str(found).startswith("?") or found in self.dims.large:
                return True
            if level < 3:
                return False
            raise UnreadError(f"the range of the index {letter} is not known", at)

        self.solver.add(step)

    def _unrolled(self, operator: BigOperator, letter: str, low: Syn | int, high: Syn | int, scope: Scope) -> Term:
        """A sum over layers, whose shapes differ, written out."""
        first = low if isinstance(low, int) else self.page.layer_number(low, scope)
        last = high if isinstance(high, int) else self.page.layer_number(high, scope)
        if first is None or last is None:
            raise UnreadError("the bounds of this sum over layers are not known", operator.at)
        if last - first > MAX_UNROLLED:
            raise UnreadError(f"a sum over more than {MAX_UNROLLED} layers", operator.at)
        terms = []
        for number in range(first, last + 1):
            inner = scope.but(loops={letter: number})
            if all(self.truth(condition, inner) for condition in operator.conditions):
                terms.append(self.product(list(operator.body), inner))
        if not terms:
            return self.number(0.0 if operator.kind == "sum" else 1.0)
        if operator.kind == "sum":
            out = entrywise(self.solver, "add", terms, (1,) * len(terms), "the terms of a sum")
            out.show = "(" + " + ".join(t.show for t in terms) + ")"
            return out
        out = terms[0]
        for term in terms[1:]:
            out = self.times(out, term)
        return out

    def _extreme(self, item: Syn, word: str, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """Max or min over an index, and the place after it."""
        sub = next(part for part in item.args[1:] if part.kind == "sub")
        return self._bounded(BigOperator(word, items[k + 1 :], item.start), sub[0], None, scope), len(items)
