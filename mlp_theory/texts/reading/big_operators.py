"""Σ and Π, max and min over an index: what binds the index, and from where to where it runs."""

from __future__ import annotations

from mlp_theory.symbolic import Dim, Over
from mlp_theory.texts.constraints.entrywise import entrywise
from mlp_theory.texts.constraints.requirements import require_scalar
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.reading.indices import is_dim
from mlp_theory.texts.reading.scope import MAX_UNROLLED, SUMS, Scope
from mlp_theory.texts.reading.surface import as_letter, as_letters, in_order, plain_letters, script_letters, set_bounds
from mlp_theory.texts.shapes import Term
from mlp_theory.texts.syntax import Syn, UnreadError


class BigOperators(ReaderBase):
    """Reads what an operator with an index does to all that follows it."""

    def _big(self, item: Syn, name: str, body: list[Syn], scope: Scope) -> Term:
        """An operator with an index, and its body."""
        if name not in SUMS:
            raise UnreadError(f"no such operation: {name}", item.start)
        if not body:
            raise UnreadError("nothing stands under this sum", item.end)
        kind = SUMS[name]
        sub = sup = None
        for part in item.args[1:] if item.kind == "scripted" else ():
            if part.kind == "sub":
                sub = part[0]
            elif part.kind == "sup":
                sup = part[0]
        if sub is None:
            return self._over_all(kind, body, scope, item.start)
        return self._bounded(kind, sub, sup, body, scope, item.start)

    def _bounded(self, kind: str, sub: Syn, sup: Syn | None, body: list[Syn], scope: Scope, at: int) -> Term:
        """An operator whose index stands below it."""
        inner = sub
        while inner.kind in ("braces", "single", "passed"):
            inner = inner[-1]
        conditions: list[Syn] = []
        if inner.kind == "chain":
            letters = plain_letters(inner[0]) if isinstance(inner[0], Syn) else []
            if len(letters) > 1 and str(inner[1]) == "=" and sup is not None and len(inner.args) == 3:
                # Σ_{i,j=1}^n: one sum inside the other.
                first = Syn("chain", (as_letter(letters[0]), "=", inner[2]), inner.start, inner.end)
                rest = Syn("chain", (as_letters(letters[1:]), "=", inner[2]), inner.start, inner.end)
                name = {"sum": r"\sum", "prod": r"\prod"}.get(kind)
                if name is None:
                    raise UnreadError("more than one index here", inner.start)
                operator = Syn("scripted", (
                    Syn("bigop", (name,), at, at), Syn("sub", (rest,), at, at), Syn("sup", (sup,), at, at)
                ), at, at)  # fmt: skip
                return self._bounded(kind, first, sup, [operator, *body], scope, at)
            if (
                [str(a) for a in inner.args if not isinstance(a, Syn)] == ["="]
                and len(inner.args) == 3
                and sup is not None
            ):
                letters = plain_letters(inner[0])
                if len(letters) != 1:
                    raise UnreadError("a sum needs one index", inner.start)
                low = inner[2]
                return self._over_range(kind, letters[0], low, sup, [], body, scope, at)
            if str(inner[1]) == r"\in" and len(inner.args) == 3:
                letters = plain_letters(inner[0])
                bounds = set_bounds(inner[2])
                if bounds is None or len(letters) != 1:
                    raise UnreadError("a sum over a set that is not spelled out", inner.start)
                return self._over_range(kind, letters[0], bounds[0], bounds[1], [], body, scope, at)
            # k ≠ i, 1 ≤ i ≤ n, j < i: the first letter that is not bound is the index.
            letters = [x for x in in_order(inner) if x not in scope.axes and x not in scope.loops]
            letters = [x for x in letters if not self.page.is_size(x)] or letters
            if not letters:
                raise UnreadError("no free index under this sum", inner.start)
            open_letters = [x for x in letters if not self.claim or (x not in self.free and x not in self.elsewhere)]
            letter = (open_letters or letters)[0]
            conditions.append(inner)
            if len(set(open_letters)) > 1 and all(x in self.page.index_letters for x in open_letters):
                return self._over_all_of(kind, list(dict.fromkeys(open_letters)), conditions, body, scope, at)
            return self._over_all_of(kind, [letter], conditions, body, scope, at)
        letters = plain_letters(inner)
        if not letters:
            raise UnreadError("an index is expected under this sum", inner.start)
        return self._over_all_of(kind, letters, conditions, body, scope, at)

    def _over_range(
        self, kind: str, letter: str, low: Syn, high: Syn, conditions: list[Syn], body: list[Syn], scope: Scope, at: int
    ) -> Term:
        """An operator with both bounds written."""
        if self.page.is_layer(letter, body):
            return self._unrolled(kind, letter, low, high, conditions, body, scope, at)
        return self._over(
            kind, letter, self._index(low, scope), self._index(high, scope, top=True), conditions, body, scope, at
        )

    def _over_all_of(
        self, kind: str, letters: list[str], conditions: list[Syn], body: list[Syn], scope: Scope, at: int
    ) -> Term:
        """Bounds that the range of the index supplies."""
        letter, rest = letters[0], letters[1:]
        if not rest and self.page.is_layer(letter, body):
            low, high = self.page.layers.get(letter, (1, self.page.depth))
            return self._unrolled(kind, letter, low, high, conditions, body, scope, at)
        if rest:
            inner = Syn("many", (tuple(rest), tuple(conditions), tuple(body), kind), at, at)
            return self._over(kind, letter, self.number(1), None, [], [inner], scope, at)
        return self._over(kind, letter, self.number(1), None, conditions, body, scope, at)

    def _over_all(self, kind: str, body: list[Syn], scope: Scope, at: int) -> Term:
        """Σ x_i without an index below: over what runs free in it; Σ of a matrix: all entries."""
        letters = []
        for part in body:
            for letter in script_letters(part):
                if letter in scope.axes or letter in scope.loops or self.page.is_size(letter) or letter in letters:
                    continue
                if letter in self.page.index_letters:
                    letters.append(letter)
        if letters:
            return self._over_all_of(kind, letters, [], body, scope, at)
        inner = self.product(body, scope)
        if kind != "sum":
            raise UnreadError("a product without an index", at)
        return self.call("total", [inner], 1, 1, (), f"Σ{inner.show}")

    def _over(
        self,
        kind: str,
        letter: str,
        low: Term,
        high: Term | None,
        conditions: list[Syn],
        body: list[Syn],
        scope: Scope,
        at: int,
    ) -> Term:
        """An operator over an index from `low` to `high`; None is the end of its range."""
        axis = self.page.axis(letter)
        dim = self.dims.fresh(letter)
        top: Dim | None = None
        if high is not None and is_dim(high.mark):
            top = high.mark
        if top is not None and low.mark == 1:
            self.dims.unify(dim, top)
        inner_scope = scope.but(axes={letter: (axis, dim)})
        if letter in scope.loops:
            inner_scope.loops.pop(letter)
        if len(body) == 1 and body[0].kind == "many":
            rest, conds, items, inner_kind = body[0].args
            term = self._over_all_of(inner_kind, list(rest), list(conds), list(items), inner_scope, at)
        else:
            term = self.product(list(body), inner_scope)
        tests = [test for condition in conditions for test in self.conditions(condition, inner_scope)]
        upper = high if high is not None else self.size(dim)
        if high is None:
            self._needs_range(dim, letter, at)
        out = Term(
            term.r,
            term.c,
            lambda: Over(kind, axis, low.node(), upper.node(), tuple(t.node() for t in tests), term.node(), False),
            f"({ {'sum': 'Σ', 'prod': 'Π', 'max': 'max', 'min': 'min', 'mean': 'mean'}[kind] }_{letter} {term.show})",
            (term,),
        )
        if kind == "prod":
            require_scalar(self.solver, term, "a factor of this product")
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

    def _unrolled(
        self,
        kind: str,
        letter: str,
        low: Syn | int,
        high: Syn | int,
        conditions: list[Syn],
        body: list[Syn],
        scope: Scope,
        at: int,
    ) -> Term:
        """A sum over layers, whose shapes differ, written out."""
        first = low if isinstance(low, int) else self.layer_number(low, scope)
        last = high if isinstance(high, int) else self.layer_number(high, scope)
        if first is None or last is None:
            raise UnreadError("the bounds of this sum over layers are not known", at)
        if last - first > MAX_UNROLLED:
            raise UnreadError(f"a sum over more than {MAX_UNROLLED} layers", at)
        terms = []
        for number in range(first, last + 1):
            inner = scope.but(loops={letter: number})
            if all(self.truth(condition, inner) for condition in conditions):
                terms.append(self.product(list(body), inner))
        if not terms:
            return self.number(0.0 if kind == "sum" else 1.0)
        if kind == "sum":
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
        return self._bounded(word, sub[0], None, items[k + 1 :], scope, item.start), len(items)
