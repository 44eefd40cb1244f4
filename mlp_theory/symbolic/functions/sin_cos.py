"""Sine and cosine, each the derivative of the other up to its sign."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.function_record import Function, enter


def sin(A: Expression) -> Expression:
    """Sine of A, entry by entry."""
    return applied("sin", A)


def cos(A: Expression) -> Expression:
    """Cosine of A, entry by entry."""
    return applied("cos", A)


SIN = enter(Function(
    name="sin", words=("sin",), commands=("sin",), latex=r"\sin", squared=True, numpy="np.sin({0})",
    value=np.sin, slope=np.cos, curvature=np.sin, exact={0.0: 0.0},
    derivative=cos,
))  # fmt: skip

COS = enter(Function(
    name="cos", words=("cos",), commands=("cos",), latex=r"\cos", squared=True, numpy="np.cos({0})",
    value=np.cos, slope=np.sin, curvature=np.cos,
    derivative=lambda Z: -1.0 * sin(Z),
))  # fmt: skip
