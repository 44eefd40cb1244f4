"""The unit step, 1 where z > 0."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.function_record import Function, enter


def step(A: Expression) -> Expression:
    """1 where A > 0, else 0; step(0) = 0 by convention."""
    return applied("step", A)


STEP = enter(Function(
    name="step", words=("step", "heaviside"), latex=r"\mathbb{1}(%s > 0)", unicode="𝟙(%s > 0)",
    numpy="np.heaviside({0}, 0)",
    value=lambda z: (z.real > 0) + 0.0, slope=np.zeros_like, curvature=np.zeros_like, kink=0.0, straight=True,
    derivative=lambda Z: None,
))  # fmt: skip
