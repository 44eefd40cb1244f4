"""The sign of a number."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.function_record import Function, enter


def sign(A: Expression) -> Expression:
    """−1, 0 or 1, entry by entry."""
    return applied("sign", A)


SIGN = enter(Function(
    name="sign", words=("sign", "sgn"), commands=("sgn", "sign"), plain=("sign",), latex=r"\mathrm{sign}",
    numpy="np.sign({0})",
    value=lambda z: np.sign(z.real) + 0.0, slope=np.zeros_like, curvature=np.zeros_like, kink=0.0, straight=True,
    derivative=lambda Z: None,
))  # fmt: skip
