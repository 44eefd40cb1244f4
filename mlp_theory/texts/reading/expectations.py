r"""``\mathbb{E}[x]``, ``\mathrm{Var}(x)`` and ``\mathrm{Cov}(x, y)`` over what the page calls random."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlp_theory.symbolic import Call, Expectation, Number
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.requirements import require_same_shape
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.factors import is_bracket
from mlp_theory.texts.syntax.names import base_of, text_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError

if TYPE_CHECKING:
    from mlp_theory.texts.symbols.page import Page

MOMENTS = {"e": "mean", "expectation": "mean", "var": "variance", "variance": "variance", "cov": "covariance"}


def moment_kind(page: Page, bare: Syn) -> str | None:
    """Which moment a name stands for, unless the page has another use for it."""
    base = base_of(bare)
    if base is None or base.key in page.infos or base.key in page.functions:
        return None
    if bare.kind in ("word", "text"):
        return MOMENTS.get(text_of(str(bare[0])).lower() if "{" in str(bare[0]) else str(bare[0]).lower())
    if base.style == "bb":
        return {"E": "mean", "V": "variance"}.get(base.letter)
    return "mean" if base.letter == "E" and page.random and not base.bold and not base.accents else None


def _spelled(items: list[Syn], k: int) -> str:
    """The letters side by side that begin here: V, a, r, where nobody made Var one word."""
    end = k
    while end < len(items) and items[end].kind == "letter" and (end == k or items[end].start == items[end - 1].end):
        end += 1
    return "".join(str(item[0]) for item in items[k:end])


class Expectations(ReaderBase):
    """Reads means and variances."""

    def _moment(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A mean, variance or covariance, and the place after it; None when it is none."""
        item = items[k]
        kind = moment_kind(self.page, item[0] if item.kind == "scripted" else item)
        if kind is None:
            spelled = _spelled(items, k)
            kind = MOMENTS.get(spelled.lower()) if self.page.random else None
            k += len(spelled) - 1 if kind is not None else 0
        if kind is None or k + 1 >= len(items):
            return None
        following = items[k + 1]
        group = following[0] if following.kind == "scripted" else following
        if not is_bracket(group):
            return None
        if self.page.unread_laws or not self.page.random:
            reason = "a distribution on this page is not read" if self.page.unread_laws else "nothing here is random"
            raise UnreadError(f"a {kind}, but {reason}", item.start)
        scripts = scripts_of(item.args[1:], transposes=self.page.transposes) if item.kind == "scripted" else Scripts()
        over = self._over_what(scripts, item)
        content = group[0]
        while content.kind == "single":
            content = content[-1]
        parts = [a for a in content.args if isinstance(a, Syn)] if content.kind == "list" else [content]
        if len(parts) != (2 if kind == "covariance" else 1):
            raise UnreadError(f"{kind} of {len(parts)} quantities", item.start)
        term = self._moment_of(kind, [self.expression(part, scope) for part in parts], over)
        for name, power in scripts.sups:
            if name != "power" or power is None:
                raise UnreadError(f"a {kind} with this above it", item.start)
            term = self.power(term, self.expression(power, scope), item.start)
        if following.kind == "scripted":
            marker = Syn("scripted", (Syn("applied", (), 0, 0), *following.args[1:]), item.start, following.end)
            term = self._scripted(term, following.args[1:], marker, scope)
        return term, k + 2

    def _over_what(self, scripts: Scripts, item: Syn) -> tuple[str, ...]:
        """The symbols that a subscript names; none: all that are random."""
        keys = []
        for sub in scripts.subs:
            for letter in (base.key for base in (base_of(sub),) if base is not None):
                if letter not in self.page.random:
                    raise UnreadError("a mean over what is not random", item.start)
                keys.append(letter)
        if len(keys) != len(scripts.subs) or scripts.words or scripts.condition is not None:
            raise UnreadError("a mean over this", item.start)
        return tuple(sorted(keys))

    def _moment_of(self, kind: str, terms: list[Term], over: tuple[str, ...]) -> Term:
        """E[x], E[(x − E x)²] entry by entry, E[(x − E x)(y − E y)]."""
        x = terms[0]
        if kind == "mean":
            return Term(x.r, x.c, lambda: Expectation(x.node(), over), f"E[{x.show}]", (x,))
        y = terms[-1]
        if kind == "covariance":
            require_same_shape(self.solver, x, y, "the two sides of a covariance")

        def make() -> Expectation:
            a, b = (Call("add", (t.node(), Expectation(t.node(), over)), (1, -1)) for t in (x, y))
            product = Call("power", (a, Number(2.0)), ()) if kind == "variance" else Call("times", (a, b), ())
            return Expectation(product, over)

        name = "Var" if kind == "variance" else "Cov"
        return Term(x.r, x.c, make, f"{name}({', '.join(t.show for t in terms)})", tuple(terms))
