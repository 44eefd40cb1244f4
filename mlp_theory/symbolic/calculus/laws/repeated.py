"""Laws of columns that are repeated, u 1ᵀ: what broadcasting is written with."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.laws.products import at_a_pair
from mlp_theory.symbolic.calculus.laws.sums import joined, shared_factors, split, without
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
    columns = [column_of(f) for f in node.args]
    several = [u for u in columns if u is not None]
    if len(several) < 2:
        return None
    rest = [f for f, u in zip(node.args, columns, strict=True) if u is None]
    return al.times(*rest, repeated(al.times(*several), node))


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
                if outside and inside and not all(al.is_scalar(f) for f in inside):
                    sums = al.times(*outside, al.product(al.times(*inside), al.ones(n, 1)))
                    return sums if count == 1 else al.product(sums, al.ones(1, count))
        return None

    return at_a_pair(node, out)


def row_of(node: Node) -> Node | None:
    """R of 1 r: of a matrix whose rows are one and the same."""
    match node:
        case Call("matmul", (Call("ones", (), (rows, columns)), *factors), _) if rows != 1:
            return al.product(*([] if columns == 1 else [al.ones(1, columns)]), *factors)
        case Call("power", (base, Number() as exponent), _):
            row = row_of(base)
            return None if row is None else Call("power", (row, exponent), ())
    return None


@law("times", "repeated rows", r"\mathbf{1}r \odot \mathbf{1}q = \mathbf{1}(r \odot q)")
def repeated_rows(node: Call) -> Node | None:
    """The product of the rows, repeated."""
    rows = [row_of(f) if column_of(f) is None else None for f in node.args]
    several = [r for r in rows if r is not None]
    if len(several) < 2:
        return None
    rest = [f for f, r in zip(node.args, rows, strict=True) if r is None]
    return al.times(*rest, repeated_row(al.times(*several), node))


@law(
    "matmul",
    "a repeated row out of column sums",
    r"\mathbf{1}^\top (A \odot \mathbf{1}r) = (\mathbf{1}^\top A) \odot r",
)
def out_of_column_sums(node: Call) -> Node | None:
    """What is the same for a whole column goes out of its sum."""

    def out(a: Node, b: Node) -> Node | None:
        match a, b:
            case Call("ones", (), (count, m)), Call("times", factors, _):
                rows = [row_of(f) for f in factors]
                inside = [f for f, r in zip(factors, rows, strict=True) if r is None]
                outside = [r for r in rows if r is not None]
                if outside and inside and not all(al.is_scalar(f) for f in inside):
                    sums = al.times(al.product(al.ones(1, m), al.times(*inside)), *outside)
                    return sums if count == 1 else al.product(al.ones(count, 1), sums)
        return None

    return at_a_pair(node, out)


def repeated_row(row: Node, times: Node) -> Node:
    """1 r with as many rows as another matrix has; 1 (1ᵀ A) is written 1 1ᵀ A."""
    return al.product(al.ones(al.shape_of(times)[0], 1), row)


@law(
    "add",
    "common repeated column",
    r"u\mathbf{1}^\top \odot A + (u \odot v)\mathbf{1}^\top = u\mathbf{1}^\top \odot (A + v\mathbf{1}^\top)",
)
def common_column(node: Call) -> Node | None:
    """A column whose multiples stand in every term goes in front of the sum."""
    return _common(node, column_of, repeated)


@law(
    "add",
    "common repeated row",
    r"\mathbf{1}r \odot A + \mathbf{1}(r \odot q) = \mathbf{1}r \odot (A + \mathbf{1}q)",
)
def common_row(node: Call) -> Node | None:
    """A row whose multiples stand in every term goes in front of the sum."""
    return _common(node, row_of, repeated_row)


def _common(node: Call, line_of: Callable[[Node], Node | None], repeat: Callable[[Node, Node], Node]) -> Node | None:
    if len(node.args) < 2 or 1 in al.shape_of(node):
        return None
    parts = [_taken_apart(term, line_of) for term in node.args]
    shared = shared_factors([lines for _, _, lines, _ in parts])
    if not shared:
        return None
    terms = []
    for number, scalars, lines, matrices in parts:
        rest = without(lines, shared)
        factors = [*matrices, *([repeat(al.times(*rest), node)] if rest else [])]
        terms.append(joined(number, scalars, factors or [al.ones(*al.shape_of(node))]))
    return al.times(repeat(al.times(*shared), node), Call("add", tuple(terms), node.data))


def _taken_apart(
    term: Node, line_of: Callable[[Node], Node | None]
) -> tuple[float, list[Node], list[Node], list[Node]]:
    """A number, the letters that are numbers, the lines that are repeated, and the other matrices of a term."""
    number, scalars, matrices = split(term)
    letters, lines, others = list(scalars), [], []
    for m in matrices:
        line = line_of(m)
        if line is None:
            others.append(m)
            continue
        for piece in pieces(line):
            if isinstance(piece, Number):
                number *= piece.value
            else:
                (letters if al.is_scalar(piece) else lines).append(piece)
    return number, letters, lines, others
