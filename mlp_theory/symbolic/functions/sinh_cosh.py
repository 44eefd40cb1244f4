"""Hyperbolic sine and cosine, each the derivative of the other."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.function_record import Function, enter


def sinh(A: Expression) -> Expression:
    """Hyperbolic sine of A, entry by entry."""
    return applied("sinh", A)


def cosh(A: Expression) -> Expression:
    """Hyperbolic cosine of A, entry by entry."""
    return applied("cosh", A)


SINH = enter(Function(
    name="sinh", words=("sinh",), commands=("sinh",), latex=r"\sinh", squared=True, numpy="np.sinh({0})",
    value=np.sinh, slope=np.cosh, curvature=np.sinh,
    derivative=cosh,
))  # fmt: skip

COSH = enter(Function(
    name="cosh", words=("cosh",), commands=("cosh",), latex=r"\cosh", squared=True, numpy="np.cosh({0})",
    value=np.cosh, slope=np.sinh, curvature=np.cosh,
    derivative=sinh,
))  # fmt: skip
