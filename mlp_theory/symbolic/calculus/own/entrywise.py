"""A function of one number as an operation on whole matrices, which is how its derivative is proved."""

from __future__ import annotations

from mlp_theory.symbolic.calculus.applied import derivative_at
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.own.operation import OwnOperation
from mlp_theory.symbolic.function_record import Function


class Entrywise(OwnOperation):
    """f(Z), entry by entry, with the pull-back G ⊙ f'(Z).

    Parameters
    ----------
    function : Function
    numpy : str, optional
        NumPy for its value, in the name of its argument.
    """

    def __init__(self, function: Function, numpy: str | None = None):
        self.function, self.numpy = function, numpy
        self.name, self.between = function.name, function.between

    def shape(self, Z):
        """That of Z."""
        return Z

    def value(self, Z):
        """f(Z)."""
        return self.function.value(Z)

    def pullback(self, G, Z):
        """G ⊙ f'(Z)."""
        slope = derivative_at(self.function, Z.node)
        return None if slope is None else G * Expression(slope)
