"""The absolute value."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.sign import sign


def abs_(A: Expression) -> Expression:
    """|A|, entry by entry; its derivative at 0 is 0 by convention."""
    return applied("abs", A)


ABS = enter(Function(
    name="abs", words=("abs",), latex="|%s|", unicode="|%s|", numpy="np.abs({0})",
    value=lambda z: np.where(z.real < 0, -z, z), slope=np.ones_like, curvature=np.zeros_like, kink=0.0, straight=True,
    derivative=sign,
))  # fmt: skip
