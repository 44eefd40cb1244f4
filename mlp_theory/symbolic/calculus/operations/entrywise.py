"""Functions of one number, entry by entry, with their derivatives; powers."""

from __future__ import annotations

import math
from collections.abc import Callable

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus.algebra import elementwise, minus, ones, power, shape_of, times
from mlp_theory.symbolic.calculus.table import Operation, enter, show_shape
from mlp_theory.symbolic.expressions import Call, Node, Number

Derivative = Callable[[Node], Node | None]


def _one_minus(a: Node) -> Node:
    return minus(ones(*shape_of(a)), a)


def _one_minus_square(x: Node) -> Node:
    return _one_minus(power(x, 2))


def _sigmoid_slope(x: Node) -> Node:
    s = elementwise("sigmoid", x)
    return times(s, _one_minus(s))


def _named(name: str) -> Derivative:
    return lambda x: elementwise(name, x)


DERIVATIVES: dict[str, Derivative] = {
    "exp": _named("exp"),
    "log": lambda x: power(x, -1),
    "sqrt": lambda x: times(Number(0.5), power(elementwise("sqrt", x), -1)),
    "tanh": lambda x: _one_minus_square(elementwise("tanh", x)),
    "sigmoid": _sigmoid_slope,
    "softplus": _named("sigmoid"),
    "relu": _named("step"),
    "abs": _named("sign"),
    "sign": lambda x: None,
    "step": lambda x: None,
    "sin": _named("cos"),
    "cos": lambda x: times(Number(-1.0), elementwise("sin", x)),
    "tan": lambda x: power(elementwise("cos", x), -2),
    "sinh": _named("cosh"),
    "cosh": _named("sinh"),
    "arctan": lambda x: power(Call("add", (ones(*shape_of(x)), power(x, 2)), (1, 1)), -1),
    "arcsin": lambda x: power(elementwise("sqrt", _one_minus_square(x)), -1),
    "arccos": lambda x: times(Number(-1.0), power(elementwise("sqrt", _one_minus_square(x)), -1)),
    "erf": lambda x: times(Number(2 / math.sqrt(math.pi)), elementwise("exp", times(Number(-1.0), power(x, 2)))),
}
"""f'(x) of every function; None is zero. ReLU'(0) = |·|'(0) = 0 by convention."""


@enter
class Elementwise(Operation):
    """f(A), entry by entry; `data` names f."""

    name, law = "elementwise", "chain rule, entry by entry"
    equation = r"\mathrm{d}f(A) = f'(A) \odot \mathrm{d}A"

    def shape(self, shapes, data):
        """That of the argument."""
        if data[0] not in DERIVATIVES:
            raise OptionError(
                "The calculus does not know the derivative of this function",
                expected=f"one of {', '.join(sorted(DERIVATIVES))}",
                got=str(data[0]),
            )
        return shapes[0]

    def pullback(self, G, node, k):
        """⟨G, f'(A) ⊙ dA⟩ = ⟨G ⊙ f'(A), dA⟩."""
        slope = DERIVATIVES[node.data[0]](node.args[0])
        return None if slope is None else times(G, slope)


@enter
class Power(Operation):
    """Aᵖ, entry by entry, with a number p."""

    name, law = "power", "power rule, entry by entry"
    equation = r"\mathrm{d}(A^{\odot p}) = p\,A^{\odot(p-1)} \odot \mathrm{d}A"

    def shape(self, shapes, data):
        """That of the base."""
        if shapes[1] != (1, 1):
            raise OptionError("A power needs a number above", expected="an exponent 1×1", got=show_shape(shapes[1]))
        return shapes[0]

    def pullback(self, G, node, k):
        """⟨G, p A^{p−1} ⊙ dA⟩."""
        base, exponent = node.args
        if k == 1 or not isinstance(exponent, Number):
            raise OptionError(
                "The calculus has powers with a number above only",
                expected="A ** 2, A ** -0.5",
                got="an exponent that is an expression",
                mend="write exp(p * log(x))",
            )
        return times(G, exponent, power(base, exponent.value - 1))
