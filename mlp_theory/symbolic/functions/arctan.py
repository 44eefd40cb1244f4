"""The inverse tangent."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter


def arctan(A: Expression) -> Expression:
    """Inverse tangent of A, entry by entry."""
    return applied("arctan", A)


ARCTAN = enter(Function(
    name="arctan", words=("arctan",), commands=("arctan",), latex=r"\arctan", numpy="np.arctan({0})",
    value=np.arctan, slope=lambda x: 1 / (1 + x**2), curvature=lambda x: 2 * x / (1 + x**2) ** 2,
    derivative=lambda Z: power(1 + power(Z, 2), -1),
))  # fmt: skip
