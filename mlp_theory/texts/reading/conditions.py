"""Conditions as numbers 0 and 1: in brackets, under a sum, beside a case."""

from __future__ import annotations

from mlp_theory.symbolic import Compare
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import RELATIONS, Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.factors import is_bracket
from mlp_theory.texts.syntax.mentions import letters_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.ranges import set_bounds
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError


class Conditions(ReaderBase):
    """Reads relations where they select, rather than claim."""

    def _indicator(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        r"""``\mathbb 1[z > 0]``, ``\mathbf 1_{z > 0}``, ``\mathbb I(i = k)``; and columns of ones."""
        item = items[k]
        bare = item[0] if item.kind == "scripted" else item
        inner = bare
        fonts = []
        while inner.kind == "font":
            fonts.append(str(inner[0]))
            inner = inner[1]
        value = number_of(inner)
        base = base_of(bare)
        marker = (value == 1 and bool(fonts)) or (base is not None and base.letter in ("I", "1"))
        if not marker:
            return (ones, k + 1) if (ones := self.ones(item, scope)) is not None else None
        scripts = scripts_of(item.args[1:], transposes=self.page.transposes) if item.kind == "scripted" else Scripts()
        if scripts.condition is not None:
            return self._all(self.conditions(scripts.condition, scope)), k + 1
        if k + 1 < len(items) and not scripts.subs:
            following = items[k + 1]
            group = following[0] if following.kind == "scripted" else following
            if is_bracket(group):
                content = group[0]
                while content.kind == "single":
                    content = content[-1]
                if content.kind == "chain":
                    return self._all(self.conditions(content, scope)), k + 2
        ones = self.ones(item, scope)
        return (ones, k + 1) if ones is not None else None

    def _all(self, tests: list[Term]) -> Term:
        """All conditions at once: their product."""
        out = tests[0]
        for test in tests[1:]:
            out = self.times(out, test, "⊙")
        return out

    def conditions(self, syn: Syn, scope: Scope) -> list[Term]:
        """A condition as numbers 0 and 1: one term a relation of the chain."""
        while syn.kind in ("braces", "single", "parens", "passed", "cell"):
            syn = syn[-1]
        if syn.kind != "chain":
            raise UnreadError("a condition is expected here", syn.start)
        args = syn.args
        if not isinstance(args[0], Syn):
            raise UnreadError("a condition that begins with a relation", syn.start)
        tests = []
        for k in range(0, len(args) - 2, 2):
            sign = str(args[k + 1])
            if sign == r"\in" and isinstance(args[k + 2], Syn):
                bounds = set_bounds(args[k + 2])
                if bounds is None:
                    raise UnreadError("a set that is not spelled out", args[k + 2].start)
                x = self._value_or_index(args[k], scope)
                low, high = (self._index(b, scope) for b in bounds)
                tests.append(self._compare(">=", x, low))
                tests.append(self._compare("<=", x, high))
                continue
            op = RELATIONS.get(sign)
            if op is None:
                raise UnreadError(f"a condition with {sign}", syn.start)
            left, right = self._value_or_index(args[k], scope), self._value_or_index(args[k + 2], scope)
            if op in ("=", "!=") and isinstance(left.mark, tuple) and isinstance(right.mark, tuple):
                self._same_range(left, right) if left.mark[0] == "axis" else self._same_range(right, left)
            tests.append(self._compare(op, left, right))
        return tests

    def _compare(self, op: str, left: Term, right: Term) -> Term:
        """A relation as a number 0 or 1, entry by entry."""
        both = entrywise(self.solver, "add", [left, right], (1, -1), "the two sides of a condition")
        return Term(
            both.r,
            both.c,
            lambda: Compare(op, left.node(), right.node()),
            f"[{left.show} {op} {right.show}]",
            (left, right),
            weak=all(t.weak or self.solver.scalar(t) for t in (left, right)),
        )

    def _value_or_index(self, syn: Syn, scope: Scope) -> Term:
        """A side of a condition: an index where it is a letter that runs, else an expression."""
        inner = syn
        while inner.kind in ("single", "braces") or (inner.kind == "list" and len(inner.args) == 1):
            inner = inner[-1]
        items = atoms(inner)
        if len(items) == 1:
            base = base_of(items[0])
            if (
                base is not None
                and base.key not in scope.params
                and (
                    base.letter in scope.axes
                    or base.letter in self.free
                    or base.key not in self.page.infos
                    or (self.claim and self.page.runs_free(self.page.infos[base.key]))
                )
                and (
                    base.letter in scope.axes
                    or base.letter in self.page.index_letters
                    or self.page.is_size(base.letter)
                )
            ):
                return self._index(items[0], scope)
        if inner.kind == "sum" and len(inner.args) > 1 and letters_in(inner) & (set(scope.axes) | set(self.free)):
            return self._index(inner, scope)
        return self.expression(syn, scope)

    def truth(self, condition: Syn, scope: Scope) -> bool:
        """Whether a condition on layers is met."""
        while condition.kind in ("braces", "single", "passed", "parens"):
            condition = condition[-1]
        if condition.kind != "chain":
            return True
        args = condition.args
        for k in range(0, len(args) - 2, 2):
            left, right = (self.page.layer_number(x, scope) for x in (args[k], args[k + 2]))
            if left is None or right is None:
                return True
            sign = RELATIONS.get(str(args[k + 1]))
            ok = {
                "=": left == right, "!=": left != right, "<": left < right, "<=": left <= right, ">": left > right,
                ">=": left >= right,
            }.get(sign or "", True)  # fmt: skip
            if not ok:
                return False
        return True
