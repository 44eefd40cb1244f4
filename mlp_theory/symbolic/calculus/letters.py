"""Letters and operations to write expressions with: dims, matrix, vector, one_hot, logsumexp, mean."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_theory.errors import KindError, ShapeError, check_option
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import (
    Dimension,
    Expression,
    as_dim,
    as_expression,
    check_name,
    power,
    variable,
)
from mlp_theory.symbolic.calculus.table import show_shape
from mlp_theory.symbolic.expressions import Apply, Node, Number

ASSUMPTIONS = (
    "one-hot columns", "unit column sums", "positive", "symmetric", "positive definite", "invertible", "diagonal"
)  # fmt: skip
"""What may be assumed of a letter; whatever is used is said in the derivation."""


def dims(names: str) -> tuple[Dimension, ...]:
    """Named sizes: ``d, K, n = dims("d K n")``.

    Examples
    --------
    >>> d, K = dims("d K")
    >>> matrix("W", K, d).shape
    ('K', 'd')
    """
    words = names.replace(",", " ").split() if isinstance(names, str) else []
    found = tuple(Dimension(check_name(name)) for name in words)
    if not found:
        raise KindError("dims needs names", expected='dims("d K n")', got=repr(names))
    return found


def matrix(name: str, rows: Dimension | int, columns: Dimension | int, *assume: str) -> Expression:
    """A matrix, with what is assumed of it: see `ASSUMPTIONS`.

    Raises
    ------
    OptionError
        When an assumption is not known.
    ShapeError
        When a symmetric or invertible matrix is not square.
    """
    for assumption in assume:
        check_option(f"matrix({name!r})", "assumption", assumption, ASSUMPTIONS)
    square = {"symmetric", "positive definite", "invertible", "diagonal"} & set(assume)
    if square and as_dim(rows) != as_dim(columns):
        shape = show_shape((as_dim(rows), as_dim(columns)))
        raise ShapeError(f"A {min(square)} matrix is square", expected="as many rows as columns", got=shape)
    known = set(assume)
    if "positive definite" in known:
        known |= {"symmetric", "invertible"}
    if "one-hot columns" in known:
        known.add("unit column sums")
    return variable(name, rows, columns, known)


def vector(name: str, rows: Dimension | int, *assume: str) -> Expression:
    """A column."""
    return matrix(name, rows, 1, *assume)


def row(name: str, columns: Dimension | int, *assume: str) -> Expression:
    """A row."""
    return matrix(name, 1, columns, *assume)


def scalar(name: str, *assume: str) -> Expression:
    """A number with a name."""
    return matrix(name, 1, 1, *assume)


def one_hot(name: str, rows: Dimension | int, columns: Dimension | int = 1) -> Expression:
    """Columns with a single 1: 1ᵀT = 1ᵀ is assumed, and said wherever it is used."""
    return matrix(name, rows, columns, "one-hot columns")


def ones(rows: Dimension | int, columns: Dimension | int = 1) -> Expression:
    """A matrix of ones; a column unless told otherwise."""
    return Expression(al.ones(as_dim(rows), as_dim(columns)))


def identity(n: Dimension | int) -> Expression:
    """The identity matrix."""
    return Expression(al.identity(as_dim(n)))


def function(name: str):
    """An arbitrary smooth function of one number, applied entry by entry: ``f = function("f")``, then ``f(Z)``."""
    check_name(name)

    def apply(A: Expression) -> Expression:
        return Expression(Apply(name, (as_expression(name, A).node,), 0, False))

    return apply


def function_of_matrix(name: str):
    """An arbitrary smooth function of a matrix, a number: ``ell = function_of_matrix("ell")``, then ``ell(Z)``."""
    check_name(name)

    def apply(A: Expression) -> Expression:
        return Expression(Apply(name, (as_expression(name, A).node,), 0, True))

    return apply


def logsumexp(Z: Expression) -> Expression:
    """Log 1ᵀe^Z, of each column, a row."""
    return _of("logsumexp", Z)


def softmax(Z: Expression) -> Expression:
    """e^Z ⊘ (1 1ᵀ e^Z), of each column."""
    return _of("softmax", Z)


def log_softmax(Z: Expression) -> Expression:
    """Z − 1 lse(Z), of each column."""
    return as_expression("log_softmax", Z) - logsumexp(Z)


def largest(Z: Expression) -> Expression:
    """The largest entry of each column, a row."""
    return _of("largest entry", Z, ("column",))


def mean(A: Expression) -> Expression:
    """The mean of all entries: (1/n) a 1 of a row a."""
    A = as_expression("mean", A)
    rows, columns = A.shape
    counts = [Expression(al.power(_size(size), -1)) for size in (rows, columns) if size != 1]
    out = A.sum()
    for count in counts[::-1]:
        out = count * out
    return out


def _size(size) -> Node:
    return as_expression("mean", Dimension(size)).node if isinstance(size, (str, tuple)) else Number(float(size))


def row_variance(A: Expression) -> Expression:
    """(1/n) Σ (a − mean)², of each row, a column: what batch normalisation divides by."""
    A = as_expression("row_variance", A)
    return power(A - A.row_means(), 2).row_means()


def inner(A: Expression, B: Expression) -> Expression:
    """⟨A, B⟩ = tr(AᵀB), the sum of the products of the entries.

    Raises
    ------
    ShapeError
        When they are not of one shape.
    """
    A, B = as_expression("inner", A), as_expression("inner", B)
    if A.shape != B.shape:
        raise ShapeError(
            "An inner product does not fit", expected=f"two of shape {show_shape(A.shape)}", got=show_shape(B.shape)
        )
    return (A * B).sum()


def _of(op: str, A: Expression, data: tuple = ()) -> Expression:
    return Expression(al.call(op, (as_expression(op, A).node,), data))


def trace(A: Expression) -> Expression:
    """Tr A."""
    return _of("trace", A)


def inverse(A: Expression) -> Expression:
    """A⁻¹."""
    return _of("inverse", A)


def det(A: Expression) -> Expression:
    """Det A."""
    return _of("determinant", A)


def logdet(A: Expression) -> Expression:
    """Log |det A|."""
    return _of("log-determinant", A)


def norm(A: Expression) -> Expression:
    """‖A‖, the square root of the sum of all squares."""
    return _of("norm", A, (2,))


def squared_norm(A: Expression) -> Expression:
    """‖A‖², the sum of all squares: ½ λ ‖W‖² is the L2 penalty."""
    return _of("squared norm", A, (2,))


def l1_norm(A: Expression) -> Expression:
    """Σ |a|, the L1 penalty."""
    return applied("abs", A).sum()


def diag(A: Expression) -> Expression:
    """A column as a diagonal matrix; of a matrix, its diagonal as a column."""
    A = as_expression("diag", A)
    return _of("diagonal matrix" if A.shape[1] == 1 else "diagonal", A)


def kron(A: Expression, B: Expression) -> Expression:
    """A ⊗ B, Kronecker's product."""
    return Expression(al.call("kron", (as_expression("kron", A).node, as_expression("kron", B).node)))


