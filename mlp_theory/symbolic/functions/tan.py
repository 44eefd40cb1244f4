"""The tangent."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.sin_cos import cos


def tan(A: Expression) -> Expression:
    """Tangent of A, entry by entry."""
    return applied("tan", A)


TAN = enter(Function(
    name="tan", words=("tan",), commands=("tan",), latex=r"\tan", numpy="np.tan({0})",
    value=np.tan, slope=lambda x: 1 / np.cos(x) ** 2, curvature=lambda x: 2 * np.tan(x) / np.cos(x) ** 2,
    derivative=lambda Z: power(cos(Z), -2),
))  # fmt: skip
