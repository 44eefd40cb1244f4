"""Laws of the matrix product: numbers go to the front, ones and identities away."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Call, Named, Node, Size, Variable


def at_a_pair(node: Call, rewrite: Callable[[Node, Node], Node | None]) -> Node | None:
    """The product with the first two neighbours that a law rewrites replaced by what it makes of them."""
    factors = node.args
    for k, (a, b) in enumerate(pairwise(factors)):
        new = rewrite(a, b)
        if new is not None:
            return al.product(*factors[:k], new, *factors[k + 2 :])
    return None


@law("matmul", "associativity", r"A(BC) = ABC")
def flat(node: Call) -> Node | None:
    """No brackets in a product."""
    if not any(isinstance(f, Call) and f.op == "matmul" for f in node.args):
        return None
    factors: list[Node] = []
    for f in node.args:
        factors.extend(f.args if isinstance(f, Call) and f.op == "matmul" else (f,))
    return al.product(*factors)


@law("matmul", "a zero factor", r"A\,0 = 0")
def with_zero(node: Call) -> Node | None:
    """A product with zero."""
    if any(is_zero(f) for f in node.args):
        return al.zeros(*al.shape_of(node))
    return None


def is_zero(node: Node) -> bool:
    """Whether this is the number or the matrix 0."""
    return node is al.ZERO or (isinstance(node, Call) and node.op == "zeros")


@law("matmul", "a factor that is a number", r"A\,s\,B = s\,AB")
def numbers_first(node: Call) -> Node | None:
    """Numbers, and numbers that stand before a factor, go to the front."""
    numbers: list[Node] = []
    factors: list[Node] = []
    for f in node.args:
        if al.is_scalar(f):
            numbers.append(f)
        elif isinstance(f, Call) and f.op == "times" and any(al.is_scalar(x) for x in f.args):
            numbers.extend(x for x in f.args if al.is_scalar(x))
            factors.append(al.times(*(x for x in f.args if not al.is_scalar(x))))
        else:
            factors.append(f)
    if not numbers:
        return None
    rest = [al.product(*factors)] if factors else []
    return al.times(*numbers, *rest)


@law("matmul", "identity", r"I A = A")
def with_identity(node: Call) -> Node | None:
    """The identity changes nothing."""
    rest = [f for f in node.args if not (isinstance(f, Call) and f.op == "identity")]
    if len(rest) == len(node.args):
        return None
    return al.product(*rest) if rest else node.args[0]


@law("matmul", "inverse", r"A A^{-1} = I")
def with_inverse(node: Call) -> Node | None:
    """A matrix beside its inverse."""

    def cancel(a: Node, b: Node) -> Node | None:
        if is_inverse_of(a, b) or is_inverse_of(b, a):
            return al.identity(al.shape_of(a)[0])
        return None

    return at_a_pair(node, cancel)


def is_inverse_of(a: Node, b: Node) -> bool:
    """Whether a is written as the inverse of b: A⁻¹ of A, A⁻ᵀ of Aᵀ."""
    match a, b:
        case Call("inverse", (inner,), _), _:
            return inner is b
        case Call("transpose", (Call("inverse", (inner,), _),), _), Call("transpose", (other,), _):
            return inner is other
    return False


@law("matmul", "sums of ones", r"\mathbf{1}_n^\top \mathbf{1}_n = n")
def of_ones(node: Call) -> Node | None:
    """Ones times ones count."""

    def count(a: Node, b: Node) -> Node | None:
        match a, b:
            case Call("ones", (), (rows, n)), Call("ones", (), (_, columns)):
                out = al.ones(rows, columns)
                if n == 1:
                    return out
                size = al.Number(float(n)) if isinstance(n, int) else Size(n)
                return size if out is al.ONE else al.times(size, out)
        return None

    return at_a_pair(node, count)


def sums_to_one(node: Node) -> bool:
    """Whether every column is known to sum to one."""
    if isinstance(node, Named):
        node = node.body
    if isinstance(node, Variable):
        return "unit column sums" in node.assumptions
    return isinstance(node, Call) and node.op == "softmax"


@law("matmul", "columns that sum to one", r"\mathbf{1}^\top T = \mathbf{1}^\top")
def unit_column_sums(node: Call) -> Node | None:
    """1ᵀT = 1ᵀ: of one-hot targets, and of probabilities."""

    def sums(a: Node, b: Node) -> Node | None:
        match a:
            case Call("ones", (), (rows, _)) if sums_to_one(b):
                return al.ones(rows, al.shape_of(b)[1])
        match a, b:
            case Call("transpose", (t,), _), Call("ones", (), (_, columns)) if sums_to_one(t):
                return al.ones(al.shape_of(t)[1], columns)
        return None

    return at_a_pair(node, sums)


@law("matmul", "a diagonal matrix and ones", r"\mathrm{diag}(x)\,\mathbf{1} = x")
def diagonal_and_ones(node: Call) -> Node | None:
    """Its row sums are its entries."""

    def rows(a: Node, b: Node) -> Node | None:
        match a, b:
            case Call("diagonal matrix", (x,), _), Call("ones", (), (_, columns)):
                return x if columns == 1 else al.product(x, al.ones(1, columns))
            case Call("ones", (), (count, _)), Call("diagonal matrix", (x,), _):
                across = al.transpose(x)
                return across if count == 1 else al.product(al.ones(count, 1), across)
        return None

    return at_a_pair(node, rows)


@law("trace", "trace of a number", r"\mathrm{tr}(s) = s")
def trace_of_a_number(node: Call) -> Node | None:
    """A number is its own trace."""
    return node.args[0] if al.is_scalar(node.args[0]) else None


@law("trace", "trace of a transpose", r"\mathrm{tr}(A^\top) = \mathrm{tr}(A)")
def trace_of_a_transpose(node: Call) -> Node | None:
    """The diagonal stays where it is."""
    match node:
        case Call(_, (Call("transpose", (a,), _),), _):
            return Call("trace", (a,), ())
    return None


@law("inverse", "inverse of an inverse", r"(A^{-1})^{-1} = A")
def inverse_twice(node: Call) -> Node | None:
    """Back again."""
    match node:
        case Call(_, (Call("inverse", (a,), _),), _):
            return a
        case Call(_, (Call("identity") as a,), _):
            return a
    return None


@law("inverse", "inverse of a transpose", r"(A^\top)^{-1} = (A^{-1})^\top")
def inverse_of_a_transpose(node: Call) -> Node | None:
    """The transpose goes outward."""
    match node:
        case Call(_, (Call("transpose", (a,), _),), _):
            return al.transpose(Call("inverse", (a,), ()))
    return None


@law("determinant", "determinant of a transpose", r"\det A^\top = \det A")
def determinant_of_a_transpose(node: Call) -> Node | None:
    """Rows or columns are one to it."""
    match node:
        case Call(_, (Call("transpose", (a,), _),), _):
            return Call("determinant", (a,), ())
    return None
