"""Laws of columns that are repeated, u 1ᵀ: what broadcasting is written with."""

from __future__ import annotations

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import at_a_pair
from mlp_theory.symbolic.calculus.laws.sums import joined, split
from mlp_theory.symbolic.calculus.laws.table import law
from mlp_theory.symbolic.expressions import Call, Node, Number


def column_of(node: Node) -> Node | None:
    """U of u 1ᵀ: of a matrix whose columns are one and the same."""
    match node:
        case Call("matmul", (*factors, Call("ones", (), (rows, columns))), _) if columns != 1:
            return al.product(*factors, *([] if rows == 1 else [al.ones(rows, 1)]))
        case Call("power", (base, Number() as exponent), _):
            column = column_of(base)
            return None if column is None else Call("power", (column, exponent), ())
    return None


def repeated(column: Node, times: Node) -> Node:
    """U 1ᵀ with as many columns as another matrix has; (A 1) 1ᵀ is written A 1 1ᵀ."""
    return al.product(column, al.ones(1, al.shape_of(times)[1]))


def pieces(column: Node) -> tuple[Node, ...]:
    """The factors of an entrywise product of columns, numbers among them."""
    return column.args if isinstance(column, Call) and column.op == "times" else (column,)


@law("times", "repeated columns", r"u\mathbf{1}^\top \odot v\mathbf{1}^\top = (u \odot v)\mathbf{1}^\top")
def repeated_columns(node: Call) -> Node | None:
    """The product of the columns, repeated."""
    columns = {f: column_of(f) for f in node.args}
    several = [f for f in node.args if columns[f] is not None]
    if len(several) < 2:
        return None
    column = al.times(*(u for u in columns.values() if u is not None))
    rest = [f for f in node.args if columns[f] is None]
    return al.times(*rest, repeated(column, node)) if rest else repeated(column, node)


@law("power", "power of a repeated column", r"(u\mathbf{1}^\top)^{p} = u^{p}\mathbf{1}^\top")
def power_of_repeated(node: Call) -> Node | None:
    """It is that of the column, repeated."""
    column = column_of(node)
    return None if column is None else repeated(column, node)


@law("matmul", "a repeated column out of row sums", r"(A \odot u\mathbf{1}^\top)\,\mathbf{1} = u \odot (A\mathbf{1})")
def out_of_row_sums(node: Call) -> Node | None:
    """What is the same for a whole row goes out of its sum."""

    def out(a: Node, b: Node) -> Node | None:
        match a, b:
            case Call("times", factors, _), Call("ones", (), (n, count)):
                columns = [column_of(f) for f in factors]
                inside = [f for f, u in zip(factors, columns, strict=True) if u is None]
                outside = [u for u in columns if u is not None]
                if outside and inside:
                    sums = al.times(*outside, al.product(al.times(*inside), al.ones(n, 1)))
                    return sums if count == 1 else al.product(sums, al.ones(1, count))
        return None

    return at_a_pair(node, out)


@law(
    "add",
    "common repeated column",
    r"u\mathbf{1}^\top \odot A + (u \odot v)\mathbf{1}^\top = u\mathbf{1}^\top \odot (A + v\mathbf{1}^\top)",
)
def common_column(node: Call) -> Node | None:
    """A column whose multiples stand in every term goes in front of the sum."""
    if len(node.args) < 2 or 1 in al.shape_of(node):
        return None
    parts = [_taken_apart(term) for term in node.args]
    shared = [u for u in parts[0][2] if all(u in columns for _, _, columns, _ in parts)]
    if not shared:
        return None
    terms = []
    for number, scalars, columns, matrices in parts:
        rest = [u for u in columns if u not in shared]
        factors = [*matrices, *([repeated(al.times(*rest), node)] if rest else [])]
        terms.append(joined(number, scalars, factors or [al.ones(*al.shape_of(node))]))
    return al.times(repeated(al.times(*shared), node), Call("add", tuple(terms), node.data))


def _taken_apart(term: Node) -> tuple[float, list[Node], list[Node], list[Node]]:
    """A number, the letters that are numbers, the columns that are repeated, and the other matrices of a term."""
    number, scalars, matrices = split(term)
    letters, columns, others = list(scalars), [], []
    for m in matrices:
        u = column_of(m)
        if u is None:
            others.append(m)
            continue
        for piece in pieces(u):
            if isinstance(piece, Number):
                number *= piece.value
            else:
                (letters if al.is_scalar(piece) else columns).append(piece)
    return number, letters, columns, others
