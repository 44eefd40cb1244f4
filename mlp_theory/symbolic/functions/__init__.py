"""Our functions of one number, each in a file of its own: whatever is imported here is known everywhere.

A new one begins as a copy of ``softplus.py``. To be the activation of a network too, it is a class of
``network/activations.py`` and stands in `ACTIVATIONS` below.
"""

from collections.abc import Callable

from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.functions.abs import abs_
from mlp_theory.symbolic.functions.arccos import arccos
from mlp_theory.symbolic.functions.arcsin import arcsin
from mlp_theory.symbolic.functions.arctan import arctan
from mlp_theory.symbolic.functions.elu import elu
from mlp_theory.symbolic.functions.erf import erf
from mlp_theory.symbolic.functions.exp import exp
from mlp_theory.symbolic.functions.gelu import gelu
from mlp_theory.symbolic.functions.leaky_relu import leaky_relu
from mlp_theory.symbolic.functions.log import log
from mlp_theory.symbolic.functions.relu import relu
from mlp_theory.symbolic.functions.sigmoid import sigmoid
from mlp_theory.symbolic.functions.sign import sign
from mlp_theory.symbolic.functions.sin_cos import cos, sin
from mlp_theory.symbolic.functions.sinh_cosh import cosh, sinh
from mlp_theory.symbolic.functions.softplus import softplus
from mlp_theory.symbolic.functions.sqrt import sqrt
from mlp_theory.symbolic.functions.step import step
from mlp_theory.symbolic.functions.tan import tan
from mlp_theory.symbolic.functions.tanh import tanh

__all__ = [
    "ACTIVATIONS",
    "WITH_ALPHA",
    "abs_",
    "arccos",
    "arcsin",
    "arctan",
    "cos",
    "cosh",
    "elu",
    "erf",
    "exp",
    "gelu",
    "leaky_relu",
    "log",
    "relu",
    "sigmoid",
    "sign",
    "sin",
    "sinh",
    "softplus",
    "sqrt",
    "step",
    "tan",
    "tanh",
]


def _same(Z: Expression) -> Expression:
    return Z


ACTIVATIONS: dict[str, Callable[..., Expression]] = {
    "relu": relu, "leaky_relu": leaky_relu, "sigmoid": sigmoid, "tanh": tanh, "softplus": softplus, "identity": _same,
    "elu": elu, "gelu": gelu,
}  # fmt: skip
"""A = f(Z), by the name that the network has for f."""

WITH_ALPHA = ("leaky_relu", "elu")
"""Those of them that take a number α, as their second argument."""
