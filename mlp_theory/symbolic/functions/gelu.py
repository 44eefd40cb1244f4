"""The Gaussian error linear unit: z Φ(z), Φ the normal distribution function. Hendrycks & Gimpel, 2016."""

from __future__ import annotations

import math

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, power
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.erf import erf
from mlp_theory.symbolic.functions.exp import exp
from mlp_theory.symbolic.values import Array


def gelu(A: Expression) -> Expression:
    """A Φ(A), entry by entry: exact, by the error function."""
    return applied("gelu", A)


def _phi(x: Array) -> Array:
    return np.exp(-(np.minimum(np.abs(x), 40) ** 2) / 2) / math.sqrt(2 * math.pi)


def _distribution(z: Array) -> Array:
    from scipy.special import erfc  # pyright: ignore[reportAttributeAccessIssue]

    return 0.5 * erfc(-z / math.sqrt(2))


GELU = enter(Function(
    name="gelu", words=("gelu",), plain=("GELU", "GeLU", "gelu"), varies=True, latex=r"\mathrm{GELU}", unicode="GELU",
    value=lambda z: z * _distribution(z), slope=lambda x: _distribution(x) + x * _phi(x),
    curvature=lambda x: (2 - x**2) * _phi(x), exact={0.0: 0.0},
    derivative=lambda Z: 0.5 * (1 + erf(math.sqrt(0.5) * Z)) + 1 / math.sqrt(2 * math.pi) * Z * exp(-0.5 * power(Z, 2)),
    numpy="gelu({0})",
    helper='''def gelu(Z):
    """GELU: Z times the normal distribution function, without 1 + erf, which cancels."""
    return 0.5 * Z * np.vectorize(math.erfc, otypes=[np.result_type(Z, 0.5)])(-Z / math.sqrt(2))
''',
))  # fmt: skip
