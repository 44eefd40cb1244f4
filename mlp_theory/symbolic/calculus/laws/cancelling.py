"""Brackets are multiplied out, entry by entry, where so much cancels that the result is shorter."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.entrywise import base_and_exponent
from mlp_theory.symbolic.calculus.laws.sums import joined, split
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Apply, Call, Node

MOST_TERMS = 24
"""Products of more terms are left in their brackets."""

Monomial = frozenset[tuple[Node, float]]


@law("times", "multiplied out, entry by entry", r"(A \oslash B - C \oslash D) \odot B \odot D = A \odot D - C \odot B")
def product_multiplied_out(node: Call) -> Node | None:
    """A product of sums."""
    return _multiplied_out(node)


@law("add", "multiplied out, entry by entry", r"(1 - Y) \odot S - Y \odot (1 - S) = S - Y")
def sum_multiplied_out(node: Call) -> Node | None:
    """A sum of products of sums."""
    return _multiplied_out(node)


def _multiplied_out(node: Call) -> Node | None:
    if al.is_scalar(node) or not _has_brackets(node):
        return None
    expansion = _Expansion(node)
    terms = expansion.of(node)
    if terms is None:
        return None
    kept = [(key, number) for key, number in terms.items() if number != 0]
    if not kept:
        return al.zeros(*al.shape_of(node))
    out = tuple(_product(node, key, abs(number), expansion.rank) for key, number in kept)
    new = al.plus(*out, signs=tuple(1 if number > 0 else -1 for _, number in kept))
    return new if _signs(new) < _signs(node) else None


def _signs(node: Node) -> int:
    """How many letters and numbers it takes to write an expression: ones, and a number before them, are one number.

    Sums and products count as their terms and factors: a common factor taken out of a sum never makes it longer.
    """
    count, todo = 0, [node]
    while todo:
        part = todo.pop()
        opened = isinstance(part, Call) and part.op in ("add", "times") and not _is_a_number(part)
        count += not opened
        if (isinstance(part, Call) and not _is_a_number(part)) or isinstance(part, Apply):
            todo.extend(part.args)
    return count


def _is_a_number(node: Call) -> bool:
    """Whether it is written as a number: 1, or α for α 1 1ᵀ."""
    return _is_ones(node) or (node.op == "times" and all(al.is_scalar(f) or _is_ones(f) for f in node.args))


def _has_brackets(node: Node) -> bool:
    if not isinstance(node, Call) or node.op not in ("add", "times"):
        return False
    return any(_is_sum(f) or _has_brackets(f) for f in node.args)


def _is_sum(node: Node) -> bool:
    return isinstance(node, Call) and node.op == "add" and not al.is_scalar(node)


class _Expansion:
    """Multiplies out: powers of each base, with a number; a sum that divides somewhere is a base as it stands."""

    def __init__(self, whole: Call):
        self.rank: dict[Node, int] = {}  # in the order in which they stand
        self.bases: set[Node] = set()
        todo: list[Node] = [whole]
        while todo:
            part = todo.pop()
            if isinstance(part, Call) and part.op in ("add", "times"):  # nothing else is multiplied out
                todo.extend(reversed(part.args))
            base, exponent = base_and_exponent(part)
            self.rank.setdefault(base, len(self.rank))
            if exponent < 0:
                self.bases.add(base)

    def of(self, node: Node) -> dict[Monomial, float] | None:
        """The terms; None where they are too many."""
        if _is_sum(node) and node not in self.bases:
            assert isinstance(node, Call)
            out: dict[Monomial, float] = {}
            for term, sign in zip(node.args, node.data, strict=True):
                inner = self.of(term)
                if inner is None:
                    return None
                for key, number in inner.items():
                    out[key] = out.get(key, 0.0) + sign * number
            return out if len(out) <= MOST_TERMS else None
        number, scalars, matrices = split(node)
        out = {frozenset(): number}
        for f in (*scalars, *matrices):
            factor = self.of(f) if _is_sum(f) and f not in self.bases else {frozenset([base_and_exponent(f)]): 1.0}
            if factor is None or len(out) * len(factor) > MOST_TERMS:
                return None
            product: dict[Monomial, float] = {}
            for a, x in out.items():
                for b, y in factor.items():
                    key = _times(a, b)
                    product[key] = product.get(key, 0.0) + x * y
            out = product
        return out


def _times(a: Monomial, b: Monomial) -> Monomial:
    exponents = dict(a)
    for base, exponent in b:
        exponents[base] = exponents.get(base, 0.0) + exponent
    return frozenset((base, p) for base, p in exponents.items() if p != 0 and not _is_ones(base))


def _is_ones(node: Node) -> bool:
    return isinstance(node, Call) and node.op == "ones"


def _product(node: Call, key: Monomial, number: float, rank: dict[Node, int]) -> Node:
    """The term, its factors in the order in which they stand in the whole."""
    factors = [base if p == 1 else al.power(base, p) for base, p in sorted(key, key=lambda pair: rank[pair[0]])]
    scalars = [f for f in factors if al.is_scalar(f)]
    matrices = [f for f in factors if not al.is_scalar(f)]
    return joined(number, scalars, matrices or [al.ones(*al.shape_of(node))])
