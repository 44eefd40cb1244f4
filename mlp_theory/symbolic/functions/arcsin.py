"""The inverse sine."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.sqrt import sqrt


def arcsin(A: Expression) -> Expression:
    """Inverse sine of A, entry by entry."""
    return applied("arcsin", A)


ARCSIN = enter(Function(
    name="arcsin", words=("arcsin",), commands=("arcsin",), latex=r"\arcsin", numpy="np.arcsin({0})",
    value=np.arcsin, between=(-1, 1),
    slope=lambda x: np.abs(1 - x**2) ** -0.5, curvature=lambda x: x * np.abs(1 - x**2) ** -1.5,
    derivative=lambda Z: power(sqrt(1 - power(Z, 2)), -1),
))  # fmt: skip
