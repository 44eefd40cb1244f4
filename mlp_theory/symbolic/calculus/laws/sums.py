"""Laws of sums: no brackets, like terms together, common factors in front."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import is_zero
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Call, Node, Number

Term = tuple[float, tuple[Node, ...], tuple[Node, ...]]
"""A number, the letters that are numbers, and the matrices of an entrywise product."""


def split(term: Node) -> Term:
    """The factors of a term, numbers apart."""
    if not isinstance(term, Call) or term.op != "times":
        return (term.value, (), ()) if isinstance(term, Number) else (1.0, (), (term,))
    number, scalars, matrices = 1.0, [], []
    for f in term.args:
        if isinstance(f, Number) and is_representable(number * f.value, number, f.value):
            number *= f.value
        else:
            (scalars if al.is_scalar(f) else matrices).append(f)
    return number, tuple(scalars), tuple(matrices)


def is_representable(found: float, *of: float) -> bool:
    """Whether a product or quotient of numbers is a float: neither too large, nor zero where none of them is."""
    return math.isfinite(found) and (found == 0) == (0 in of)


def joined(number: float, scalars: Iterable[Node], matrices: Iterable[Node]) -> Node:
    """The term of these factors."""
    factors = (*([] if number == 1.0 else [Number(number)]), *scalars, *matrices)
    return al.times(*factors) if factors else al.ONE


@law("add", "a sum in a sum", r"A - (B - C) = A - B + C")
def flat(node: Call) -> Node | None:
    """No brackets in a sum, no zeros, no negative numbers but as signs."""
    terms: list[Node] = []
    signs: list[int] = []
    for term, sign in zip(node.args, node.data, strict=True):
        match term:
            case Call("add", inner, inner_signs):
                terms.extend(inner)
                signs.extend(sign * s for s in inner_signs)
                continue
            case Call("times", (Number(-1.0), Call("add", inner, inner_signs)), _):
                terms.extend(inner)
                signs.extend(-sign * s for s in inner_signs)
                continue
        number, scalars, matrices = split(term)
        if is_zero(term) or number == 0:
            continue
        terms.append(joined(-number, scalars, matrices) if number < 0 else term)
        signs.append(-sign if number < 0 else sign)
    if not terms:
        return al.zeros(*al.shape_of(node))
    if 1 in signs and signs[0] == -1:  # what is added stands before what is taken away
        order = sorted(range(len(terms)), key=lambda k: -signs[k])
        terms, signs = [terms[k] for k in order], [signs[k] for k in order]
    if len(terms) == 1 and signs[0] == -1:
        number, scalars, matrices = split(terms[0])
        return joined(-number, scalars, matrices)
    return None if (tuple(terms), tuple(signs)) == (node.args, node.data) else al.plus(*terms, signs=tuple(signs))


@law("add", "like terms", r"2A + A = 3A")
def like_terms(node: Call) -> Node | None:
    """Terms that differ by a number alone are one."""
    numbers: dict[Term, float] = {}
    firsts: dict[tuple, Term] = {}
    for term, sign in zip(node.args, node.data, strict=True):
        number, scalars, matrices = split(term)
        key = firsts.setdefault((frozenset(Counter(scalars).items()), matrices), (1.0, scalars, matrices))
        numbers[key] = numbers.get(key, 0.0) + sign * number
    if len(numbers) == len(node.args) or not all(map(math.isfinite, numbers.values())):
        return None
    kept = [(key, number) for key, number in numbers.items() if number != 0]
    if not kept:
        return al.zeros(*al.shape_of(node))
    terms = tuple(joined(abs(number), scalars, matrices) for (_, scalars, matrices), number in kept)
    return al.plus(*terms, signs=tuple(1 if number > 0 else -1 for _, number in kept))


def shared_factors(terms: Sequence[Sequence[Node]]) -> list[Node]:
    """The factors that all terms have, each once."""
    return [f for f in dict.fromkeys(terms[0]) if all(f in factors for factors in terms)]


def without(factors: Sequence[Node], shared: Iterable[Node]) -> list[Node]:
    """The factors of a term but for some, of which each is taken out once."""
    left = list(factors)
    for f in shared:
        left.remove(f)
    return left


@law("add", "common number", r"sA + sB = s(A + B)")
def common_number(node: Call) -> Node | None:
    """A number that stands before every term goes in front."""
    parts = [split(term) for term in node.args]
    if al.is_scalar(node) or len(parts) < 2:
        return None
    number = parts[0][0] if all(part[0] == parts[0][0] for part in parts) else 1.0
    shared = shared_factors([scalars for _, scalars, _ in parts])
    if number == 0 or (number == 1.0 and not shared) or not all(matrices for *_, matrices in parts):
        return None
    terms = tuple(joined(own / number, without(scalars, shared), matrices) for own, scalars, matrices in parts)
    return joined(number, shared, (Call("add", terms, node.data),))


@law("add", "common factor, entry by entry", r"A \odot B + A \odot C = A \odot (B + C)")
def common_entrywise_factor(node: Call) -> Node | None:
    """A matrix that multiplies every term entry by entry goes in front."""
    parts = [split(term) for term in node.args]
    if len(parts) < 2 or al.is_scalar(node):
        return None
    common = shared_factors([matrices for *_, matrices in parts])
    if common and not any(without(matrices, common) for *_, matrices in parts):
        numbers = tuple(joined(number, scalars, ()) for number, scalars, _ in parts)
        return al.times(Call("add", numbers, node.data), *common)
    shared = [m for m in common if not (isinstance(m, Call) and m.op == "ones")]  # 1 1ᵀ in front would go away again
    if not shared:
        return None
    rest = [al.ones(*al.shape_of(node))]
    terms = tuple(joined(number, scalars, without(matrices, shared) or rest) for number, scalars, matrices in parts)
    return al.times(*shared, Call("add", terms, node.data))


@law("add", "common factor", r"AC + BC = (A + B)C")
def common_factor(node: Call) -> Node | None:
    """A factor that begins, or ends, every product goes out of the sum."""
    parts = [split(term) for term in node.args]
    if len(parts) < 2 or any(len(matrices) != 1 for *_, matrices in parts):
        return None
    products = [factors_of(matrices[0]) for *_, matrices in parts]
    for end in (-1, 0):
        first = products[0][end]
        if al.is_scalar(node) or any(len(p) < 2 or p[end] is not first for p in products):
            continue
        rest = [p[:-1] if end else p[1:] for p in products]
        terms = tuple(joined(part[0], part[1], (al.product(*p),)) for part, p in zip(parts, rest, strict=True))
        total = Call("add", terms, node.data)
        return al.product(total, first) if end else al.product(first, total)
    return None


def factors_of(node: Node) -> tuple[Node, ...]:
    """The factors of a matrix product."""
    return node.args if isinstance(node, Call) and node.op == "matmul" else (node,)
