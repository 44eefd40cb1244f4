"""Laws of means: what is left of a row when its mean is taken away sums to zero; common denominators."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import at_a_pair
from mlp_theory.symbolic.calculus.laws.repeated import column_of, row_of
from mlp_theory.symbolic.calculus.laws.sums import factors_of, joined, split, without
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import Call, Named, Node, Number, Size


def rows_sum_to_zero(node: Node) -> bool:
    """Whether every row is known to sum to zero: A − (1/n) A 1 1ᵀ, also behind a name, and multiples of its rows."""
    return _sums_to_zero(node, column_of, _mean_column)


def columns_sum_to_zero(node: Node) -> bool:
    """Whether every column is known to sum to zero: A − (1/m) 1 1ᵀ A, and multiples of its columns."""
    return _sums_to_zero(node, row_of, _mean_row)


def _sums_to_zero(node: Node, line_of: Callable[[Node], Node | None], mean: Callable[[Node], tuple]) -> bool:
    if isinstance(node, Named):
        node = node.body
    match node:
        case Call("times", factors, _):
            inside = [f for f in factors if not al.is_scalar(f) and line_of(f) is None]
            return len(inside) == 1 and _sums_to_zero(inside[0], line_of, mean)
        case Call("add", (a, b), (1, -1)):
            number, scalars, matrices = _split(b)
            line = line_of(matrices[0]) if len(matrices) == 1 else None
            if line is None:
                return False
            own, inner, lines = _split(line.body if isinstance(line, Named) else line)
            sums, divisor = mean(a)
            return number * own == 1 and (*scalars, *inner) == (divisor,) and lines == (sums,)
    return False


def _split(term: Node) -> tuple[float, tuple[Node, ...], tuple[Node, ...]]:
    """The factors of a term as it was written, brackets around numbers opened."""
    number, scalars, matrices = split(term)
    letters: list[Node] = []
    for s in scalars:
        own, inner, rest = split(s)
        number *= own
        letters.extend((*inner, *rest))
    return number, tuple(letters), matrices


def _mean_column(a: Node) -> tuple[Node, Node]:
    """A 1 and 1/n."""
    n = al.shape_of(a)[1]
    return al.product(*factors_of(a), al.ones(n, 1)), al.power(Size(n), -1)


def _mean_row(a: Node) -> tuple[Node, Node]:
    """1ᵀ A and 1/m."""
    m = al.shape_of(a)[0]
    return al.product(al.ones(1, m), *factors_of(a)), al.power(Size(m), -1)


@law("matmul", "what a mean leaves", r"(A - \tfrac1n A \mathbf{1}\mathbf{1}^\top)\,\mathbf{1} = 0")
def what_a_mean_leaves(node: Call) -> Node | None:
    """Deviations from the mean sum to zero; a term that does so falls out of a sum."""

    def sums(a: Node, b: Node) -> Node | None:
        if isinstance(b, Call) and b.op == "ones":
            rest = _without(a, rows_sum_to_zero)
            return None if rest is a else al.zeros(*_outer(a, b)) if rest is None else al.product(rest, b)
        if isinstance(a, Call) and a.op == "ones":
            rest = _without(b, columns_sum_to_zero)
            return None if rest is b else al.zeros(*_outer(a, b)) if rest is None else al.product(a, rest)
        return None

    return at_a_pair(node, sums)


def _outer(a: Node, b: Node) -> tuple[Dim, Dim]:
    return al.shape_of(a)[0], al.shape_of(b)[1]


def _without(node: Node, vanishes: Callable[[Node], bool]) -> Node | None:
    """The node without the terms whose sums vanish; None where nothing is left."""
    if vanishes(node):
        return None
    match node:
        case Call("add", terms, signs):
            kept = [k for k, term in enumerate(terms) if not vanishes(term)]
            if len(kept) == len(terms):
                return node
            return al.plus(*(terms[k] for k in kept), signs=tuple(signs[k] for k in kept)) if kept else None
    return node


def _are_ones(matrices: tuple[Node, ...]) -> bool:
    return all(isinstance(m, Call) and m.op == "ones" for m in matrices)


@law("add", "common denominator", r"A - \tfrac1n B - \tfrac1n C = \tfrac1n (nA - B - C)")
def common_denominator(node: Call) -> Node | None:
    """A size that divides most of the terms goes in front."""
    if al.is_scalar(node):
        return None
    parts = [split(term) for term in node.args]
    for below in parts[-1][1]:
        match below:
            case Call("power", (Size() as size, Number(-1.0)), _):
                divided = [below in scalars for _, scalars, _ in parts]
                if any(under and _are_ones(matrices) for (*_, matrices), under in zip(parts, divided, strict=True)):
                    continue  # that term is a number, 1/n or not
                if sum(divided) == len(parts) or 2 * sum(divided) <= len(parts):
                    continue
                terms = tuple(
                    joined(number, without(scalars, [below]) if under else [size, *scalars], matrices)
                    for (number, scalars, matrices), under in zip(parts, divided, strict=True)
                )
                return al.times(below, Call("add", terms, node.data))
    return None
