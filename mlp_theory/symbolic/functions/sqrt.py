"""The square root."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter


def sqrt(A: Expression) -> Expression:
    """√A, entry by entry."""
    return applied("sqrt", A)


SQRT = enter(Function(
    name="sqrt", words=("sqrt",), latex=r"\sqrt{%s}", unicode="√(%s)", numpy="np.sqrt({0})",
    value=np.sqrt, slope=lambda x: 0.5 / np.sqrt(np.abs(x)), curvature=lambda x: 0.25 * np.abs(x) ** -1.5,
    between=(0, np.inf), exact={0.0: 0.0},
    derivative=lambda Z: 0.5 * power(sqrt(Z), -1),
))  # fmt: skip
