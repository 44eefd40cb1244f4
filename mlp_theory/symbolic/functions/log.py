"""The natural logarithm."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter


def log(A: Expression) -> Expression:
    """Log A, entry by entry."""
    return applied("log", A)


LOG = enter(Function(
    name="log", words=("log", "ln"), commands=("log", "ln"), plain=("log",), latex=r"\log", numpy="np.log({0})",
    value=np.log, slope=lambda x: 1 / x, curvature=lambda x: 1 / x**2, between=(0, np.inf), exact={1.0: 0.0},
    derivative=lambda Z: power(Z, -1),
))  # fmt: skip
