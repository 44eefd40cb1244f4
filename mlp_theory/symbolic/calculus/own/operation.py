r"""What a user writes for an operation of one's own: its shape, its value, its pull-back, its word.

>>> import numpy as np
>>> from mlp_theory.symbolic import OwnOperation, dims, gradients, matrix, registered, squared_norm
>>> class Centre(OwnOperation):
...     name, law = "centre", "centring"
...     equation = r"\mathrm{d}\,\mathrm{centre}(Z) = \mathrm{centre}(\mathrm{d}Z)"
...
...     def shape(self, Z):
...         return Z
...
...     def value(self, Z):
...         return Z - Z.mean(axis=1, keepdims=True)
...
...     def pullback(self, G, Z):
...         return G - G.row_means()
>>> K, d, n = dims("K d n")
>>> W, X = matrix("W", K, d), matrix("X", d, n)
>>> with registered(Centre) as centre:  # proves the pull-back; swish = register(Swish) is for good
...     g = gradients(squared_norm(centre(W @ X)), [W])
...     print(g[W], "  checked:", g.check().ok)
2 (centre(W X) − 1/n centre(W X) 1 1ᵀ) Xᵀ   checked: True

A function of one number, entry by entry, is shorter still:

>>> from mlp_theory.symbolic import register_function, forget, sigmoid
>>> swish = register_function(
...     "swish", lambda Z: Z / (1 + np.exp(-Z)), lambda Z: sigmoid(Z) + Z * sigmoid(Z) * (1 - sigmoid(Z))
... )
>>> print(gradients(squared_norm(swish(W @ X)), [W]).check().ok)
True
>>> from mlp_theory.texts.check import check_text
>>> page = r"Let $z \in \mathbb{R}^d$. $$\ell = \mathbf{1}^\top \mathrm{swish}(z)$$"
>>> page += r"$$\frac{\partial \ell}{\partial z} = \sigma(z) + z \odot \sigma(z) \odot (1 - \sigma(z))$$"
>>> [verdict.verdict for verdict in check_text(page).files[0].verdicts]
['declares', 'defines', 'holds']
>>> forget("swish")
"""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from mlp_theory.errors import KindError, ShapeError
from mlp_theory.symbolic.calculus.expression import Dimension, Expression, as_expression
from mlp_theory.symbolic.calculus.table import Operation, Shape, show_shape
from mlp_theory.symbolic.expressions import Call, Node


class OwnOperation(ABC):
    r"""An operation of one's own on whole matrices; `register` proves it and enters it.

    Attributes
    ----------
    name : str
        A Python name, by which derivations and code call it.
    law, equation : str
        What the law of its derivative is called, and that law as LaTeX.
    latex : str
        The word with which it is written and read; ``\mathrm{name}`` unless told otherwise.
    numpy : str or None
        NumPy for its value, in the names of the arguments: ``"Z / (1 + np.exp(-Z))"``. Without it the source of
        `value` is taken, where that stands alone.
    between : (float, float)
        The numbers for which `value` is defined.
    examples : sequence of sequences of (rows, columns)
        Shapes of the arguments to prove it at, for an operation that takes only few; by default many are tried.
    """

    name: str = ""
    law: str = ""
    equation: str = ""
    latex: str = ""
    numpy: str | None = None
    between: tuple[float, float] = (-np.inf, np.inf)
    examples: Sequence[Sequence[Shape]] = ()

    @abstractmethod
    def shape(self, *shapes: Any, **_: Any) -> Any:
        """The shape of the result, (rows, columns); sizes are names or numbers.

        Raises
        ------
        ShapeError
            When the arguments do not fit each other.
        """

    @abstractmethod
    def value(self, *arrays: Any, **_: Any) -> Any:
        """Plain NumPy; of arrays that may be complex, so decide by real parts: ``np.where(Z.real > 0, Z, 0)``."""

    @abstractmethod
    def pullback(self, *expressions: Any, **_: Any) -> Any:
        """Of G = ∂L/∂F and the arguments: ∂L/∂A for an argument A, for several a tuple; None is zero.

        All are expressions; ``self(A)`` is F.
        """

    def __call__(self, *arguments: Expression) -> Expression:
        """The operation, written down."""
        nodes = tuple(as_expression(self.name, argument).node for argument in arguments)
        return Expression(Call(self.name, nodes, ()))


