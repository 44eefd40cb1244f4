"""What a user writes: W @ X + b, relu(Z), log(x), with the shapes checked as they are written.

A column added to a matrix means b 1ᵀ, a row r means 1 r, a number s means s 1 1ᵀ; whatever fits in no way, or in
two, is refused with both shapes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias, Union

import numpy as np

from mlp_theory.errors import KindError, OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.broadcasting import broadcast, spread
from mlp_theory.symbolic.calculus.table import Shape, may_be_positive, show_shape, size_of
from mlp_theory.symbolic.calculus.writing.names import is_index
from mlp_theory.symbolic.calculus.writing.writer import latex_of, unicode_of
from mlp_theory.symbolic.dimensions import Dim, plus
from mlp_theory.symbolic.expressions import Named, Node, Number, Size, Variable

Operand: TypeAlias = Union["Expression", "Dimension", float]


class Expression:
    """A matrix that is written down: a node of the language, with the operators of mathematics.

    ``A @ B`` is the matrix product, ``A * B`` the product entry by entry (numbers are repeated), ``A / B`` the quotient
    entry by entry, ``A.T`` the transpose.

    Parameters
    ----------
    node : Node
    """

    __slots__ = ("node",)
    __array_ufunc__ = None  # so that numpy leaves 2.0 * X to us

    def __init__(self, node: Node):
        self.node = node
        al.shape_of(node)

    @property
    def shape(self) -> Shape:
        """Rows and columns, as names or numbers."""
        return al.shape_of(self.node)

    @property
    def T(self) -> Expression:  # noqa: N802 (Aᵀ)
        """The transpose."""
        return Expression(al.transpose(self.node))

    def named(self, name: str) -> Expression:
        """The same with a name, by which derivations call it: ``(W @ X + b).named("Z")``."""
        return Expression(Named(check_name(name), self.node))

    def __matmul__(self, other: Operand) -> Expression:
        return Expression(al.product(self.node, as_node("@", other)))

    def __rmatmul__(self, other: Operand) -> Expression:
        return Expression(al.product(as_node("@", other), self.node))

    def __add__(self, other: Operand) -> Expression:
        return Expression(al.plus(*broadcast("+", self.node, as_node("+", other))))

    def __abs__(self) -> Expression:
        return Expression(al.elementwise("abs", self.node))

    def __radd__(self, other: Operand) -> Expression:
        if isinstance(other, int) and other == 0:  # where sum([A, B]) begins
            return self
        return Expression(al.plus(*broadcast("+", as_node("+", other), self.node)))

    def __sub__(self, other: Operand) -> Expression:
        return Expression(al.minus(*broadcast("-", self.node, as_node("-", other))))

    def __rsub__(self, other: Operand) -> Expression:
        return Expression(al.minus(*broadcast("-", as_node("-", other), self.node)))

    def __neg__(self) -> Expression:
        return Expression(al.negative(self.node))

    def __mul__(self, other: Operand) -> Expression:
        return Expression(al.times(*spread("*", self.node, as_node("*", other))))

    def __rmul__(self, other: Operand) -> Expression:
        return Expression(al.times(*spread("*", as_node("*", other), self.node)))

    def __truediv__(self, other: Operand) -> Expression:
        return self * _inverse_of(as_node("/", other))

    def __rtruediv__(self, other: Operand) -> Expression:
        return Expression(as_node("/", other)) * _inverse_of(self.node)

    def __pow__(self, exponent: float) -> Expression:
        rows, columns = self.shape
        if rows != 1 and columns != 1:
            raise KindError(
                "A power of a matrix can mean two things",
                expected="A @ A, or power(A, 2) for every entry",
                got=f"A ** {exponent} of a matrix {show_shape(self.shape)}",
            )
        return power(self, exponent)

    def column_sums(self) -> Expression:
        """1ᵀ A: one number a column, a row."""
        rows, _ = self.shape
        return self if rows == 1 else Expression(al.product(al.ones(1, rows), self.node))

    def row_sums(self) -> Expression:
        """A 1: one number a row, a column."""
        _, columns = self.shape
        return self if columns == 1 else Expression(al.product(self.node, al.ones(columns, 1)))

    def sum(self) -> Expression:
        """1ᵀ A 1: the sum of all entries."""
        return Expression(al.total(self.node))

    def row_means(self) -> Expression:
        """(1/n) A 1: one number a row, a column."""
        return Expression(al.times(reciprocal(self.shape[1]), self.row_sums().node))

    def __str__(self) -> str:
        return unicode_of(self.node)

    def __repr__(self) -> str:
        return f"{self} : {show_shape(self.shape)}"

    def to_latex(self) -> str:
        """The expression as LaTeX."""
        return latex_of(self.node)

    def _repr_latex_(self) -> str:
        return f"$\\displaystyle {self.to_latex()}$"


def _inverse_of(node: Node) -> Expression:
    """1 ⊘ A."""
    if node is al.ZERO:
        raise OptionError("Nothing is divided by 0", expected="a divisor other than 0", got="0")
    return Expression(al.power(node, -1))


class Dimension:
    """A size with a name: a number of rows, and as a number the n of 1/n.

    ``K - 1`` and ``d + 1`` are sizes again; ``1 / n``, ``n * x`` are numbers.
    """

    __slots__ = ("dim",)

    def __init__(self, dim: Dim):
        self.dim = dim

    def __add__(self, other: Dimension | int) -> Dimension:
        return Dimension(plus(self.dim, as_dim(other)))

    __radd__ = __add__

    def __sub__(self, other: Dimension | int) -> Dimension:
        return Dimension(plus(self.dim, as_dim(other), -1))

    def __rsub__(self, other: Dimension | int) -> Dimension:
        return Dimension(plus(as_dim(other), self.dim, -1))

    def __mul__(self, other: Operand) -> Expression:
        return Expression(Size(self.dim)) * other

    __rmul__ = __mul__

    def __truediv__(self, other: Operand) -> Expression:
        return Expression(Size(self.dim)) / other

    def __rtruediv__(self, other: Operand) -> Expression:
        return Expression(as_node("/", other)) / Expression(Size(self.dim))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dimension) and self.dim == other.dim

    def __hash__(self) -> int:
        return hash(self.dim)

    def __repr__(self) -> str:
        return show_shape((self.dim, 1))[1:-4]


def as_dim(size: Dimension | Expression | int) -> Dim:
    """A size as the language has it; ``4 * h`` and ``2 * d + 1`` count as sizes too.

    Raises
    ------
    KindError
        When it is neither a `Dimension` nor a whole number above zero.
    """
    if isinstance(size, (int, np.integer)) and not isinstance(size, bool):
        dim: Dim | None = int(size)
    elif isinstance(size, Dimension):
        dim = size.dim
    else:
        dim = size_of(size.node) if isinstance(size, Expression) else None
    if dim is not None and may_be_positive(dim):
        return dim
    raise KindError(
        "This is no size",
        expected='a dimension from dims("d K n"), or a whole number above zero',
        got=repr(size),
        mend=f"write {size} = dims({size!r}) first" if isinstance(size, str) and size.isidentifier() else None,
    )


def as_node(sign: str, value: Operand) -> Node:
    """What stands beside an operator, as a node.

    Raises
    ------
    KindError
        When it is no expression and no number.
    """
    if isinstance(value, Expression):
        return value.node
    if isinstance(value, Dimension):
        return Size(value.dim)
    number = as_number(value)
    if number is None:
        raise KindError(
            f"{sign} cannot take this", expected="an expression, a dimension or a finite number", got=_kind_of(value)
        )
    return Number(number)


def as_number(value: object) -> float | None:
    """A finite number as a float; None of anything else."""
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, (int, float, np.integer, np.floating)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _kind_of(value: object) -> str:
    return repr(value) if isinstance(value, (int, float)) else type(value).__name__


def as_expression(who: str, value: Operand) -> Expression:
    """An operand as an expression."""
    return value if isinstance(value, Expression) else Expression(as_node(who, value))


def check_name(name: str) -> str:
    """A name as equations have it: a letter or a word, then indices behind ``_``, as 1, l or l+1."""
    parts = name.split("_") if isinstance(name, str) else [""]
    if not parts[0].isalpha() or not all(is_index(part) for part in parts[1:]):
        raise KindError("This is no name", expected="a name such as W, Z_1, lambda, W_hh, A_l-1", got=repr(name))
    return name


def reciprocal(size: Dim) -> Node:
    """1/n."""
    return al.ONE if size == 1 else al.power(Size(size), -1)


def power(A: Expression, exponent: float) -> Expression:
    """Every entry to a power."""
    number = as_number(exponent)
    if number is None:
        raise KindError("A power needs a number above", expected="a finite number", got=_kind_of(exponent))
    return Expression(al.power(as_expression("power", A).node, number))


def variable(name: str, rows: Dimension | int, columns: Dimension | int, assumptions: Iterable[str] = ()) -> Expression:
    """A letter with its shape."""
    return Expression(Variable(check_name(name), as_dim(rows), as_dim(columns), frozenset(assumptions)))
