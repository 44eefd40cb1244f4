"""The error function, 2/√π ∫₀ᶻ exp(−t²) dt."""

from __future__ import annotations

import math

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.exp import exp
from mlp_theory.symbolic.values import Array


def erf(A: Expression) -> Expression:
    """Error function of A, entry by entry."""
    return applied("erf", A)


def _value(z: Array) -> Array:
    from scipy import special

    return special.erf(z)


ERF = enter(Function(
    name="erf", words=("erf",), commands=("erf",), latex=r"\mathrm{erf}",
    value=_value, slope=lambda x: 1.13 * np.exp(-(x**2)), curvature=lambda x: 2.26 * x * np.exp(-(x**2)),
    derivative=lambda Z: 2 / math.sqrt(math.pi) * exp(-1.0 * power(Z, 2)),
    numpy="erf({0})",
    helper='''def erf(Z):
    """Error function, entry by entry."""
    return np.vectorize(math.erf, otypes=[np.result_type(Z, 0.5)])(Z)
''',
))  # fmt: skip
