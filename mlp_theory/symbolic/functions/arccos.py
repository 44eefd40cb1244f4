"""The inverse cosine."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.sqrt import sqrt


def arccos(A: Expression) -> Expression:
    """Inverse cosine of A, entry by entry."""
    return applied("arccos", A)


ARCCOS = enter(Function(
    name="arccos", words=("arccos",), commands=("arccos",), latex=r"\arccos", numpy="np.arccos({0})",
    value=np.arccos, between=(-1, 1),
    slope=lambda x: np.abs(1 - x**2) ** -0.5, curvature=lambda x: x * np.abs(1 - x**2) ** -1.5,
    derivative=lambda Z: -1.0 * power(sqrt(1 - power(Z, 2)), -1),
))  # fmt: skip
