"""The table of operations that have laws: the shape of each, and its pull-back.

An operation F = op(A₁, …, Aₘ) is told by two things. Its shape, from the shapes of its arguments; and its pull-back
by each argument: with G = ∂L/∂F, what reaches ∂L/∂Aₖ, which is the one P with ⟨G, dF⟩ = ⟨P, dAₖ⟩ for every dAₖ
(Magnus & Neudecker, *Matrix Differential Calculus*, chapter 5; Giles 2008, *Collected matrix derivative results for
forward and reverse mode algorithmic differentiation*). The differential needs no law of its own: it is the
pull-back, transposed. The value stands in the table of the evaluator.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from mlp_theory.errors import OptionError, ShapeError
from mlp_theory.symbolic.dimensions import Dim, Dimensions, plus
from mlp_theory.symbolic.expressions import Call, Node, Number, Size

Shape = tuple[Dim, Dim]
"""Rows and columns."""


class Operation(ABC):
    """One operation of the calculus.

    Attributes
    ----------
    name : str
        Its name in the language: ``Call(name, args, data)``.
    law : str
        What a textbook calls the law of its derivative.
    equation : str
        That law as LaTeX.
    """

    name: ClassVar[str]
    law: ClassVar[str]
    equation: ClassVar[str]

    @abstractmethod
    def shape(self, shapes: Sequence[Shape], data: tuple) -> Shape:
        """The shape of the result.

        Raises
        ------
        ShapeError
            When the arguments do not fit each other.
        """

    @abstractmethod
    def pullback(self, G: Node, node: Call, k: int) -> Node | None:
        """What the gradient G by the result contributes to the gradient by argument k; None is zero."""


TABLE: dict[str, Operation] = {}


def enter(kind: type[Operation]) -> type[Operation]:
    """Enter an operation in the table, under its name."""
    TABLE[kind.name] = kind()
    return kind


def operation_of(name: str) -> Operation:
    """The operation of this name.

    Raises
    ------
    OptionError
        When the calculus has no law for it.
    """
    if name not in TABLE:
        raise OptionError(
            "The calculus has no law for this operation",
            expected=f"one of {', '.join(sorted(TABLE))}",
            got=name,
            mend="register it: see mlp_theory.symbolic.register",
        )
    return TABLE[name]


def show_shape(shape: Shape) -> str:
    """A shape as a reader would write it: ``(K, n)``."""
    names = Dimensions()
    return f"({names.show(shape[0])}, {names.show(shape[1])})"


def same_shape(what: str, shapes: Sequence[Shape]) -> Shape:
    """The one shape of all, or a `ShapeError`."""
    for shape in shapes[1:]:
        if shape != shapes[0]:
            raise ShapeError(
                f"{what} need one shape", expected=f"all of shape {show_shape(shapes[0])}", got=show_shape(shape)
            )
    return shapes[0]


def square(what: str, shape: Shape) -> Shape:
    """The shape of a square matrix, or a `ShapeError`."""
    if shape[0] != shape[1]:
        raise ShapeError(f"{what} needs a square matrix", expected="as many rows as columns", got=show_shape(shape))
    return shape


def dim_times(what: str, a: Dim, b: Dim) -> Dim:
    """The product of two sizes, where it has a name: of names there is none but ``m·n``."""
    if isinstance(a, int):
        return a * b if isinstance(b, int) else b if a == 1 else _times_number(b, a)
    if isinstance(b, int):
        return a if b == 1 else _times_number(a, b)
    if isinstance(a, str) and isinstance(b, str):
        return "·".join(sorted([*a.split("·"), *b.split("·")]))
    raise ShapeError(f"{what} has a size without a name", expected="sizes that are names or numbers", got=f"{a}, {b}")


def _times_number(dim: Dim, factor: int) -> Dim:
    out: Dim = 0
    return plus(out, dim, factor)


def size_of(node: Node) -> Dim | None:
    """The size that a number is: 4 h of ``4 * h``; None of what is none."""
    match node:
        case Size(dim):
            return dim
        case Number(value) if value == int(value):
            return int(value)
        case Call("times", (a, b)):
            left, right = size_of(a), size_of(b)
            try:
                return None if left is None or right is None else dim_times("A product of sizes", left, right)
            except ShapeError:
                return None
        case Call("add", args, signs):
            out: Dim = 0
            for arg, sign in zip(args, signs, strict=True):
                dim = size_of(arg)
                if dim is None:
                    return None
                out = plus(out, dim, int(sign))
            return out
    return None


def may_be_positive(dim: Dim) -> bool:
    """Whether there can be so many rows: 4 h and h − d, but never 0 or −h."""
    if isinstance(dim, int):
        return dim > 0
    return isinstance(dim, str) or dim[2] > 0 or any(coefficient > 0 for _, coefficient in dim[1])
