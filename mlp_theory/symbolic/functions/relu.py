"""The rectifier, max(0, z)."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.step import step


def relu(A: Expression) -> Expression:
    """Max(0, A), entry by entry; relu'(0) = 0 by convention."""
    return applied("relu", A)


RELU = enter(Function(
    name="relu", words=("relu",), commands=("ReLU", "relu"), plain=("ReLU", "relu"),
    latex=r"\mathrm{ReLU}", unicode="ReLU", numpy="np.maximum({0}, 0)",
    value=lambda z: np.where(z.real > 0, z, 0.0), slope=lambda x: (x > 0) + 0.0, curvature=np.zeros_like,
    kink=0.0, straight=True, exact={0.0: 0.0},
    derivative=step,
))  # fmt: skip