def sizes(A: Expression) -> tuple[Dimension, Dimension]:
    """Rows and columns, to calculate with in a pull-back: ``m, n = sizes(Z)``, then ``1 / n``."""
    rows, columns = A.shape
    return Dimension(rows), Dimension(columns)


class RegisteredOperation(Operation):
    """A user's operation as the table of the calculus has it."""

    def __init__(self, own: OwnOperation, arguments: tuple[str, ...]):
        self.own, self.arguments = own, arguments
        self.name, self.law, self.equation = own.name, own.law or own.name, own.equation  # type: ignore[misc]

    def shape(self, shapes: Sequence[Shape], data: tuple) -> Shape:
        """As the user says."""
        if len(shapes) != len(self.arguments):
            raise ShapeError(
                f"{self.name} takes other arguments",
                expected=f"{self.name}({', '.join(self.arguments)})",
                got=f"{len(shapes)} of shapes {', '.join(map(show_shape, shapes))}",
            )
        found = self.own.shape(*shapes)
        if not (isinstance(found, tuple) and len(found) == 2):
            raise KindError(f"{self.name}.shape gives no shape", expected="(rows, columns)", got=repr(found))
        rows, columns = (size.dim if isinstance(size, Dimension) else size for size in found)
        return rows, columns

    def pullback(self, G: Node, node: Call, k: int) -> Node | None:
        """The user's, by one argument."""
        expression = self.pullbacks(Expression(G), [Expression(arg) for arg in node.args])[k]
        return None if expression is None else expression.node

    def pullbacks(self, G: Expression, arguments: Sequence[Expression]) -> list[Expression | None]:
        """The user's, by all arguments.

        Raises
        ------
        KindError
            When it is no expression, or not one for every argument.
        ShapeError
            When one has not the shape of its argument.
        """
        found = self.own.pullback(G, *arguments)
        every = list(found) if isinstance(found, (tuple, list)) else [found]
        if len(every) != len(arguments):
            raise KindError(
                f"{self.name}.pullback does not answer for every argument",
                expected=f"{len(arguments)} of them, for {', '.join(self.arguments)}",
                got=f"{len(every)}",
            )
        out: list[Expression | None] = []
        for name, argument, one in zip(self.arguments, arguments, every, strict=True):
            if one is not None and not isinstance(one, (Expression, int, float)):
                raise KindError(
                    f"{self.name}.pullback is an expression",
                    expected="what is made of G and the arguments with the operations of mlp_theory.symbolic, or None",
                    got=type(one).__name__,
                )
            gradient = None if one is None else as_expression(self.name, one)
            if gradient is not None and gradient.shape != argument.shape:
                raise ShapeError(
                    f"{self.name}.pullback has another shape than its argument",
                    expected=f"∂L/∂{name} : {show_shape(argument.shape)}, as {name}",
                    got=f"∂L/∂{name} : {show_shape(gradient.shape)}",
                    mend="transpose it: .T" if gradient.shape == argument.shape[::-1] else None,
                )
            out.append(gradient)
        return out


def argument_names(who: str, function: Callable) -> tuple[str, ...]:
    """The names of the arguments of a user's function.

    Raises
    ------
    KindError
        When it takes none, or any number of them.
    """
    parameters = list(inspect.signature(function).parameters.values())
    if not parameters or any(p.kind not in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD) for p in parameters):
        raise KindError(
            f"{who} says which arrays it takes",
            expected="value(Z) or value(A, B)",
            got=f"{who}{inspect.signature(function)}",
        )
    return tuple(p.name for p in parameters)
