"""The exponential linear unit: z where z > 0, else α (eᶻ − 1). Clevert, Unterthiner & Hochreiter, 2016."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression, Operand, as_expression
from mlp_theory.symbolic.function_record import Function, enter
from mlp_theory.symbolic.functions.exp import exp
from mlp_theory.symbolic.functions.leaky_relu import leaning
from mlp_theory.symbolic.functions.relu import relu


def elu(A: Expression, alpha: Operand = 1.0) -> Expression:
    """A where A > 0, else α (e^A − 1); with α ≠ 1 it is α elu(A) + (1 − α) relu(A), whose derivative at 0 is α."""
    A = as_expression("elu", A)
    unit = applied("elu", A)
    return unit if alpha == 1 else leaning(unit, alpha, A)


ELU = enter(Function(
    name="elu", words=("elu",), plain=("ELU", "elu"), varies=True, latex=r"\mathrm{ELU}", unicode="ELU",
    value=lambda z: np.where(z.real > 0, z, np.expm1(np.where(z.real > 0, 0, z))),
    slope=lambda x: np.exp(np.minimum(x, 0)), curvature=lambda x: np.exp(np.minimum(x, 0)) * (x <= 0),
    kink=0.0, exact={0.0: 0.0},
    derivative=lambda Z: exp(-1.0 * relu(-1.0 * Z)),
    numpy="elu({0})",
    helper='''def elu(Z):
    """ELU: Z where Z > 0, else exp(Z) − 1, without an exponential of a positive number."""
    return np.where(Z > 0, Z, np.expm1(np.minimum(Z, 0)))
''',
))  # fmt: skip
