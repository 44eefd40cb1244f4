"""Laws of the Kronecker product, and of the matrix that transposes under vec."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import at_a_pair
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.calculus.table import dim_times
from mlp_theory.symbolic.expressions import Call, Node


@law("kron", "Kronecker product with a number", r"s \otimes A = s A")
def with_a_number(node: Call) -> Node | None:
    """It is the plain product."""
    a, b = node.args
    return al.times(a, b) if al.is_scalar(a) else al.times(b, a) if al.is_scalar(b) else None


@law("kron", "a number before a Kronecker factor", r"(sA) \otimes B = s (A \otimes B)")
def number_first(node: Call) -> Node | None:
    """Numbers go to the front."""
    numbers: list[Node] = []
    factors = []
    if any(al.is_scalar(f) for f in node.args):
        return None  # the law before this one
    for f in node.args:
        inside = f.args if isinstance(f, Call) and f.op == "times" else (f,)
        numbers.extend(x for x in inside if al.is_scalar(x))
        factors.append(al.times(*(x for x in inside if not al.is_scalar(x))))
    return al.times(*numbers, Call("kron", tuple(factors), ())) if numbers else None


@law("kron", "Kronecker product of identities", r"I_m \otimes I_n = I_{mn}")
def of_identities(node: Call) -> Node | None:
    """The large identity."""
    match node:
        case Call(_, (Call("identity", (), (m,)), Call("identity", (), (n,))), _):
            return al.identity(dim_times("A Kronecker product", m, n))
    return None


@law("kron", "Kronecker product of ones", r"\mathbf{1}_m \otimes \mathbf{1}_n = \mathbf{1}_{mn}")
def of_ones(node: Call) -> Node | None:
    """More ones."""
    match node:
        case Call(_, (Call("ones", (), (p, q)), Call("ones", (), (r, s))), _):
            return al.ones(dim_times("A Kronecker product", p, r), dim_times("A Kronecker product", q, s))
    return None


@law("add", "common Kronecker factor", r"A \otimes B + A \otimes C = A \otimes (B + C)")
def common_factor(node: Call) -> Node | None:
    """A factor that every term begins, or ends, with goes out of the sum."""
    terms = [t.args if isinstance(t, Call) and t.op == "kron" else None for t in node.args]
    if len(terms) < 2 or any(t is None for t in terms):
        return None
    pairs = [t for t in terms if t is not None]
    for end in (0, 1):
        shared = pairs[0][end]
        others = [pair[1 - end] for pair in pairs]
        if all(
            p[end] is shared and al.shape_of(o) == al.shape_of(others[0]) for p, o in zip(pairs, others, strict=True)
        ):
            total = Call("add", tuple(others), node.data)
            return Call("kron", (shared, total) if end == 0 else (total, shared), ())
    return None


@law("kron", "outer product", r"x^\top \otimes y = y x^\top")
def of_a_row_and_a_column(node: Call) -> Node | None:
    """A row and a column, in either order, make the outer product."""
    a, b = node.args
    if al.shape_of(a)[0] == 1 and al.shape_of(b)[1] == 1:
        return al.product(b, a)
    return al.product(a, b) if al.shape_of(a)[1] == 1 and al.shape_of(b)[0] == 1 else None


@law("matmul", "mixed product", r"(A \otimes B)(C \otimes D) = AC \otimes BD")
def mixed_product(node: Call) -> Node | None:
    """Factor by factor, where the factors fit; a matrix alone is 1 ⊗ A beside a column or a row."""

    def mixed(left: Node, right: Node) -> Node | None:
        match left, right:
            case Call("kron", (a, b), _), Call("kron", (c, d), _) if _fit(a, c) and _fit(b, d):
                return Call("kron", (al.product(a, c), al.product(b, d)), ())
            case Call("kron", (a, b), _), _ if al.shape_of(a)[1] == 1:
                return Call("kron", (a, al.product(b, right)), ())
            case _, Call("kron", (c, d), _) if al.shape_of(c)[0] == 1:
                return Call("kron", (c, al.product(left, d)), ())
        return None

    return at_a_pair(node, mixed)


def _fit(a: Node, b: Node) -> bool:
    return al.shape_of(a)[1] == al.shape_of(b)[0]


@law("matmul", "product with one less than the identity", r"A (I - B) = A - AB")
def over_the_identity(node: Call) -> Node | None:
    """Brackets around a sum with the identity in it are multiplied out, with what stands before them."""
    for k, f in enumerate(node.args[1:], 1):
        match f:
            case Call("add", terms, signs) if any(isinstance(t, Call) and t.op == "identity" for t in terms):
                before = node.args[:k]
                return al.product(al.plus(*(al.product(*before, t) for t in terms), signs=signs), *node.args[k + 1 :])
    return None


@law("add", "common Kronecker factor on the right", r"(A \otimes B) - C (A \otimes B) = (I - C)(A \otimes B)")
def common_right_factor(node: Call) -> Node | None:
    """Also where a term is nothing but that factor."""
    ends = [t.args[-1] if isinstance(t, Call) and t.op == "matmul" else t for t in node.args]
    end = ends[0]
    if len(ends) < 2 or not (isinstance(end, Call) and end.op == "kron") or any(e is not end for e in ends):
        return None
    if all(t is end for t in node.args):
        return None
    size = al.shape_of(end)[0]
    terms = tuple(al.identity(size) if t is end else al.product(*t.args[:-1]) for t in node.args if isinstance(t, Call))
    return al.product(Call("add", terms, node.data), end)


@law("diagonal matrix", "diagonal matrix of ones", r"\mathrm{diag}(\mathrm{vec}(\mathbf{1}\mathbf{1}^\top)) = I")
def of_vec_of_ones(node: Call) -> Node | None:
    """Ones below each other, on the diagonal."""
    match node:
        case Call(_, (Call("vec", (Call("ones", (), (m, n)),), _),), _):
            return al.identity(dim_times("vec", m, n))
    return None


@law("matmul", "a commutation twice", r"K_{n,m} K_{m,n} = I")
def commutation_twice(node: Call) -> Node | None:
    """Transposed and transposed back."""

    def back(a: Node, b: Node) -> Node | None:
        match a, b:
            case Call("commutation", (), first), Call("commutation", (), second) if first == second[::-1]:
                return al.identity(al.shape_of(a)[0])
        return None

    return at_a_pair(node, back)
