"""Laws of inner products: of columns, and with the identity."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import at_a_pair
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Call, Node


@law("matmul", "inner product with the identity", r"\mathbf{1}^\top (A \odot I)\, \mathbf{1} = \mathrm{tr}(A)")
def with_the_identity(node: Call) -> Node | None:
    """⟨A, I⟩ = tr A."""
    match node:
        case Call(_, (Call("ones", (), (1, _)), Call("times", factors, _), Call("ones", (), (_, 1))), _):
            rest = [f for f in factors if not (isinstance(f, Call) and f.op == "identity")]
            if len(rest) == len(factors) - 1 and rest and not all(al.is_scalar(f) for f in rest):
                return Call("trace", (al.times(*rest),), ())
    return None


@law("matmul", "inner product of columns", r"\mathbf{1}^\top (a \odot b) = a^\top b")
def of_columns(node: Call) -> Node | None:
    """The sum of the products of the entries, of two columns or of two rows."""

    def inner(a: Node, b: Node) -> Node | None:
        match a, b:
            case Call("ones", (), (1, _)), Call("times", (x, y), _) if al.shape_of(b)[1] == 1 and _no_numbers(x, y):
                return al.product(al.transpose(x), y)
            case Call("times", (x, y), _), Call("ones", (), (_, 1)) if al.shape_of(a)[0] == 1 and _no_numbers(x, y):
                return al.product(x, al.transpose(y))
        return None

    return at_a_pair(node, inner)


def _no_numbers(*factors: Node) -> bool:
    return not any(al.is_scalar(f) for f in factors)
