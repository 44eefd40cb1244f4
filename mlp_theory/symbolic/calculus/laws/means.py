"""Laws of means: what is left of a row when its mean is taken away sums to zero; common denominators."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import at_a_pair
from mlp_theory.symbolic.calculus.laws.repeated import column_of
from mlp_theory.symbolic.calculus.laws.sums import joined, split
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Call, Named, Node, Number, Size


def rows_sum_to_zero(node: Node) -> bool:
    """Whether every row is known to sum to zero: A − (1/n) A 1 1ᵀ, also behind a name, and multiples of its rows."""
    if isinstance(node, Named):
        node = node.body
    match node:
        case Call("times", factors, _):
            inside = [f for f in factors if not al.is_scalar(f) and column_of(f) is None]
            return len(inside) == 1 and rows_sum_to_zero(inside[0])
        case Call("add", (a, b), (1, -1)):
            return _is_mean_of(b, a)
    return False


def _is_mean_of(mean: Node, a: Node) -> bool:
    """Whether this is (1/n) A 1 1ᵀ, or m 1ᵀ where m is known to be (1/n) A 1."""
    number, scalars, matrices = split(mean)
    column = column_of(matrices[0]) if len(matrices) == 1 else None
    if column is None:
        return False
    own, inner, columns = split(column.body if isinstance(column, Named) else column)
    n = al.shape_of(a)[1]
    match columns:
        case (Call("matmul", (*factors, Call("ones", (), (rows, 1))), _),) if rows == n:
            same = al.product(*factors) is a
            return same and number * own == 1 and (*scalars, *inner) == (al.power(Size(n), -1),)
    return False


@law("matmul", "what a mean leaves", r"(A - \tfrac1n A \mathbf{1}\mathbf{1}^\top)\,\mathbf{1} = 0")
def what_a_mean_leaves(node: Call) -> Node | None:
    """Deviations from the mean sum to zero; a term that does so falls out of a sum."""

    def sums(a: Node, b: Node) -> Node | None:
        if not (isinstance(b, Call) and b.op == "ones"):
            return None
        if rows_sum_to_zero(a):
            return al.zeros(al.shape_of(a)[0], al.shape_of(b)[1])
        match a:
            case Call("add", terms, signs):
                kept = [k for k, term in enumerate(terms) if not rows_sum_to_zero(term)]
                if len(kept) < len(terms):
                    rest = al.plus(*(terms[k] for k in kept), signs=tuple(signs[k] for k in kept))
                    return al.product(rest, b)
        return None

    return at_a_pair(node, sums)


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
                if sum(divided) == len(parts) or 2 * sum(divided) <= len(parts):
                    continue
                terms = tuple(
                    joined(number, [x for x in scalars if x is not below] if under else [size, *scalars], matrices)
                    for (number, scalars, matrices), under in zip(parts, divided, strict=True)
                )
                return al.times(below, Call("add", terms, node.data))
    return None
