"""Functions of one number, entry by entry; powers."""

from __future__ import annotations

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus.algebra import power, times
from mlp_theory.symbolic.calculus.applied import derivative_at
from mlp_theory.symbolic.calculus.table import Operation, enter, show_shape
from mlp_theory.symbolic.expressions import Number
from mlp_theory.symbolic.function_record import FUNCTIONS


@enter
class Elementwise(Operation):
    """f(A), entry by entry; `data` names f."""

    name, law = "elementwise", "chain rule, entry by entry"
    equation = r"\mathrm{d}f(A) = f'(A) \odot \mathrm{d}A"

    def shape(self, shapes, data):
        """That of the argument."""
        if data[0] not in FUNCTIONS:
            raise OptionError(
                "The calculus does not know the derivative of this function",
                expected=f"one of {', '.join(sorted(FUNCTIONS))}",
                got=str(data[0]),
            )
        return shapes[0]

    def pullback(self, G, node, k):
        """⟨G, f'(A) ⊙ dA⟩ = ⟨G ⊙ f'(A), dA⟩."""
        slope = derivative_at(FUNCTIONS[node.data[0]], node.args[0])
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
