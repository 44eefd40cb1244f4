"""One form for numbers with indices that differ only in order, in brackets, or in the letters of summed indices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count, islice, permutations, product
from math import prod

from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus.entries.terms import has_index, substitute
from mlp_theory.symbolic.expressions import (
    Apply,
    Call,
    Compare,
    Derivative,
    Entry,
    Index,
    Named,
    Node,
    Number,
    Over,
    Size,
    Variable,
)

MOST_ORDERS = 5_040
"""Orders of the sums of one term that are tried, where nothing else tells the sums apart."""


@dataclass(frozen=True)
class Monomial:
    """A number times factors to powers, summed over indices."""

    number: float
    sums: tuple[tuple[str, Node], ...]
    factors: tuple[tuple[Node, float], ...]


def same(a: Node, b: Node) -> bool:
    """Whether two expressions are one but for order, brackets and the letters of summed indices."""
    return a is b or key(a) == key(b)


def key(node: Node) -> str:
    """What two such expressions have in common: the terms of the sum of products that it is."""
    totals: dict[str, float] = {}
    for term in _terms(node, count()):
        name = _key_of_term(term)
        totals[name] = totals.get(name, 0.0) + term.number * _idle_count(term)
    left = {name: number for name, number in totals.items() if abs(number) > 1e-12}
    return " + ".join(f"{number:.12g} {name}" for name, number in sorted(left.items())) or "0"


def _terms(node: Node, fresh: count) -> list[Monomial]:
    match node:
        case Number(value):
            return [Monomial(value, (), ())]
        case Call("add", terms, signs):
            return [
                Monomial(sign * t.number, t.sums, t.factors)
                for term, sign in zip(terms, signs, strict=True)
                for t in _terms(term, fresh)
            ]
        case Call("times", factors, _):
            out = [Monomial(1.0, (), ())]
            for factor in factors:
                out = [_product(a, b) for a in out for b in _terms(factor, fresh)]
            return out
        case Over(_, index, _, high, _, body, _):
            name = f"%{next(fresh)}"  # as no other index is called
            inner = _terms(substitute(body, index, Index(name)), fresh)
            return [Monomial(t.number, (*t.sums, (name, high)), t.factors) for t in inner]
        case Call("power", (base, Number(p)), _):
            terms = _terms(base, fresh)
            if len(terms) == 1 and not terms[0].sums and p == int(p):  # (x²)^½ is |x|, and not x
                (t,) = terms
                return [Monomial(t.number**p, (), tuple((f, e * p) for f, e in t.factors))]
            return [Monomial(1.0, (), ((base, p),))]
    return [Monomial(1.0, (), ((node, 1.0),))]


def _product(a: Monomial, b: Monomial) -> Monomial:
    return Monomial(a.number * b.number, a.sums + b.sums, a.factors + b.factors)


def _key_of_term(term: Monomial) -> str:
    """The smallest of its names over all orders of its sums."""
    factors = list(term.factors)
    for factor, _ in term.factors:
        match factor:
            case Compare("=", Index(a), Index(b)):
                first, second = sorted((a, b))
                factors = [(f if f is factor else substitute(f, second, Index(first)), e) for f, e in factors]
    idle = [high for name, high in term.sums if not any(has_index(f, name) for f, _ in factors)]
    sums = [(name, high) for name, high in term.sums if any(has_index(f, name) for f, _ in factors)]
    factors += [(high, 1.0) for high in idle if not isinstance(high, Number)]
    return min(_written(order, factors) for order in islice(_orders(sums, factors), MOST_ORDERS))


def _idle_count(term: Monomial) -> float:
    """How many equal terms the sums have that count up to a number and whose index stands nowhere."""
    idle = [high for name, high in term.sums if not any(has_index(f, name) for f, _ in term.factors)]
    return prod(high.value for high in idle if isinstance(high, Number))


def _orders(sums: list[tuple[str, Node]], factors: list[tuple[Node, float]]) -> Iterator[tuple[tuple[str, Node], ...]]:
    """All orders of the sums that differ in nothing but themselves; sums that the factors tell apart are sorted."""
    rank = {name: 0 for name, _ in sums}
    while True:
        looks: dict[str, list[str]] = {}
        for name, high in sums:
            names = {**{other: f"?{k}" for other, k in rank.items()}, name: "!"}
            inside = [(f, e) for f, e in factors if has_index(f, name)]
            looks[name] = [_atom(high, {}), *sorted(f"{_atom(f, names)}^{e:g}" for f, e in inside)]
        different = sorted(set(map(tuple, looks.values())))
        new = {name: different.index(tuple(look)) for name, look in looks.items()}
        if len(set(new.values())) == len(set(rank.values())):
            break
        rank = new
    groups: dict[int, list[tuple[str, Node]]] = {}
    for item in sums:
        groups.setdefault(new[item[0]], []).append(item)
    for order in product(*(permutations(groups[k]) for k in sorted(groups))):
        yield tuple(chain.from_iterable(order))


def _written(order: tuple[tuple[str, Node], ...], factors: list[tuple[Node, float]]) -> str:
    names = {name: str(k) for k, (name, _) in enumerate(order)}
    powers: dict[str, float] = {}
    for factor, exponent in factors:
        text = _atom(factor, names)
        powers[text] = powers.get(text, 0.0) + exponent
    over = " ".join(f"Σ{_atom(high, {})}" for _, high in order)
    return over + " ".join(sorted(f"{text}^{e:g}" for text, e in powers.items() if e))


def _atom(node: Node, names: dict[str, str]) -> str:
    """One factor, with the letters that sums have in this order."""
    match node:
        case Index(name):
            return names.get(name, name)
        case Number(value):
            return f"{value:.12g}"
        case Size(dim):
            return f"size {dim}"
        case Variable(name) | Named(name):
            return name
        case Compare("=", i, j):
            return "δ" + ",".join(sorted((_atom(i, names), _atom(j, names))))
        case Entry(body, i, j):
            return f"{_atom(body, names)}[{_atom(i, names)},{_atom(j, names)}]"
        case Derivative(body, wrt, _):
            return f"∂{_atom(body, names)}/∂{_atom(wrt, names)}"
        case Apply(name, (arg,), order, _):
            return f"{name}{order}({key(_renamed(arg, names))})"
        case Call("elementwise", (arg,), (name,)):
            return f"{name}({key(_renamed(arg, names))})"
        case Call("after", (i,), (0, _)):
            return _atom(i, names)
        case Call("determinant" | "log-determinant" | "inverse"):
            return f"number {id(node)}"  # no index stands in it, and equal ones are one
        case Call(op, args, data):
            return (
                f"{op}{data}({', '.join(_atom(arg, names) for arg in args)})"
                if not _is_entrywise(op)
                else _inner(node, names)
            )
        case Over():
            return _inner(node, names)
    return f"{type(node).__name__} {id(node)}"


def _is_entrywise(op: str) -> bool:
    return op in ("add", "times", "power")


def _inner(node: Node, names: dict[str, str]) -> str:
    return f"({key(_renamed(node, names))})"


def _renamed(node: Node, names: dict[str, str]) -> Node:
    """Indices that are summed outside, called otherwise than those of sums further outside."""
    inside = [part.name for part in parts_of(node) if isinstance(part, Index)]
    further = "$" * (1 + max((len(name) - len(name.lstrip("$")) for name in inside), default=0))
    for name, number in names.items():
        node = substitute(node, name, Index(further + number))
    return node
