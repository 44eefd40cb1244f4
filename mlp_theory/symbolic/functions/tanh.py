"""The hyperbolic tangent, (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ) = 2 σ(2z) − 1."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.sigmoid import slope_of_sigmoid
from mlp_theory.symbolic.values import Array, modulus


def tanh(A: Expression) -> Expression:
    """Hyperbolic tangent of A, entry by entry."""
    return applied("tanh", A)


def _value(z: Array) -> Array:
    small = np.exp(-2 * modulus(z))
    return np.where(z.real > 0, 1.0, -1.0) * (1 - small) / (1 + small)


TANH = enter(Function(
    name="tanh", words=("tanh",), commands=("tanh",), plain=("tanh",), latex=r"\tanh", squared=True,
    numpy="np.tanh({0})",
    value=_value, slope=lambda x: 4 * slope_of_sigmoid(2 * x), curvature=lambda x: 8 * slope_of_sigmoid(2 * x),
    exact={0.0: 0.0},
    derivative=lambda Z: 1 - power(tanh(Z), 2),
))  # fmt: skip
