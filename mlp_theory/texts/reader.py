"""From the surface to the meaning: names become symbols, sequences become products and applications."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mlp_theory.symbolic import (
    Apply,
    At,
    Call,
    Column,
    Compare,
    Derivative,
    Dim,
    Entry,
    Index,
    Map,
    Member,
    Node,
    Number,
    Over,
    Piecewise,
    Row,
    Size,
    Symbol,
    plus,
)
from mlp_theory.texts.names import (
    Base,
    Scripts,
    atoms,
    base_of,
    indices_of,
    letters_in,
    number_of,
    scripts_of,
    whole,
)
from mlp_theory.texts.shapes import MisfitError, Solver, Term, entrywise, product
from mlp_theory.texts.syntax import Syn, UnreadError, text_of

if TYPE_CHECKING:
    from mlp_theory.texts.page import FunctionDef, Info, Page

ELEMENTWISE_WORDS = {
    "exp": "exp", "log": "log", "ln": "log", "tanh": "tanh", "sin": "sin", "cos": "cos", "tan": "tan", "sinh": "sinh",
    "cosh": "cosh", "arctan": "arctan", "arcsin": "arcsin", "arccos": "arccos", "erf": "erf", "sigmoid": "sigmoid",
    "relu": "relu", "sigm": "sigmoid", "logistic": "sigmoid", "expit": "sigmoid", "softplus": "softplus",
    "sign": "sign", "sgn": "sign", "abs": "abs", "sqrt": "sqrt", "step": "step", "heaviside": "step",
}  # fmt: skip
COLUMN_WORDS = {"softmax", "logsumexp", "lse"}
MATRIX_WORDS = {"tr", "trace", "det", "diag", "vec", "sum", "mean", "max", "min", "norm"}
SUMS = {r"\sum": "sum", r"\prod": "prod"}
RELATIONS = {
    "=": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "<=", r"\leq": "<=", r"\leqslant": "<=",
    r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", r"\ne": "!=", r"\neq": "!=", "≤": "<=", "≥": ">=", "≠": "!=",
}  # fmt: skip
SEPARATORS = {
    r"\odot": "⊙", r"\cdot": "·", r"\circ": "∘", r"\times": "×", r"\otimes": "⊗", r"\oslash": "⊘", "*": "*",
    "/": "/",
    r"\ast": "*", "·": "·", r"\bullet": "·", r"\star": "*", r"\div": "/", r"\bigodot": "⊙",
}  # fmt: skip
MAX_UNROLLED = 64


@dataclass
class Scope:
    """What letters mean at a place: bound indices, layers, parameters of functions."""

    axes: dict[str, tuple[str, Dim]] = field(default_factory=dict)
    loops: dict[str, int] = field(default_factory=dict)
    params: dict[str, Term] = field(default_factory=dict)

    def but(self, **changes: dict) -> Scope:
        """The scope with more names."""
        return Scope(
            {**self.axes, **changes.get("axes", {})},
            {**self.loops, **changes.get("loops", {})},
            {**self.params, **changes.get("params", {})},
        )


class Reader:
    """Reads expressions of one page into terms.

    Parameters
    ----------
    page : Page
        Its symbols and conventions.
    solver : Solver
        Where the constraints go.
    claim : bool
        Whether free indices may appear, and unknown symbols are noted instead of entered.
    """

    def __init__(self, page: Page, solver: Solver, *, claim: bool):
        self.page, self.solver, self.claim = page, solver, claim
        self.dims = solver.dims
        self.free: dict[str, tuple[str, Dim]] = {}
        self.unknown: dict[str, str] = {}
        self.elsewhere: set[str] = set()  # indices that the other side of the claim leaves open
        self.used: set[str] = set()
        self.layout = page.layout
        self.tensor = False
        self.depth = 0
        self.origin: list[str] = []

    # Small makers ----------------------------------------------------------------------------------------

    def number(self, value: float, show: str = "") -> Term:
        """A number."""
        return Term(1, 1, lambda: Number(float(value)), show or f"{value:g}", weak=True, free_zero=value == 0)

    def size(self, dim: Dim) -> Term:
        """A dimension as a number."""
        return Term(1, 1, lambda: Size(self.dims.find(dim)), self.dims.show(dim), weak=True)

    def call(self, op: str, args: Iterable[Term], r: Dim, c: Dim, data: tuple = (), show: str = "") -> Term:
        """An operation whose shape is known."""
        parts = tuple(args)
        return Term(r, c, lambda: Call(op, tuple(p.node() for p in parts), data), show, parts)

    def elementwise(self, name: str, x: Term) -> Term:
        """A function of one number, entry by entry."""
        return self.call("elementwise", [x], x.r, x.c, (name,), f"{name}({x.show})")

    def transpose(self, x: Term) -> Term:
        """xᵀ."""
        return self.call("transpose", [x], x.c, x.r, (), f"{x.show}ᵀ")

    def times(self, a: Term, b: Term, sign: str = "", at: int = 0) -> Term:
        """A product, whatever it turns out to be."""
        term = product(self.solver, a, b, sign, at)
        term.show = f"({a.show} {sign or '·'} {b.show})"
        return term

    def divide(self, a: Term, b: Term) -> Term:
        """A quotient, entry by entry."""
        term = entrywise(self.solver, "divide", [a, b], (), "the numerator and the denominator")
        term.show = f"({a.show} / {b.show})"
        return term

    def power(self, base: Term, exponent: Term, at: int) -> Term:
        """A power: of numbers and columns entry by entry, of square matrices as a product."""
        out = Term(base.r, base.c, lambda: Number(0.0), f"{base.show}^{exponent.show}", (base, exponent))

        def make() -> Node:
            node = exponent.node()
            square = not self.dims.is_one(base.r) and self.dims.find(base.r) == self.dims.find(base.c)
            if square and isinstance(node, Number) and node.value == int(node.value) and 1 <= node.value <= 12:
                return Call("matrix power", (base.node(),), (int(node.value),))
            if square:
                raise UnreadError("a power of a matrix that is no whole number", at)
            return Call("power", (base.node(), node), ())

        def square(level: int) -> bool:
            if level < 1 and not self.solver.settled(base):
                return False
            if not self.dims.may_be_one(base.r) and not self.dims.may_be_one(base.c):
                self.dims.unify(base.r, base.c)
            return True

        out.make = make
        self.solver.add(square)
        self.solver.add(self._needs_scalar(exponent, "an exponent"))
        return out

    def _needs_scalar(self, term: Term, what: str) -> Callable[[int], bool]:
        def step(level: int) -> bool:
            if not self.solver.settled(term):
                if level == 0:
                    return False
                self.dims.unify_all((term.r, 1), (term.c, 1))
            if not self.solver.scalar(term):
                raise MisfitError(f"{what} is {self.solver.show(term)}, no number")
            return True

        return step

    # Sums of terms ---------------------------------------------------------------------------------------

    def expression(self, syn: Syn, scope: Scope) -> Term:
        """Read an expression without a relation."""
        self.depth += 1
        if self.depth > 120:
            raise UnreadError("nested too deeply", syn.start)
        try:
            return self._expression(syn, scope)
        finally:
            self.depth -= 1

    def _expression(self, syn: Syn, scope: Scope) -> Term:
        while syn.kind in ("single", "braces", "passed"):
            syn = syn[-1]
        if syn.kind == "list":
            parts = [part for part in syn.args if isinstance(part, Syn)]
            if len(parts) != 1:
                raise UnreadError(
                    "a list of expressions where one is expected", parts[1].start if len(parts) > 1 else syn.start
                )
            syn = parts[0]
        if syn.kind == "chain":
            raise UnreadError("a relation where an expression is expected", syn.start)
        if syn.kind == "sum":
            return self._sum(syn, scope)
        return self.product(atoms(syn), scope)

    def _sum(self, syn: Syn, scope: Scope) -> Term:
        signs, terms = [], []
        syn = _signs_joined(syn)
        dotted = self._dotted_sum(syn, scope)
        if dotted is not None:
            return dotted
        for sign, term in syn.args:
            if sign == 0:
                raise UnreadError("± says two things at once", term.start)
            signs.append(sign)
            terms.append(self.product(list(term.args), scope))
        if len(terms) == 1 and signs[0] == 1:
            return terms[0]
        show = "".join(
            (" + " if s == 1 else " − ") + t.show if k else ("−" if s == -1 else "") + t.show
            for k, (s, t) in enumerate(zip(signs, terms, strict=True))
        )
        term = entrywise(self.solver, "add", terms, tuple(signs), "the terms of a sum")
        term.show = f"({show})"
        term.weak = all(t.weak for t in terms)
        return term

    def _dotted_sum(self, syn: Syn, scope: Scope) -> Term | None:
        r"""``x_1 + x_2 + \cdots + x_n``: the general term from the first and the last."""
        terms = [term for _, term in syn.args]
        where = [k for k, t in enumerate(terms) if len(t.args) == 1 and t[0].kind == "dots"]
        if not where:
            return None
        if (
            len(where) != 1
            or where[0] < 1
            or where[0] != len(terms) - 2
            or any(s != 1 for s, _ in syn.args[: where[0]])
        ):
            raise UnreadError("dots between terms that do not show a pattern", terms[where[0]].start)
        first, last = terms[0], terms[-1]
        changed = differences(first, last)
        if not changed or any(whole(a) != whole(changed[0][0]) or whole(b) != whole(changed[0][1]) for a, b in changed):
            raise UnreadError("the first and the last term do not show one running index", last.start)
        start = number_of(changed[0][0])
        if start is None or start != int(start):
            raise UnreadError("dots that do not start with a number", first.start)
        for k, term in enumerate(terms[1 : where[0]], 1):
            if differences(term, _with(first, changed, _digit(int(start) + k))):
                raise UnreadError("this term does not continue the pattern of the first and the last", term.start)
        letter = "iota"
        body = _with(first, changed, Syn("letter", (letter,), first.start, first.start))
        low, high = self._index(changed[0][0], scope), self._index(changed[0][1], scope, top=True)
        return self._over("sum", letter, low, high, [], list(body.args), scope, first.start)

    # Products --------------------------------------------------------------------------------------------

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
                left = self.divide(left, right) if sign == "⊘" else self.times(left, right, sign, at)
        return left

    def _prepared(self, items: list[Syn]) -> list[Syn]:
        out: list[Syn] = []
        for item in items:
            if item.kind == "fontswitch":
                continue
            if item.kind == "text":
                words = text_of(str(item[0]))
                if not words:
                    continue
                if words in ("T",):
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
        if len(run) == 1 or (len(run) == 2 and _is_bracket(run[1]) and self._is_function(run[0], scope)):
            right, _ = self._run(items[:end], k + 1, scope)
            return self.divide(left, right), end
        opening = _is_bracket(run[1]) or _bigop(run[1]) is not None
        if single and opening and not _is_bracket(first):
            divisor, _ = self._run([*items[: k + 2]], k + 1, scope)
            rest, after = self._run(items, k + 2, scope)
            return self.times(self.divide(left, divisor), rest, "", first.start), after
        if _is_bracket(first) or _bigop(first) is not None:
            # (a)/(b) c: the bracket is the divisor.
            divisor, _ = self._run([*items[: k + 2]], k + 1, scope)
            rest, after = self._run(items, k + 2, scope)
            return self.times(self.divide(left, divisor), rest, "", first.start), after
        raise UnreadError(
            "a/bc can be (a/b)c or a/(bc); write a fraction or brackets",
            items[k].start,
        )

    def _run(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        """Factors side by side, up to the next operator."""
        factors: list[Term] = []
        starts: list[int] = []
        while k < len(items) and items[k].kind != "infix":
            starts.append(items[k].start)
            if factors and _starts_with_sign(items[k]):
                raise UnreadError("a sign at the start of a group behind a factor", items[k].start)
            factor, k = self._factor(items, k, scope)
            factors.append(factor)
        if not factors:
            raise UnreadError("a factor is missing here", items[k].start if k < len(items) else None)
        out = factors[0]
        for factor, at in zip(factors[1:], starts[1:], strict=True):
            out = self.times(out, factor, "", at)
        return out, k

    def _factor(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        item = items[k]
        bare = item[0] if item.kind == "scripted" else item
        big = _bigop(item)
        if big is not None:
            return self._big(item, big, items[k + 1 :], scope), len(items)
        if bare.kind == "partial":
            return self._inline_derivative(items, k, scope)
        if bare.kind == "nabla":
            return self._nabla(items, k, scope)
        if item.kind == "frac" or item.kind == "over":
            found = self._fraction_derivative(item, items, k, scope)
            if found is not None:
                return found
            above, below = (item[1], item[2]) if item.kind == "frac" else (item[0], item[1])
            return self.divide(self.expression(above, scope), self.expression(below, scope)), k + 1
        found = self._dv(items, k, scope)
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

    # Big operators ---------------------------------------------------------------------------------------

    def _big(self, item: Syn, name: str, body: list[Syn], scope: Scope) -> Term:
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
        inner = sub
        while inner.kind in ("braces", "single", "passed"):
            inner = inner[-1]
        conditions: list[Syn] = []
        if inner.kind == "chain":
            letters = _plain_letters(inner[0]) if isinstance(inner[0], Syn) else []
            if len(letters) > 1 and str(inner[1]) == "=" and sup is not None and len(inner.args) == 3:
                # Σ_{i,j=1}^n: one sum inside the other.
                first = Syn("chain", (_letter(letters[0]), "=", inner[2]), inner.start, inner.end)
                rest = Syn("chain", (_letters(letters[1:]), "=", inner[2]), inner.start, inner.end)
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
                letters = _plain_letters(inner[0])
                if len(letters) != 1:
                    raise UnreadError("a sum needs one index", inner.start)
                low = inner[2]
                return self._over_range(kind, letters[0], low, sup, [], body, scope, at)
            if str(inner[1]) == r"\in" and len(inner.args) == 3:
                letters = _plain_letters(inner[0])
                bounds = _set_bounds(inner[2])
                if bounds is None or len(letters) != 1:
                    raise UnreadError("a sum over a set that is not spelled out", inner.start)
                return self._over_range(kind, letters[0], bounds[0], bounds[1], [], body, scope, at)
            # k ≠ i, 1 ≤ i ≤ n, j < i: the first letter that is not bound is the index.
            letters = [x for x in _in_order(inner) if x not in scope.axes and x not in scope.loops]
            letters = [x for x in letters if not self.page.is_size(x)] or letters
            if not letters:
                raise UnreadError("no free index under this sum", inner.start)
            open_letters = [x for x in letters if not self.claim or (x not in self.free and x not in self.elsewhere)]
            letter = (open_letters or letters)[0]
            conditions.append(inner)
            if len(set(open_letters)) > 1 and all(x in self.page.index_letters for x in open_letters):
                return self._over_all_of(kind, list(dict.fromkeys(open_letters)), conditions, body, scope, at)
            return self._over_all_of(kind, [letter], conditions, body, scope, at)
        letters = _plain_letters(inner)
        if not letters:
            raise UnreadError("an index is expected under this sum", inner.start)
        return self._over_all_of(kind, letters, conditions, body, scope, at)

    def _over_range(
        self, kind: str, letter: str, low: Syn, high: Syn, conditions: list[Syn], body: list[Syn], scope: Scope, at: int
    ) -> Term:
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
            for letter in _script_letters(part):
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
        loop = [False]
        out = Term(
            term.r,
            term.c,
            lambda: Over(kind, axis, low.node(), upper.node(), tuple(t.node() for t in tests), term.node(), loop[0]),
            f"({ {'sum': 'Σ', 'prod': 'Π', 'max': 'max', 'min': 'min', 'mean': 'mean'}[kind] }_{letter} {term.show})",
            (term,),
        )
        if kind == "prod":
            self.solver.add(self._needs_scalar(term, "a factor of this product"))
        return out

    def _needs_range(self, dim: Dim, letter: str, at: int) -> None:
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
            out = self.times(out, term, "", at)
        return out

    def truth(self, condition: Syn, scope: Scope) -> bool:
        """Whether a condition on layers is met."""
        while condition.kind in ("braces", "single", "passed", "parens"):
            condition = condition[-1]
        if condition.kind != "chain":
            return True
        args = condition.args
        for k in range(0, len(args) - 2, 2):
            left, right = (self.layer_number(x, scope) for x in (args[k], args[k + 2]))
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

    # Indices ---------------------------------------------------------------------------------------------

    def layer_number(self, syn: Syn, scope: Scope) -> int | None:
        """The number of a layer, if this is one: l − 1, L, 2."""
        while syn.kind in ("braces", "single", "passed", "parens") or (syn.kind == "list" and len(syn.args) == 1):
            syn = syn[-1]
        value = number_of(syn)
        if value is not None:
            return int(value) if value == int(value) else None
        if syn.kind == "sum":
            total = 0
            for sign, term in syn.args:
                inner = self.layer_number(term, scope)
                if inner is None or sign == 0:
                    return None
                total += sign * inner
            return total
        if syn.kind == "term" and len(syn.args) == 1:
            return self.layer_number(syn[0], scope)
        base = base_of(syn)
        if base is None:
            return None
        if base.letter in scope.loops:
            return scope.loops[base.letter]
        return self.page.layer_tops.get(base.letter)

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

    # Names with scripts ----------------------------------------------------------------------------------

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
            return self._scripted(self._bare(bare, scope), parts, syn, scope)
        return self.name(base, scripts_of(parts, transposes=self.page.transposes), syn, scope)

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
        kind = syn.kind
        if kind == "number":
            value = number_of(syn)
            assert value is not None
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
            if kind == "brackets" and inner.kind == "list" and self._blocks_inside(inner, scope):
                return self._tuple(Syn("list", tuple(self._cells(inner)), inner.start, inner.end), scope, "row")
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
            self.solver.add(self._same_shape(a, b, "the two sides of ⟨ , ⟩"))
            both = self.call("times", [a, b], a.r, a.c)
            return self.call("total", [both], 1, 1, (), f"⟨{a.show}, {b.show}⟩")
        if kind == "root":
            x = self.expression(syn[-1], scope)
            if len(syn.args) > 1:
                degree = self.expression(syn[0], scope)
                return self.power(x, self.divide(self.number(1), degree), syn.start)
            return self.elementwise("sqrt", x)
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

    def _same_shape(self, a: Term, b: Term, what: str) -> Callable[[int], bool]:
        def step(level: int) -> bool:
            if level == 0 and not (self.solver.settled(a) and self.solver.settled(b)):
                return False
            self.solver.equate(a, b, what)
            return True

        return step

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
        listed = bare.kind == "parens" and _is_tuple(bare)
        for kind, content in scripts.sups:
            if kind == "T" and content is not None and self.page.names_t(content):
                term = self._transpose_or_power(term, content, scope)
            elif kind == "T" and listed:
                listed = False  # (x_1, …, x_n)ᵀ is a column, as (x_1, …, x_n) is one
            elif kind == "T":
                term = self.transpose(term)
            elif kind in ("inverse", "inverse T"):
                term = self.inverse(term, syn.start)
                if kind == "inverse T":
                    term = self.transpose(term)
        if scripts.subs:
            term = self.entries(term, scripts.subs, scope, syn)
        for kind, content in scripts.sups:
            if kind == "power":
                assert content is not None
                term = self.power(term, self.expression(content, scope), syn.start)
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
            if self.solver.scalar(term):
                if not self.solver.scalar(exponent):
                    raise UnreadError("a number to the power of what is no number", letter.start)
                return Call("power", (term.node(), exponent.node()), ())
            return Call("transpose", (term.node(),), ())

        self.solver.add(step)
        return Term(r, c, make, f"{term.show}^T", (term,))

    def _prime_of_group(self, group: Syn, primes: int, scope: Scope) -> Term:
        """``(f(x))'``: by the one variable that stands in it."""
        letters = [x for x in _in_order(group) if self._is_variable(x, scope)]
        if len(set(letters)) != 1:
            raise UnreadError("a prime on a group with more than one variable", group.start)
        inner = group
        while inner.kind in ("parens", "brackets", "braces", "single", "curly"):
            inner = inner[-1]
        letter = Syn("letter", (letters[0],), group.start, group.start + 1)
        items = atoms(inner) if inner.kind != "sum" or len(inner.args) == 1 else [group]
        return self._derive(items, [(letter, 1)], primes, scope, group.start)

    def _is_variable(self, letter: str, scope: Scope) -> bool:
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

    def inverse(self, term: Term, at: int) -> Term:
        """A⁻¹, or 1/x of a number."""
        out = Term(term.r, term.c, lambda: Number(0), f"{term.show}⁻¹", (term,))

        def make() -> Node:
            if self.solver.scalar(term):
                return Call("divide", (Number(1.0), term.node()), ())
            if self.dims.find(term.r) != self.dims.find(term.c):
                raise MisfitError(f"the inverse of {self.solver.show(term)}, which is not square")
            return Call("inverse", (term.node(),), ())

        def step(level: int) -> bool:
            if not self.solver.settled(term) and level == 0:
                return False
            if not self.dims.unify(term.r, term.c):
                raise MisfitError(f"the inverse of {self.solver.show(term)}, which is not square")
            return True

        out.make = make
        self.solver.add(step)
        del at
        return out

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

    def name(self, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> Term:
        """A name with its scripts: which symbol it is, and what is done to it."""
        term, sups = self.resolve(base, scripts, syn, scope)
        if scripts.primes and not self.page.has_primed(base, scripts):
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
                term = self.inverse(term, syn.start)
            elif kind == "inverse T":
                term = self.transpose(self.inverse(term, syn.start))
            elif kind == "power":
                assert content is not None
                exponent = self.expression(content, scope)
                term = self.elementwise("exp", exponent) if exponential else self.power(term, exponent, syn.start)
        return term

    def resolve(self, base: Base, scripts: Scripts, syn: Syn, scope: Scope) -> tuple[Term, list]:
        """The symbol (or entry of one), and the powers and transposes still to be applied."""
        page = self.page
        if base.key in scope.params and not scripts.words:
            term = scope.params[base.key]
            if scripts.subs:
                term = self.entries(term, scripts.subs, scope, syn)
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
            term = self.entries(term, indices, scope, syn)
        return term, ref.sups

    def _symbol(self, info: Info, syn: Syn) -> Term:
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
        if letter == "e" and len(scripts.subs) == 1:
            i = self._index(scripts.subs[0], scope)
            dim = self.dims.fresh("", large=True)
            self._bind_range(i, dim, syn.start)
            return Term(dim, 1, lambda: Call("unit", (i.node(),), (self.dims.find(dim),)), f"e[{i.show}]"), scripts.sups
        if (
            self.page.is_size(letter)
            and not base.bold
            and not scripts.subs
            and not scripts.words
            and letter not in page.infos
        ):
            return self.size(letter), scripts.sups
        if letter in page.layer_tops and not scripts.subs and base.key not in page.infos:
            return self.number(page.layer_tops[letter]), scripts.sups
        if letter in scope.loops and not scripts.subs:
            return self.number(scope.loops[letter]), scripts.sups
        if (letter in scope.axes or letter in self.free) and not scripts.subs and not base.bold and not scripts.words:
            term = self.index_letter(base, scope, syn)
            return (term, scripts.sups) if term is not None else None
        dim = page.dim_of(syn, scope, self) if syn.kind == "scripted" else None
        if dim is not None:
            return self.size(dim), scripts.sups
        return None

    def _same_range(self, i: Term, j: Term) -> None:
        if (i.mark[0] == "axis" and j.mark[0] == "axis") or (
            i.mark[0] == "axis" and j.mark[0] == "value" and j.mark[1] is not None
        ):
            self.dims.unify(i.mark[1], j.mark[1])

    def _identity(self, scripts: Scripts, scope: Scope) -> tuple[Term, list]:
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
        if not vector or value not in (0.0, 1.0):
            return None
        scripts = scripts_of(parts, transposes=self.page.transposes)
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
                term = self.power(term, self.expression(content, scope), syn.start)
        return term

    # Functions -------------------------------------------------------------------------------------------

    def _is_function(self, item: Syn, scope: Scope) -> bool:
        bare = item[0] if item.kind == "scripted" else item
        if bare.kind == "function":
            return True
        base = base_of(bare)
        return base is not None and self.page.is_function(base, scope)

    def _function_word(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        item = items[k]
        bare = item[0] if item.kind == "scripted" else item
        word = str(bare[0])
        word = text_of(word) if "{" in word else word.lstrip("\\")
        base = Base(word, word=len(word) > 1)
        if bare.kind == "word" and (word in ("d",) or len(word) == 1):
            return None
        if self.page.is_function(base, scope) or base.key in self.page.infos:
            return None  # names win over operators
        lower = word.lower().replace("-", "").replace(" ", "")
        scripts = scripts_of(item.args[1:], transposes=self.page.transposes) if item.kind == "scripted" else Scripts()
        known = lower in ELEMENTWISE_WORDS or lower in COLUMN_WORDS or lower in MATRIX_WORDS
        if not known:
            return None
        if lower in ("max", "min") and (scripts.subs or scripts.condition is not None):
            return self._extreme(item, lower, items, k, scope)
        if k + 1 >= len(items) or items[k + 1].kind == "infix":
            raise UnreadError(f"{word} without an argument", item.start)
        following = items[k + 1]
        args: list[Term]
        inner_bracket = following[0] if following.kind == "scripted" else following
        if _is_bracket(inner_bracket):
            content = inner_bracket[0]
            while content.kind == "single":
                content = content[-1]
            pieces = [a for a in content.args if isinstance(a, Syn)] if content.kind == "list" else [content]
            hung = following.args[1:] if following.kind == "scripted" else ()
            args = [self.expression(p, scope) for p in pieces]
            after = k + 2
        else:
            hung = ()
            end = k + 2  # log a log b: the next function word begins a factor of its own
            while end < len(items) and not self._is_word(items[end]):
                end += 1
            if _bigop(following) is not None:
                end = len(items)
            arg, after = self._run(items[:end], k + 1, scope)
            args = [arg]
        if lower in ("log", "lg") and len(scripts.subs) == 1 and len(args) == 1:
            base_term = self._index(scripts.subs[0], scope)  # the logarithm to another base
            scripts.subs = []
            term = self.divide(self.elementwise("log", args[0]), self.elementwise("log", base_term))
        else:
            term = self._word(lower, args, item.start, scripts)
        if scripts.subs:
            term = self.entries(term, scripts.subs, scope, item)
        for kind, content in scripts.sups:
            if kind == "power":
                assert content is not None
                term = self._entry_power(term, content, scope, item)
            elif kind == "T":
                term = self.transpose(term)
            else:
                raise UnreadError(f"{word} with this above it", item.start)
        if hung:
            term = self._scripted(
                term, tuple(hung), Syn("scripted", (Syn("applied", (), 0, 0), *hung), item.start, item.end), scope
            )
        return term, after

    def _is_word(self, item: Syn) -> bool:
        bare = item[0] if item.kind == "scripted" else item
        if bare.kind != "function" and bare.kind != "word":
            return False
        word = str(bare[0])
        word = (text_of(word) if "{" in word else word.lstrip("\\")).lower()
        return word in ELEMENTWISE_WORDS or word in COLUMN_WORDS or word in MATRIX_WORDS

    def _entry_power(self, term: Term, content: Syn, scope: Scope, item: Syn) -> Term:
        exponent = self.expression(content, scope)
        del item
        return Term(
            term.r,
            term.c,
            lambda: Call("power", (term.node(), exponent.node()), ()),
            f"{term.show}^{exponent.show}",
            (term,),
        )

    def _word(self, word: str, args: list[Term], at: int, scripts: Scripts) -> Term:
        if scripts.primes:
            if word in ELEMENTWISE_WORDS and len(args) == 1:
                return self._builtin_prime(ELEMENTWISE_WORDS[word], args[0], scripts.primes)
            raise UnreadError(f"{word} with a prime", at)
        if word in ("max", "min") and len(args) > 1:
            term = entrywise(self.solver, "larger", args, ("min",) if word == "min" else (), f"the arguments of {word}")
            term.show = f"{word}({', '.join(a.show for a in args)})"
            return term
        if word == "diag" and len(args) > 1:
            args = [self._stack(args)]
        if len(args) != 1:
            raise UnreadError(f"{word} with {len(args)} arguments", at)
        (x,) = args
        if word in ELEMENTWISE_WORDS:
            return self.elementwise(ELEMENTWISE_WORDS[word], x)
        if word == "softmax":
            if "Q" in x.show and "K" in x.show and "ᵀ" in x.show:
                self.page.softmax_rows = True  # attention: one row a query
            return self._columnwise("softmax", x, (x.r, x.c))
        if word in ("logsumexp", "lse"):
            return self._columnwise("logsumexp", x, None)
        if word in ("tr", "trace", "det"):
            self.solver.need(x.r, x.c, f"{word} of a matrix that is not square")
            op = "determinant" if word == "det" else "trace"
            return self.call(op, [x], 1, 1, (), f"{word}({x.show})")
        if word == "vec":
            return self._vec(x)
        if word == "diag":
            return self._diag(x)
        if word in ("sum", "mean"):
            return self.call("total" if word == "sum" else "mean of entries", [x], 1, 1, (), f"{word}({x.show})")
        if word in ("max", "min"):
            if word == "min":
                negative = self.call("add", [x], x.r, x.c, (-1,))
                return self.call("add", [self.call("largest entry", [negative], 1, 1)], 1, 1, (-1,), f"min({x.show})")
            return self.call("largest entry", [x], 1, 1, (), f"max({x.show})")
        if word == "norm":
            return self.call("norm", [x], 1, 1, (2,), f"norm({x.show})")
        raise UnreadError(f"no such operation: {word}", at)

    def _columnwise(self, op: str, x: Term, same: tuple | None) -> Term:
        """Softmax and log-sum-exp act on each column; of a single row, on that row."""
        r, c = (same[0], same[1]) if same else (self.dims.fresh(), self.dims.fresh())

        def by_row() -> bool:
            if (self.page.rows_are_examples or self.page.softmax_rows) and not self.dims.is_one(x.c):
                return True
            return self.dims.is_one(x.r) and not self.dims.is_one(x.c)

        def step(level: int) -> bool:
            if level < 2 and not self.solver.settled(x):
                return False
            if same is None:
                self.dims.unify(r, x.r if by_row() else 1)
                self.dims.unify(c, 1 if by_row() else x.c)
            return True

        self.solver.add(step)
        return Term(r, c, lambda: Call(op, (x.node(),), ("row",) if by_row() else ()), f"{op}({x.show})", (x,))

    def _vec(self, x: Term) -> Term:
        from mlp_theory.texts.shapes import product_dim

        r = self.dims.fresh("", large=True)

        def step(level: int) -> bool:
            if not self.solver.settled(x) and level < 2:
                return False
            self.solver.need(r, product_dim(self.solver, x.r, x.c), "vec")
            return True

        self.solver.add(step)
        return Term(r, 1, lambda: Call("vec", (x.node(),), ()), f"vec({x.show})", (x,))

    def _diag(self, x: Term) -> Term:
        r, c = self.dims.fresh(), self.dims.fresh()

        def step(level: int) -> bool:
            if not self.solver.settled(x) and level < 2:
                return False
            if self.dims.is_one(x.c) or self.dims.is_one(x.r):
                length = x.r if self.dims.is_one(x.c) else x.c
                return self.dims.unify(r, length) and self.dims.unify(c, length)
            self.solver.need(x.r, x.c, "the diagonal of a matrix that is not square")
            return self.dims.unify(r, x.r) and self.dims.unify(c, 1)

        def make() -> Node:
            vector = self.dims.is_one(x.c) or self.dims.is_one(x.r)
            return Call("diagonal matrix" if vector else "diagonal", (x.node(),), ())

        self.solver.add(step)
        return Term(r, c, make, f"diag({x.show})", (x,))

    def _stack(self, args: list[Term]) -> Term:
        for a in args:
            self.solver.add(self._needs_scalar(a, "an entry"))
        return Term(
            len(args), 1, lambda: Call("blocks", tuple(a.node() for a in args), (1,) * len(args)), "[…]", tuple(args)
        )

    def _norm(self, bare: Syn, scripts: Scripts, scope: Scope) -> Term:
        x = self.expression(bare[0], scope)
        kind: int | str = 2
        for word in scripts.words:
            kind = {"F": 2, "∞": "inf", "Fro": 2, "fro": 2, "HS": 2}.get(word, "?")
        for sub in scripts.subs:
            value = number_of(sub)
            letter = base_of(sub)
            if value == 1:
                kind = 1
            elif value == 2:
                kind = "two"
            elif letter is not None and letter.letter == "F":
                kind = 2
            else:
                kind = "?"
        if kind == "?":
            raise UnreadError("no such norm", bare.start)
        powers = [content for k, content in scripts.sups if k == "power"]
        if any(k != "power" for k, _ in scripts.sups) or len(powers) > 1:
            raise UnreadError("a norm with this above it", bare.start)

        def data() -> tuple:
            if kind == "two":
                return (2,) if self.dims.is_one(x.c) or self.dims.is_one(x.r) else ("spectral",)
            return (kind,)

        squared = bool(powers) and powers[0] is not None and number_of(powers[0]) == 2
        term = Term(1, 1, lambda: Call("squared norm" if squared else "norm", (x.node(),), data()), f"‖{x.show}‖", (x,))
        if powers and not squared:
            assert powers[0] is not None
            term = self.power(term, self.expression(powers[0], scope), bare.start)
        elif squared:
            term.show += "²"
        return term

    def _extreme(self, item: Syn, word: str, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        sub = next(part for part in item.args[1:] if part.kind == "sub")
        return self._bounded(word, sub[0], None, items[k + 1 :], scope, item.start), len(items)

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
        marker = (value == 1 and bool(fonts)) or (
            base is not None and base.letter in ("I", "1") and (base.style == "bb" or base.bold or fonts or True)
        )
        if not marker:
            return (ones, k + 1) if (ones := self.ones(item, scope)) is not None else None
        scripts = scripts_of(item.args[1:], transposes=self.page.transposes) if item.kind == "scripted" else Scripts()
        if scripts.condition is not None:
            return self._all(self.conditions(scripts.condition, scope)), k + 1
        if k + 1 < len(items) and not scripts.subs:
            following = items[k + 1]
            group = following[0] if following.kind == "scripted" else following
            if _is_bracket(group):
                content = group[0]
                while content.kind == "single":
                    content = content[-1]
                if content.kind == "chain":
                    return self._all(self.conditions(content, scope)), k + 2
        ones = self.ones(item, scope)
        return (ones, k + 1) if ones is not None else None

    def _all(self, tests: list[Term]) -> Term:
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
                bounds = _set_bounds(args[k + 2])
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
        both = entrywise(self.solver, "add", [left, right], (1, -1), "the two sides of a condition")
        return Term(
            both.r,
            both.c,
            lambda: Compare(op, left.node(), right.node()),
            f"[{left.show} {op} {right.show}]",
            (left, right),
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

    def _application(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """f(z), f'(z), f_l(z), L(w): a function applied, or a name with decorative arguments."""
        item = items[k]
        bare = item[0] if item.kind == "scripted" else item
        base = base_of(bare)
        if base is None or base.key in scope.params:
            return None
        scripts = scripts_of(item.args[1:], transposes=self.page.transposes) if item.kind == "scripted" else Scripts()
        group = items[k + 1] if k + 1 < len(items) else None
        hung: tuple[Syn, ...] = ()
        inner = group
        if group is not None and group.kind == "scripted":
            inner, hung = group[0], group.args[1:]
        bracket = inner is not None and inner.kind in ("parens", "brackets", "curly") and inner[0].kind != "empty"
        function = self.page.function_for(base, scripts, scope, self, bracket)
        if function is None:
            if bracket and inner is not None and self.page.decorated(base, scripts, inner, scope, self):
                term = self.name(base, scripts, item, scope)
                if hung:
                    marker = Syn("scripted", (Syn("applied", (), 0, 0), *hung), item.start, item.end)
                    term = self._scripted(term, hung, marker, scope)
                return term, k + 2
            return None
        if not bracket:
            # f z or \sigma z: without a bracket, the next item; f' alone is no value.
            if group is None or group.kind == "infix":
                raise UnreadError(f"the function {base.show} without an argument", item.start)
            argument, after = self._run(items, k + 1, scope)
            args = [argument]
            hung = ()
        else:
            assert inner is not None
            content = inner[0]
            while content.kind == "single":
                content = content[-1]
            if content.kind == "chain":
                raise UnreadError("a relation inside the arguments of a function", content.start)
            pieces = [a for a in content.args if isinstance(a, Syn)] if content.kind == "list" else [content]
            args = [self.expression(p, scope) for p in pieces]
            after = k + 2
        term = function(args, scripts.primes, item.start)
        label, picked, sups = self.page.split(base, scripts, scope, self)
        if not getattr(function, "takes_subs", False):
            picked, sups = scripts.subs, scripts.sups
        elif picked:
            raise UnreadError(f"an index on the function {base.show}", item.start)
        del label
        if picked:
            term = self.entries(term, picked, scope, item)
        for kind, content in sups:
            if kind != "power" or content is None or number_of(content) is None:
                raise UnreadError(f"{base.show} with this above it", item.start)
            term = self._entry_power(term, content, scope, item)
        if hung:
            marker = Syn("scripted", (Syn("applied", (), 0, 0), *hung), item.start, item.end)
            term = self._scripted(term, hung, marker, scope)
        return term, after

    def _builtin_prime(self, name: str, x: Term, order: int) -> Term:
        axis = self.page.axis("x")
        body = Call("elementwise", (Index(axis),), (name,))
        return Term(x.r, x.c, lambda: Map(axis, body, x.node(), order), f"{name}{'′' * order}({x.show})", (x,))

    def apply_arbitrary(self, key: str, show: str, args: list[Term], order: int, at: int) -> Term:
        """An arbitrary smooth function, entry by entry."""
        if len(args) != 1:
            raise UnreadError(f"{show} with {len(args)} arguments", at)
        (x,) = args
        return Term(x.r, x.c, lambda: Apply(key, (x.node(),), order, False), f"{show}{'′' * order}({x.show})", (x,))

    def apply_loss(self, key: str, show: str, args: list[Term], order: int, at: int) -> Term:
        """An arbitrary smooth function with a number as value."""
        if order:
            raise UnreadError(f"a prime on {show}, which takes matrices", at)
        return Term(
            1,
            1,
            lambda: Apply(key, tuple(a.node() for a in args), 0, True),
            f"{show}({', '.join(a.show for a in args)})",
            tuple(args),
        )

    def apply_defined(self, params: list[str], body: Syn, args: list[Term], order: int, at: int, vector: bool) -> Term:
        """A function that the page defines: entry by entry where its parameter is a number."""
        if len(params) != len(args):
            raise UnreadError(f"{len(args)} arguments where {len(params)} are expected", at)
        if vector or len(params) > 1:
            if order:
                raise UnreadError("a prime on a function of several numbers", at)
            return self.expression(body, Scope(params=dict(zip(params, args, strict=True))))
        axis = self.page.axis("x")
        parameter = Term(1, 1, lambda: Index(axis), "x", weak=True)
        inner = self.expression(body, Scope(params={params[0]: parameter}))
        self.solver.add(self._needs_scalar(inner, "the value of this function"))
        (x,) = args
        return Term(x.r, x.c, lambda: Map(axis, inner.node(), x.node(), order), f"f{'′' * order}({x.show})", (x,))

    def apply_indexed(self, definition: FunctionDef, x: Term) -> Term:
        """A function of a column that the page defines entry by entry: ``\\sigma(z)_i = …``."""
        assert definition.index is not None
        axis, dim = self.page.axis(definition.index), self.dims.fresh(definition.index)
        scope = Scope(axes={definition.index: (axis, dim)}, params={definition.params[0]: x})
        body = self.expression(definition.body, scope)
        self.solver.add(self._needs_scalar(body, "an entry of this function"))
        self.solver.add(self._needs_column(x, dim))
        return Term(
            dim,
            1,
            lambda: Call("spread", (body.node(),), (axis, None, self.dims.find(dim), None)),
            f"f({x.show})",
            (x,),
        )

    def _needs_column(self, x: Term, dim: Dim) -> Callable[[int], bool]:
        def step(level: int) -> bool:
            if level < 2 and not self.solver.settled(x):
                return False
            if not self.dims.unify(x.c, 1) or not self.dims.unify(x.r, dim):
                raise MisfitError(f"a function of a column, of {self.solver.show(x)}")
            return True

        return step

    def apply_decorated(self, definition: FunctionDef, info: Info, args: list[Term], order: int, at: int) -> Term:
        """``J(w) = …`` of a symbol w, at w itself or at another place."""
        page = self.page
        params = [page.infos.get(key) for key in definition.params]
        if len(args) != len(params):
            raise UnreadError(f"{len(args)} arguments where {len(params)} are expected", at)
        if len(params) == 1 and page.is_pure(definition):
            # A formula in one number alone works at every entry of a matrix too.
            (known,) = params
            if known is None or (self.dims.is_one(known.r) and self.dims.is_one(known.c)):
                return self.apply_defined(definition.params, definition.body, args, order, at, False)
        if any(known is None for known in params):
            return self.apply_defined(definition.params, definition.body, args, order, at, True)
        term = page.symbol_term(info, self)
        places: list[tuple[str, Term]] = []
        for known, arg in zip(params, args, strict=True):
            assert known is not None
            own = page.symbol_term(known, self)
            self.solver.add(self._same_shape(own, arg, "an argument"))
            places.append((known.key, arg))
        if order:
            if len(params) != 1:
                raise UnreadError("a prime on a function of several variables", at)
            own = page.symbol_term(params[0], self)  # type: ignore[arg-type]
            for _ in range(order):
                term = self._derivative(term, own, False, at)
        body = term

        def make() -> Node:
            node = body.node()
            for key, arg in places:
                value = arg.node()
                if value is not Symbol(key):
                    node = At(node, key, value)
            return node

        shown = f"{body.show} at " + ", ".join(arg.show for _, arg in places)
        return Term(body.r, body.c, make, shown, (body, *args))

    # Derivatives -----------------------------------------------------------------------------------------

    def _fraction_derivative(self, item: Syn, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        above, below = (item[1], item[2]) if item.kind == "frac" else (item[0], item[1])
        top, bottom = atoms(above), atoms(below)
        found = self._derivative_parts(top, bottom, scope)
        if found is None:
            return None
        body, order, variables = found
        if body:
            return self._derive(body, variables, order, scope, item.start), k + 1
        if k + 1 >= len(items) or items[k + 1].kind == "infix":
            raise UnreadError("a derivative of nothing", item.end)
        following = items[k + 1]
        group = following[0] if following.kind == "scripted" else following
        if _is_bracket(group):
            return self._derive([following], variables, order, scope, item.start), k + 2
        end = k + 1
        while end < len(items) and items[end].kind != "infix":
            if _bigop(items[end]) is not None:
                end = len(items)
                break
            end += 1
        return self._derive(items[k + 1 : end], variables, order, scope, item.start), end

    def _derivative_parts(
        self, top: list[Syn], bottom: list[Syn], scope: Scope
    ) -> tuple[list[Syn], int, list[tuple[Syn, int]]] | None:
        """Body, order and variables of ∂ⁿL/∂x∂y; None when it is no derivative."""
        del scope
        if not top or not bottom:
            return None
        kind = _operator(top[0])
        if kind is None or _operator(bottom[0]) != kind:
            return None
        if kind == "d" and len(bottom) < 2:
            return None
        order = 1
        if top[0].kind == "scripted":
            value = number_of(top[0].args[1][0])
            order = int(value) if value in (1, 2, 3) else 0
        variables: list[tuple[Syn, int]] = []
        k = 0
        while k < len(bottom):
            if _operator(bottom[k]) != kind or k + 1 >= len(bottom):
                return None
            k += 1
            group: list[Syn] = []
            while k < len(bottom) and not (_operator(bottom[k]) == kind and group):
                group.append(bottom[k])
                k += 1
            if len(group) == 1:
                variable, times = _without_power(group[0]) if order > 1 else (group[0], 1)
                variables.append((variable, times))
            else:
                variables.append((Syn("term", tuple(group), group[0].start, group[-1].end), 1))
        if sum(times for _, times in variables) != order:
            raise UnreadError("the order of this derivative differs above and below", top[0].start)
        return top[1:], order, variables

    def _inline_derivative(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        r"""``\partial L/\partial W`` and ``\partial_W L``."""
        item = items[k]
        if item.kind == "scripted" and any(p.kind == "sub" for p in item.args[1:]):
            sub = next(p for p in item.args[1:] if p.kind == "sub")
            end = k + 1
            while end < len(items) and items[end].kind != "infix":
                end += 1
            return self._derive(items[k + 1 : end], [(sub[0], 1)], 1, scope, item.start), end
        slash = k
        while slash < len(items) and not (items[slash].kind == "infix" and str(items[slash][0]) == "/"):
            slash += 1
        if slash >= len(items) or slash + 2 >= len(items) or _operator(items[slash + 1]) != "∂":
            raise UnreadError("∂ without a fraction", item.start)
        order = 1
        if item.kind == "scripted":
            value = number_of(item.args[1][0])
            order = int(value) if value in (1, 2, 3) else 1
        variables: list[tuple[Syn, int]] = []
        end = slash + 1
        while end + 1 < len(items) and _operator(items[end]) == "∂" and len(variables) < order:
            variable, times = _without_power(items[end + 1]) if order > 1 else (items[end + 1], 1)
            variables.append((variable, times))
            end += 2
        return self._derive(items[k + 1 : slash], variables, order, scope, item.start), end

    def _nabla(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
        item = items[k]
        sub, order = None, 1
        transposed = False
        for part in item.args[1:] if item.kind == "scripted" else ():
            if part.kind == "sub":
                sub = part[0]
            elif part.kind == "sup":
                if number_of(part[0]) == 2:
                    order = 2
                else:
                    scripts = scripts_of((part,), transposes=self.page.transposes)
                    transposed = any(s[0] == "T" for s in scripts.sups)
        if k + 1 >= len(items) or items[k + 1].kind == "infix":
            raise UnreadError("∇ of nothing", item.end)
        following = items[k + 1]
        end = k + 2
        bare = following[0] if following.kind == "scripted" else following
        if base_of(bare) is not None and not self._is_word(following):
            if end < len(items) and items[end].kind in ("parens", "brackets"):
                end += 1
        elif not _is_bracket(bare):
            while end < len(items) and items[end].kind != "infix":
                end += 1
        body = items[k + 1 : end]
        if sub is None:
            if len(body) == 2:
                inner = body[1][0]
                while inner.kind == "single" or (inner.kind == "list" and len(inner.args) == 1):
                    inner = inner[-1]
                sub = inner
            else:
                sub = self.page.only_variable(body, self)
                if sub is None:
                    raise UnreadError("∇ does not say by what", item.start)
        term = self._derive(body, [(sub, order)], order, scope, item.start)
        return (self.transpose(term) if transposed else term), end

    def _dv(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """``dW``: the gradient of the loss of the page, where d is no name of its own."""
        item = items[k]
        base = base_of(item) if item.kind in ("letter", "word", "font") else None
        if base is None or base.letter != "d" or base.bold or k + 1 >= len(items):
            return None
        if "d" in scope.params or "d" in self.page.infos:
            return None
        following = items[k + 1]
        if following.start != item.end and self.page.is_size("d"):
            return None
        loss = self.page.loss(self)
        if loss is None or not self.page.is_variable(following, scope, self):
            return None
        if k + 2 < len(items) and items[k + 2].kind == "infix" and str(items[k + 2][0]) == "/" and k + 3 < len(items):
            after = base_of(items[k + 3])
            if after is not None and after.letter == "d" and k + 4 < len(items):
                return self._derive([following], [(items[k + 4], 1)], 1, scope, item.start), k + 5
        variable, sups = self._variable_with_transpose(following)
        term = self._derive_term(loss, [variable], scope, item.start)
        return (self.transpose(term) if sups else term), k + 2

    def _variable_with_transpose(self, syn: Syn) -> tuple[Syn, bool]:
        """dZ^{[2]T} is the transpose of dZ^{[2]}."""
        if syn.kind != "scripted":
            return syn, False
        scripts = scripts_of(syn.args[1:], transposes=self.page.transposes)
        if not any(kind == "T" for kind, _ in scripts.sups):
            return syn, False
        parts = []
        for part in syn.args[1:]:
            if part.kind != "sup":
                parts.append(part)
                continue
            items = [a for a in atoms(part[0]) if a.kind in ("brackets", "parens") or a.kind == "scripted"]
            items = [a[0] if a.kind == "scripted" else a for a in items]
            if items:
                parts.append(Syn("sup", (Syn("term", tuple(items), part.start, part.end),), part.start, part.end))
        return (Syn("scripted", (syn[0], *parts), syn.start, syn.end) if parts else syn[0]), True

    def _derive(self, body: list[Syn], variables: list[tuple[Syn, int]], order: int, scope: Scope, at: int) -> Term:
        """The derivative of a body by variables; the last one named is taken first."""
        if not body:
            raise UnreadError("a derivative of nothing", at)
        term = self.product(body, scope)
        flat = [variable for variable, times in variables for _ in range(times)]
        if len(flat) != order and order > 1 and len(flat) == 1:
            flat = flat * order
        return self._derive_term(term, flat, scope, at)

    def _derive_term(self, term: Term, variables: list[Syn], scope: Scope, at: int) -> Term:
        for number, variable in enumerate(reversed(variables)):
            target, transposed = self._variable_with_transpose(variable)
            if target.kind == "braces" or target.kind == "sub":
                target = atoms(target)[0]
            wrt = self.variable(target, scope)
            if len(variables) == 2 and number == 1 and transposed:
                transposed = False
            term = self._derivative(term, wrt, transposed and number == 0 and len(variables) == 1, at)
            if wrt.mark == "squared":
                # ∂/∂σ² = (∂/∂σ) / (2σ), where σ is the letter that the page knows.
                self.solver.add(self._needs_scalar(wrt, "a variable with a square"))
                term = self.divide(term, self.times(self.number(2), wrt))
        return term

    def variable(self, syn: Syn, scope: Scope) -> Term:
        """What one differentiates by: a symbol, an entry, a sample, vec of a matrix."""
        items = atoms(syn)
        if len(items) == 1:
            base = base_of(items[0])
            if base is not None and base.key in scope.params:
                return scope.params[base.key]
            bare = items[0][0] if items[0].kind == "scripted" else items[0]
            inner = base_of(bare)
            if items[0].kind == "scripted" and inner is not None:
                scripts = scripts_of(items[0].args[1:], transposes=self.page.transposes)
                powers = [s for s in scripts.sups if s[0] == "power"]
                if [number_of(c) for _, c in powers if c is not None] == [2.0] and self.page.squared_name(
                    inner, scripts
                ) is None:
                    rest = Syn(
                        "scripted",
                        (items[0][0], *(p for p in items[0].args[1:] if p.kind != "sup")),
                        syn.start,
                        syn.end,
                    )
                    root = self.variable(rest if len(rest.args) > 1 else items[0][0], scope)
                    root = Term(root.r, root.c, root.make, root.show, root.parts)
                    root.mark = "squared"
                    return root
                if powers and self.page.squared_name(inner, scripts) is not None:
                    return self._symbol(self.page.infos[self.page.squared_name(inner, scripts) or ""], syn)
                term, sups = self.resolve(inner, scripts, items[0], scope)
                if sups:
                    raise UnreadError("a derivative by a power", syn.start)
                return term
            return self.atom(items[0], scope)
        return self.product(items, scope)

    def _derivative(self, body: Term, wrt: Term, transposed: bool, at: int) -> Term:
        r, c = self.dims.fresh(), self.dims.fresh()
        layout = ["gradient"]
        dims, solver = self.dims, self.solver
        numerator = self.layout == "numerator"
        denominator = self.layout == "denominator"
        tensor = self.tensor

        def step(level: int) -> bool:
            if not (solver.settled(body) and solver.settled(wrt)) and level < 2:
                if solver.scalar(body) and not transposed and not numerator and not tensor:
                    dims.unify_all((r, wrt.r), (c, wrt.c))
                return False
            if tensor:
                from mlp_theory.texts.shapes import product_dim

                layout[0] = "tensor"
                dims.unify(r, product_dim(solver, body.r, body.c))
                dims.unify(c, product_dim(solver, wrt.r, wrt.c))
                return True
            one_body = solver.scalar(body) or (level >= 2 and solver.may_be_scalar(body))
            if one_body:
                flipped = transposed or (numerator and not solver.scalar(wrt))
                layout[0] = "row" if flipped else "gradient"
                dims.unify_all((r, wrt.c if flipped else wrt.r), (c, wrt.r if flipped else wrt.c))
                return True
            if solver.scalar(wrt):
                layout[0] = "by a number"
                dims.unify_all((r, body.r), (c, body.c))
                return True
            vector_body = dims.is_one(body.r) or dims.is_one(body.c)
            vector_wrt = dims.is_one(wrt.r) or dims.is_one(wrt.c)
            if not (vector_body and vector_wrt):
                raise UnreadError("a derivative with more than two axes: write it by entries or with vec", at)
            rows = body.r if dims.is_one(body.c) else body.c
            columns = wrt.r if dims.is_one(wrt.c) else wrt.c
            flipped = denominator or (dims.is_one(body.r) and not dims.is_one(body.c) and not transposed)
            layout[0] = "transposed" if flipped else "jacobian"
            dims.unify_all((r, columns if flipped else rows), (c, rows if flipped else columns))
            return True

        solver.add(step)
        return Term(
            r,
            c,
            lambda: Derivative(body.node(), wrt.node(), layout[0]),
            f"(∂{body.show}/∂{wrt.show})",
            (body, wrt),
            mark="derivative",
        )

    # Matrices and cases ----------------------------------------------------------------------------------

    def _matrix(self, syn: Syn, scope: Scope) -> Term:
        name = next(str(a) for a in syn.args if not isinstance(a, Syn) and str(a).startswith("\\begin"))
        name = name[name.index("{") + 1 : name.index("}")].rstrip("*")
        brace = not isinstance(syn.args[0], Syn) and str(syn.args[0]).startswith("\ue010")
        rows = next(a for a in syn.args if isinstance(a, Syn) and a.kind == "rows")
        grid = [_cells_of(row) for row in rows.args if isinstance(row, Syn)]
        grid = [row for row in grid if any(cell is not None for cell in row)]
        if name in ("cases", "dcases", "rcases") or brace:
            return self._cases(grid, scope, syn)
        if name in ("aligned", "split", "gathered", "alignedat"):
            if len(grid) == 1 and len(grid[0]) == 1 and grid[0][0] is not None:
                return self.expression(grid[0][0], scope)
            raise UnreadError(f"{name} inside an expression", syn.start)
        if name in ("vmatrix",):
            inner = self._literal(grid, scope, syn)
            return self.call("determinant", [inner], 1, 1)
        return self._literal(grid, scope, syn)

    def _cases(self, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
        bodies: list[Term] = []
        tests: list[list[Term] | None] = []
        for row in grid:
            cells = [cell for cell in row if cell is not None]
            body, condition = self._split_case(cells)
            bodies.append(self.expression(body, scope))
            tests.append(None if condition is None else self.conditions(condition, scope))
        if not bodies:
            raise UnreadError("cases without a case", syn.start)
        together: list[Term] = [*bodies, *(t for test in tests if test for t in test)]
        shaped = entrywise(self.solver, "add", together, (1,) * len(together), "the cases")

        def make() -> Node:
            branches = []
            for body, test in zip(bodies, tests, strict=True):
                node: Node | None = None
                for t in test or ():
                    node = t.node() if node is None else Call("times", (node, t.node()), ())
                branches.append((body.node(), node))
            return Piecewise(tuple(branches))

        del syn
        return Term(shaped.r, shaped.c, make, "{" + "; ".join(b.show for b in bodies) + "}", tuple(bodies))

    def _split_case(self, cells: list[Syn]) -> tuple[Syn, Syn | None]:
        """The value and the condition of a row of cases, with or without &, with or without "if"."""
        if len(cells) == 1:
            items = _flat(cells[0])
            where = next(
                (
                    k
                    for k, x in enumerate(items)
                    if isinstance(x, Syn) and x.kind in ("text", "word") and _is_case_word(x)
                ),
                None,
            )
            if where is None:
                pieces = _comma_pieces(cells[0])
                if pieces is not None:
                    return pieces
                raise UnreadError("a case without its condition", cells[0].start)
            return self._regroup(items[:where], cells[0]), self._condition_of(items[where:], cells[0])
        if len(cells) != 2:
            raise UnreadError("a row of cases has a value and a condition", cells[0].start)
        return cells[0], self._condition_of(_flat(cells[1]), cells[1])

    def _regroup(self, items: list, cell: Syn) -> Syn:
        while items and not isinstance(items[-1], Syn) and str(items[-1]) in (",", ";"):
            items = items[:-1]
        if not items or not all(isinstance(x, Syn) for x in items):
            raise UnreadError("a case that cannot be taken apart", cell.start)
        if any(x.kind == "sign" for x in items):
            pairs, sign, run = [], 1, []
            for x in items:
                if x.kind == "sign":
                    if run:
                        pairs.append((sign, Syn("term", tuple(run), run[0].start, run[-1].end)))
                        run = []
                    sign = x[0]
                else:
                    run.append(x)
            if run:
                pairs.append((sign, Syn("term", tuple(run), run[0].start, run[-1].end)))
            return Syn("sum", tuple(pairs), cell.start, cell.end)
        return Syn("term", tuple(items), items[0].start, items[-1].end)

    def _condition_of(self, items: list, cell: Syn) -> Syn | None:
        words = [
            text_of(str(x[0])).lower().strip(" .,;:")
            for x in items
            if isinstance(x, Syn) and x.kind in ("text", "word")
        ]
        rest = [x for x in items if not (isinstance(x, Syn) and x.kind in ("text", "word") and _is_case_word(x))]
        while rest and not isinstance(rest[-1], Syn) and str(rest[-1]) in (",", ";"):
            rest = rest[:-1]
        while rest and not isinstance(rest[0], Syn) and str(rest[0]) in (",", ";"):
            rest = rest[1:]
        if not rest:
            if any(w.startswith(("otherwise", "else")) for w in words):
                return None
            raise UnreadError("a case whose condition is in words", cell.start)
        if any(w not in _CASE_WORDS for w in words):
            raise UnreadError("a case whose condition is in words", cell.start)
        sides: list = [[]]
        for x in rest:
            if (isinstance(x, Syn) and x.kind != "sign") or isinstance(x, Syn):
                sides[-1].append(x)
            else:
                sides.append(str(x))
                sides.append([])
        args: list = []
        for side in sides:
            if isinstance(side, str):
                if side in (",", ";"):
                    raise UnreadError("a list of conditions", cell.start)
                args.append(side)
            else:
                args.append(self._regroup(side, cell))
        if len(args) < 3:
            raise UnreadError("a condition is expected here", cell.start)
        return Syn("chain", tuple(args), cell.start, cell.end)

    def _cells(self, inner: Syn) -> list[Syn]:
        return [part for part in inner.args if isinstance(part, Syn)]

    def _blocks_inside(self, inner: Syn, scope: Scope) -> bool:
        r"""``[x_1 \; x_2 \dots x_n]``: a row of blocks rather than a product in brackets."""
        del scope
        items = atoms(inner)
        return len(items) >= 3 and any(item.kind == "dots" for item in items)

    def _tuple(self, inner: Syn, scope: Scope, direction: str) -> Term:
        parts: list[Syn] = [a for a in inner.args if isinstance(a, Syn)]
        if len(parts) == 1:
            parts = atoms(parts[0])
        cells: list[Syn | None] = list(parts)
        grid = [[cell] for cell in cells] if direction == "column" else [cells]
        return self._literal(grid, scope, inner)

    def _literal(self, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
        """A matrix from its blocks; dots are filled in from the corners."""
        dotted = any(_is_dots(cell) for row in grid for cell in row)
        if dotted:
            return self._dotted(grid, scope, syn)
        if len({len(row) for row in grid}) != 1:
            raise UnreadError("rows of different lengths", syn.start)
        cells = [[self.expression(cell, scope) if cell is not None else None for cell in row] for row in grid]
        terms: list[Term] = []
        for row in cells:
            for cell in row:
                if cell is None:
                    raise UnreadError("an empty entry", syn.start)
                terms.append(cell)
        counts = tuple(len(row) for row in cells)
        r, c = self.dims.fresh(), self.dims.fresh()

        def step(level: int) -> bool:
            if level < 2 and not all(self.solver.settled(t) for t in terms):
                return False
            height: Dim = 0
            k = 0
            for count in counts:
                row = terms[k : k + count]
                k += count
                for t in row[1:]:
                    self.solver.need(row[0].r, t.r, "the blocks of a row")
                height = plus(height, self.dims.find(row[0].r))
            width: Dim = 0
            for t in terms[: counts[0]]:
                width = plus(width, self.dims.find(t.c))
            self.solver.need(r, height, "the rows of a matrix")
            self.solver.need(c, width, "the columns of a matrix")
            return True

        self.solver.add(step)
        return Term(r, c, lambda: Call("blocks", tuple(t.node() for t in terms), counts), "[…]", tuple(terms))

    def _same_pattern(
        self, grid: list[list[Syn | None]], full: list[int], first: Syn, patterns: list[list[tuple[Syn, Syn]]], syn: Syn
    ) -> None:
        """Every entry that is written out must be the one that the corners promise."""
        for r in full:
            row = grid[r]
            dots = next((c for c, cell in enumerate(row) if _is_dots(cell)), len(row))
            for c, cell in enumerate(row):
                if _is_dots(cell):
                    continue
                if cell is None:
                    raise UnreadError("an empty entry", syn.start)
                expected = first
                for place, last, changed in ((r, r == full[-1], patterns[0]), (c, c > dots, patterns[1])):
                    if changed:
                        expected = _with(expected, changed, changed[0][1] if last and place else _digit(place + 1))
                if differences(_split_all(cell), expected):
                    raise UnreadError("this entry does not follow the pattern of the corners", cell.start)

    def _dotted(self, grid: list[list[Syn | None]], scope: Scope, syn: Syn) -> Term:
        full = [k for k, row in enumerate(grid) if not all(_is_dots(cell) or cell is None for cell in row)]
        if not full or any(grid[k][0] is None or _is_dots(grid[k][0]) for k in full):
            raise UnreadError("dots where no pattern can be seen", syn.start)
        top, bottom = grid[full[0]], grid[full[-1]]
        first = top[0]
        assert first is not None
        vertical = len(full) < len(grid) and len(full) > 1
        width = len(top)
        horizontal = width > 1 and any(_is_dots(cell) for cell in top)
        if width > 1 and not horizontal:
            raise UnreadError("dots where no pattern can be seen", syn.start)
        last_column = top[-1] if horizontal else first
        last_row = bottom[0] if vertical else first
        if last_column is None or last_row is None:
            raise UnreadError("an empty corner", syn.start)
        body = _split_all(first)
        first, last_column, last_row = body, _split_all(last_column), _split_all(last_row)
        patterns: list[list[tuple[Syn, Syn]]] = []
        names: list[str | None] = []
        ranges: list[Dim | None] = []
        inner_scope = scope
        # Where the rows run, and where the columns run: what differs between the corners.
        for other, on in ((last_row, vertical), (last_column, horizontal)):
            if not on:
                patterns.append([])
                names.append(None)
                ranges.append(None)
                continue
            changed = differences(first, other)
            patterns.append(changed)
            letter = f"ι{len(names)}"
            if changed:
                low, high = changed[0]
                if any(whole(a) != whole(low) or whole(b) != whole(high) for a, b in changed):
                    raise UnreadError("the corners do not show one running index", syn.start)
                start = number_of(low)
                if start != 1:
                    raise UnreadError("an index in dots that does not start at 1", syn.start)
                for a, _ in changed:
                    body = replace(body, a, Syn("letter", (letter,), a.start, a.end))
                top_term = self._index(high, scope, top=True)
                dim = top_term.mark
                if dim is None or isinstance(dim, tuple):
                    raise UnreadError("where the dots end is no size", syn.start)
            else:
                dim = self.dims.fresh("", large=True)
            axis = self.page.axis(letter)
            inner_scope = inner_scope.but(axes={letter: (axis, dim)})
            names.append(axis)
            ranges.append(dim)
        self._same_pattern(grid, full, first, patterns, syn)
        term = self.expression(body, inner_scope)
        r: Dim = ranges[0] if ranges[0] is not None else self.dims.fresh()
        c: Dim = ranges[1] if ranges[1] is not None else self.dims.fresh()

        def step(level: int) -> bool:
            if level < 2 and not self.solver.settled(term):
                return False
            if ranges[0] is None:
                self.solver.need(r, term.r, "rows")
            else:
                self.solver.need(1, term.r, "a block of a column of blocks is no row")
            if ranges[1] is None:
                self.solver.need(c, term.c, "columns")
            else:
                self.solver.need(1, term.c, "a block of a row of blocks is no column")
            return True

        self.solver.add(step)
        data = (names[0], names[1], ranges[0], ranges[1])
        return Term(r, c, lambda: Call("spread", (term.node(),), data), f"[{term.show} …]", (term,))


def _split_all(syn: Syn) -> Syn:
    """The same expression with W_{11} written as W_{1,1}."""
    args = []
    changed = False
    for arg in syn.args:
        if isinstance(arg, Syn):
            if syn.kind == "sub":
                digits = split_digits(indices_of(arg))
                if len(digits) == 2 and len(indices_of(arg)) == 1:
                    arg = Syn("list", tuple(digits), arg.start, arg.end)
                    changed = True
            else:
                other = _split_all(arg)
                changed |= other is not arg
                arg = other
        elif isinstance(arg, tuple) and len(arg) == 2 and isinstance(arg[1], Syn):
            other = _split_all(arg[1])
            changed |= other is not arg[1]
            arg = (arg[0], other)
        args.append(arg)
    return Syn(syn.kind, tuple(args), syn.start, syn.end) if changed else syn


def _signs_joined(syn: Syn) -> Syn:
    r"""``\sum_i -x_i`` and ``a \cdot -b``: a sign behind an operator belongs to what follows."""
    pairs: list[tuple[int, Syn]] = []
    for sign, term in syn.args:
        if pairs and sign != 0:
            before, last = pairs[-1]
            end = last[-1] if last.kind == "term" else last
            if end.kind == "infix" or _bigop(end) is not None:
                group = Syn("parens", (Syn("sum", ((sign, term),), term.start, term.end),), term.start, term.end)
                pairs[-1] = (before, Syn("term", (*last.args, group), last.start, term.end))
                continue
        pairs.append((sign, term))
    return Syn("sum", tuple(pairs), syn.start, syn.end) if len(pairs) != len(syn.args) else syn


def _letter(letter: str) -> Syn:
    return Syn("letter", (letter,), 0, 0)


def _letters(letters: list[str]) -> Syn:
    return Syn("list", tuple(_letter(x) for x in letters), 0, 0)


def _digit(value: int) -> Syn:
    return Syn("number", (str(value),), 0, 0)


def _with(syn: Syn, changed: list[tuple[Syn, Syn]], new: Syn) -> Syn:
    """The expression with a running index put in."""
    for old, _ in changed:
        syn = replace(syn, old, Syn(new.kind, new.args, old.start, old.end))
    return syn


_CASE_WORDS = {
    "if",
    "for",
    "when",
    "where",
    "otherwise",
    "else",
    "in case",
    "falls",
    "and",
    "whenever",
    "if and only if",
}


def _is_case_word(syn: Syn) -> bool:
    word = text_of(str(syn[0])).lower().strip(" .,;:")
    return word in _CASE_WORDS or word.startswith(("otherwise", "else"))


def _flat(cell: Syn) -> list:
    """The items of a cell with signs and relations between them, in order."""
    while cell.kind in ("single", "cell"):
        cell = cell[-1]
    out: list = []
    parts = cell.args if cell.kind == "chain" else (cell,)
    for part in parts:
        if not isinstance(part, Syn):
            out.append(part)
            continue
        lists = part.args if part.kind == "list" else (part,)
        for k, piece in enumerate(lists):
            if not isinstance(piece, Syn):
                out.append(piece)
                continue
            if k and isinstance(lists[k - 1], Syn):
                out.append(",")
            if piece.kind == "sum":
                for n, (sign, term) in enumerate(piece.args):
                    if n or sign != 1:
                        out.append(Syn("sign", (sign,), term.start, term.start))
                    out.extend(term.args)
            else:
                out.append(piece)
    return out


def _comma_pieces(cell: Syn) -> tuple[Syn, Syn | None] | None:
    """``z, z > 0``: the value before the comma, the condition after it."""
    while cell.kind in ("single", "cell"):
        cell = cell[-1]
    if cell.kind != "chain" or not isinstance(cell[0], Syn) or cell[0].kind != "list":
        return None
    parts = [p for p in cell[0].args if isinstance(p, Syn)]
    if len(parts) != 2:
        return None
    return parts[0], Syn("chain", (parts[1], *cell.args[1:]), parts[1].start, cell.end)


def _cells_of(row: Syn) -> list[Syn | None]:
    cells: list[Syn | None] = [None]
    for part in row.args:
        if isinstance(part, Syn):
            cells[-1] = part[0] if part.kind == "cell" else part
        elif str(part) == "&":
            cells.append(None)
    return cells


def _is_dots(cell: Syn | None) -> bool:
    if cell is None:
        return False
    items = atoms(cell)
    return len(items) == 1 and items[0].kind == "dots"


def _starts_with_sign(item: Syn) -> bool:
    """``{+ 1}`` behind a factor: TeX shows x + 1, so it is no product."""
    inner = item
    while inner.kind in ("braces", "passed", "single", "font") or (inner.kind == "list" and len(inner.args) == 1):
        inner = inner[-1]
    return inner is not item and inner.kind == "sum" and (inner[0][0] != 1 or inner.start < inner[0][1].start)


def _is_tuple(parens: Syn) -> bool:
    inner = parens[0]
    while inner.kind == "single":
        inner = inner[-1]
    return inner.kind == "list" and sum(isinstance(a, Syn) for a in inner.args) > 1


def _is_bracket(item: Syn) -> bool:
    item = item[0] if item.kind == "scripted" else item
    return item.kind in ("parens", "brackets", "curly")


def _bigop(item: Syn) -> str | None:
    item = item[0] if item.kind == "scripted" else item
    return str(item[0]) if item.kind == "bigop" else None


def _operator(item: Syn) -> str | None:
    """∂ or an upright or italic d."""
    bare = item[0] if item.kind == "scripted" else item
    if item.kind == "scripted" and any(p.kind != "sup" for p in item.args[1:]):
        return None
    if bare.kind == "partial":
        return "∂"
    base = base_of(bare)
    if base is not None and base.letter == "d" and not base.bold and not base.accents:
        return "d"
    return None


def _without_power(syn: Syn) -> tuple[Syn, int]:
    r"""X of ``\partial x^2``, and how often."""
    if syn.kind == "scripted":
        last = syn.args[-1]
        if last.kind == "sup":
            value = number_of(last[0])
            if value in (2.0, 3.0):
                rest = list(syn.args[:-1])
                return (Syn("scripted", tuple(rest), syn.start, syn.end) if len(rest) > 1 else rest[0]), int(value)
    return syn, 1


def _plain_letters(syn: Syn) -> list[str]:
    """The letters of an index list ``i``, ``i,j``, ``ij``."""
    letters = []
    for index in indices_of(syn):
        base = base_of(index)
        if base is None:
            return []
        letters.append(base.letter)
    return letters


def _in_order(syn: Syn) -> list[str]:
    out: list[str] = []
    todo: list = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
        elif isinstance(node, Syn):
            base = base_of(node) if node.kind in ("letter",) else None
            if base is not None:
                out.append(base.letter)
            else:
                todo.extend(reversed(node.args))
    return out


def _script_letters(syn: Syn) -> list[str]:
    """Letters that stand in subscripts or bracketed superscripts."""
    out: list[str] = []
    todo: list = [syn]
    while todo:
        node = todo.pop(0)
        if isinstance(node, tuple):
            todo.extend(node)
        elif isinstance(node, Syn):
            if node.kind == "sub" or (
                node.kind == "sup" and any(a.kind in ("parens", "brackets") for a in atoms(node[0]))
            ):
                out.extend(x for x in _in_order(node) if x not in out)
            todo.extend(node.args)
    return out


def _set_bounds(syn: Syn) -> tuple[Syn, Syn] | None:
    """First and last of {1, …, n}."""
    inner = syn
    while inner.kind in ("single", "braces") or (inner.kind in ("list", "term") and len(inner.args) == 1):
        inner = inner[-1]
    if inner.kind == "sum" and len(inner.args) == 1:
        inner = inner[0][1]
        if inner.kind == "term" and len(inner.args) == 1:
            inner = inner[0]
    if inner.kind not in ("curly", "brackets", "parens"):
        return None
    content = inner[0]
    while content.kind == "single":
        content = content[-1]
    if content.kind != "list":
        return None
    parts = [p for p in content.args if isinstance(p, Syn)]
    if len(parts) >= 3 and any(_is_dots(p) for p in parts):
        return parts[0], parts[-1]
    return None


def is_dim(mark: object) -> bool:
    """Whether an index is a size, or a number: no running index, no value."""
    return isinstance(mark, (int, str)) or (isinstance(mark, tuple) and mark[0] == "linear")


def differences(a: Syn, b: Syn) -> list[tuple[Syn, Syn]]:
    """The smallest places where two expressions differ; [] when they are the same."""
    if a.kind in ("number", "letter") or b.kind in ("number", "letter") or a.kind != b.kind:
        return [] if whole(a) == whole(b) else [(a, b)]
    if len(a.args) != len(b.args):
        return [(a, b)]
    out: list[tuple[Syn, Syn]] = []
    for x, y in zip(a.args, b.args, strict=True):
        if isinstance(x, Syn) and isinstance(y, Syn):
            if x.kind in ("sub", "sup") and y.kind == x.kind:
                left, right = indices_of(x[0]), indices_of(y[0])
                if len(left) != len(right) or (len(left) == 1 and len(split_digits(left)) == 2):
                    left, right = split_digits(left), split_digits(right)
                if len(left) == len(right):
                    out.extend((i, j) for i, j in zip(left, right, strict=True) if whole(i) != whole(j))
                    continue
            out.extend(differences(x, y))
        elif isinstance(x, tuple) and isinstance(y, tuple):
            if x[0] != y[0]:
                return [(a, b)]
            out.extend(differences(x[1], y[1]))
        elif str(x) != str(y):
            return [(a, b)]
    return out


def split_digits(indices: list[Syn]) -> list[Syn]:
    """The indices 1, 2 of ``W_{12}``."""
    if len(indices) != 1 or indices[0].kind != "number" or not re.fullmatch(r"\d\d", str(indices[0][0])):
        return indices
    number = indices[0]
    return [Syn("number", (digit,), number.start + k, number.start + k + 1) for k, digit in enumerate(str(number[0]))]


def replace(syn: Syn, old: Syn, new: Syn) -> Syn:
    """The expression with one place exchanged."""
    if syn is old or (syn == old and syn.start == old.start):
        return new
    args = []
    changed = False
    for arg in syn.args:
        if isinstance(arg, Syn):
            other = replace(arg, old, new)
            changed |= other is not arg
            args.append(other)
        elif isinstance(arg, tuple) and len(arg) == 2 and isinstance(arg[1], Syn):
            other = replace(arg[1], old, new)
            changed |= other is not arg[1]
            args.append((arg[0], other))
        else:
            args.append(arg)
    return Syn(syn.kind, tuple(args), syn.start, syn.end) if changed else syn
