"""Softplus, log(1 + eᶻ): max(0, z) without its kink."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.exp import exp
from mlp_theory.symbolic.functions.log import log
from mlp_theory.symbolic.functions.sigmoid import sigmoid, slope_of_sigmoid, value_of_sigmoid
from mlp_theory.symbolic.values import modulus


def softplus(A: Expression) -> Expression:
    """Log(1 + e^A), entry by entry."""
    return applied("softplus", A)


SOFTPLUS = enter(Function(
    name="softplus", words=("softplus",), plain=("softplus",), latex=r"\mathrm{softplus}",
    numpy="np.logaddexp(0, {0})",
    value=lambda z: np.where(z.real > 0, z, 0.0) + np.log1p(np.exp(-modulus(z))),
    slope=value_of_sigmoid, curvature=slope_of_sigmoid,
    derivative=sigmoid,
    unfolded=lambda Z: log(1 + exp(Z)),
))  # fmt: skip