def vec(A: Expression) -> Expression:
    """The columns of a matrix below each other."""
    return _of("vec", A)


def stack(*blocks: Expression | Sequence[Expression]) -> Expression:
    """Matrices of one width below each other: ``stack(A, B)``, or ``stack([A, B])`` as `np.vstack` takes them."""
    found = _listed("stack", blocks)
    return _blocks("stack", found, (1,) * len(found))


def beside(*blocks: Expression | Sequence[Expression]) -> Expression:
    """Matrices of one height beside each other: ``beside(A, B)``, or ``beside([A, B])`` as `np.hstack` takes them."""
    found = _listed("beside", blocks)
    return _blocks("beside", found, (len(found),))


def _listed(who: str, blocks: tuple[Expression | Sequence[Expression], ...]) -> Sequence[Expression]:
    """The blocks, given one by one or as one list."""
    found = blocks[0] if len(blocks) == 1 and isinstance(blocks[0], (list, tuple)) else blocks
    if not found:
        raise KindError(f"{who} needs matrices", expected=f"{who}(A, B)", got=f"{who}({'[]' if blocks else ''})")
    for block in found:
        if isinstance(block, (list, tuple)):
            mend = "rows of blocks: stack(beside(A, B), beside(C, D))"
            raise KindError(f"{who} got lists", expected=f"{who}(A, B) or {who}([A, B])", got="lists", mend=mend)
    return found  # pyright: ignore[reportReturnType]


def _blocks(who: str, blocks: Sequence[Expression], counts: tuple[int, ...]) -> Expression:
    return Expression(al.call("blocks", (as_expression(who, block).node for block in blocks), counts))


def part(A: Expression, top: int | Dimension, left: int | Dimension, rows: Dimension | int, columns: Dimension | int):
    """Neighbouring rows and columns of a matrix, `top` and `left` of which stand before them."""
    before = [size if size == 0 else as_dim(size) for size in (top, left)]
    return _of("part", A, (*before, as_dim(rows), as_dim(columns)))
