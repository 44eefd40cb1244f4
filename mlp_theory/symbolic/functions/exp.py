"""The exponential function, its own derivative."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.function_record import Function, enter


def exp(A: Expression) -> Expression:
    """e^A, entry by entry."""
    return applied("exp", A)


EXP = enter(Function(
    name="exp", words=("exp",), commands=("exp",), plain=("exp",), latex=r"\exp", numpy="np.exp({0})",
    value=np.exp, slope=np.exp, curvature=np.exp, exact={0.0: 1.0},
    derivative=exp,
))  # fmt: skip
