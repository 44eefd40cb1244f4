"""Factors side by side, with the operators and slashes between them."""

from __future__ import annotations

from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import SEPARATORS, Scope
from mlp_theory.texts.syntax.factors import big_operator, is_bracket
from mlp_theory.texts.syntax.names import text_of
from mlp_theory.texts.syntax.signs import starts_with_sign
from mlp_theory.texts.syntax.syn import Syn, UnreadError


class Products(ReaderBase):
    """Reads a term of a sum, factor by factor."""

    def product(self, items: list[Syn], scope: Scope) -> Term:
        """A sequence of items between two signs."""
        items = self._prepared(items)
        if not items:
            raise UnreadError("nothing stands here")
        left, k = self._run(items, 0, scope)
        while k < len(items):
            sign = SEPARATORS.get(str(items[k][0]))
            at = items[k].start
            if sign is None:
                raise UnreadError(f"no such operation: {items[k][0]}", at)
            if k + 1 >= len(items):
                raise UnreadError("a factor is missing after this", at)
            if sign == "/":
                left, k = self._slash(items, k, left, scope)
            else:
                right, k = self._run(items, k + 1, scope)
                left = self.divide(left, right) if sign == "⊘" else self.times(left, right, sign)
        return left

    def _prepared(self, items: list[Syn]) -> list[Syn]:
        """Words in text become words; fonts that change nothing are dropped."""
        out: list[Syn] = []
        for item in items:
            if item.kind == "fontswitch":
                continue
            if item.kind == "text":
                words = text_of(str(item[0]))
                if not words:
                    continue
                if words == "T":
                    out.append(item)
                    continue
                item = Syn("word", (f"\\mathrm{{{words}}}",), item.start, item.end)
            if item.kind == "scripted" and item[0].kind == "text":
                word = Syn("word", (f"\\mathrm{{{text_of(str(item[0][0]))}}}",), item[0].start, item[0].end)
                item = Syn("scripted", (word, *item.args[1:]), item.start, item.end)
            out.append(item)
        return out

    def _slash(self, items: list[Syn], k: int, left: Term, scope: Scope) -> tuple[Term, int]:
        """``a/b``: a fraction of single signs before a bracket or a big operator is a coefficient."""
        end = k + 1
        while end < len(items) and items[end].kind != "infix":
            end += 1
        run = items[k + 1 : end]
        if not run:
            raise UnreadError("a divisor is missing after this", items[k].start)
        single = k == 1 or items[k - 2].kind == "infix"
        first = run[0]
        if len(run) == 1 or (len(run) == 2 and is_bracket(run[1]) and self._is_function(run[0], scope)):
            right, _ = self._run(items[:end], k + 1, scope)
            return self.divide(left, right), end
        opening = is_bracket(run[1]) or big_operator(run[1]) is not None
        if single and opening and not is_bracket(first):
            divisor, _ = self._run([*items[: k + 2]], k + 1, scope)
            rest, after = self._run(items, k + 2, scope)
            return self.times(self.divide(left, divisor), rest), after
        if is_bracket(first) or big_operator(first) is not None:
            # (a)/(b) c: the bracket is the divisor.
            divisor, _ = self._run([*items[: k + 2]], k + 1, scope)
            rest, after = self._run(items, k + 2, scope)
            return self.times(self.divide(left, divisor), rest), after
        raise UnreadError(
            "a/bc can be (a/b)c or a/(bc); write a fraction or brackets",
            items[k].start,
        )

    def _run(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """Factors side by side, up to the next operator."""
        factors: list[Term] = []
        while k < len(items) and items[k].kind != "infix":
            if factors and starts_with_sign(items[k]):
                raise UnreadError("a sign at the start of a group behind a factor", items[k].start)
            factor, k = self._factor(items, k, scope)
            factors.append(factor)
        if not factors:
            raise UnreadError("a factor is missing here", items[k].start if k < len(items) else None)
        out = factors[0]
        for factor in factors[1:]:
            out = self.times(out, factor)
        return out, k

    def _factor(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """One factor, and the place after it."""
        item = items[k]
        bare = item[0] if item.kind == "scripted" else item
        big = big_operator(item)
        if big is not None:
            return self._big(item, big, items[k + 1 :], scope), len(items)
        found = self._derivative_at(items, k, scope)
        if found is not None:
            return found
        if item.kind in ("frac", "over"):
            above, below = (item[1], item[2]) if item.kind == "frac" else (item[0], item[1])
            return self.divide(self.expression(above, scope), self.expression(below, scope)), k + 1
        found = self._moment(items, k, scope)
        if found is not None:
            return found
        if bare.kind in ("function", "word"):
            found = self._function_word(items, k, scope)
            if found is not None:
                return found
        found = self._indicator(items, k, scope)
        if found is not None:
            return found
        found = self._application(items, k, scope)
        if found is not None:
            return found
        return self.atom(item, scope), k + 1
