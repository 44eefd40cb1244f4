"""The logistic sigmoid, σ(z) = 1/(1 + e⁻ᶻ)."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.exp import exp
from mlp_theory.symbolic.values import Array, modulus


def sigmoid(A: Expression) -> Expression:
    """σ(A), entry by entry."""
    return applied("sigmoid", A)


def value_of_sigmoid(z: Array) -> Array:
    """An exponential is only taken of a number that is not positive."""
    small = np.exp(-modulus(z))
    return np.where(z.real > 0, 1.0, small) / (1.0 + small)


def slope_of_sigmoid(x: Array) -> Array:
    """σ(x) σ(−x): 1 − σ(x) without the cancellation."""
    return value_of_sigmoid(x) * value_of_sigmoid(-x)


SIGMOID = enter(Function(
    name="sigmoid", words=("sigmoid", "sigm", "logistic", "expit"), commands=("sigmoid",), plain=("sigmoid",),
    letter="sigma", latex=r"\sigma", unicode="σ",
    value=value_of_sigmoid, slope=slope_of_sigmoid, curvature=slope_of_sigmoid,
    derivative=lambda Z: sigmoid(Z) * (1 - sigmoid(Z)),
    unfolded=lambda Z: power(1 + exp(-1.0 * Z), -1),
    numpy="sigmoid({0})",
    helper='''def sigmoid(Z):
    """Sigmoid, 1/(1 + exp(−Z)): an exponential is only taken of a number that is not positive."""
    E = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1, E) / (1 + E)
''',
))  # fmt: skip
