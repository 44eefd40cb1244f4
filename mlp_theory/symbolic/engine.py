"""The engine's names: what derives, and the letters and operations that formulas are made of.

They are a file of their own, since to read a page and to evaluate it needs none of them: `mlp_theory.symbolic` has them
all, and loads this file when it is first asked for one.
"""

from mlp_theory.symbolic.calculus.at_arrays import at_arrays
from mlp_theory.symbolic.calculus.derivation import Derivation, gradients
from mlp_theory.symbolic.calculus.differential import Differentials, differential, increment, jvp, vjp
from mlp_theory.symbolic.calculus.expression import Dimension, Expression, power
from mlp_theory.symbolic.calculus.general_layer import general_layer
from mlp_theory.symbolic.calculus.jacobian import Jacobian, hessian, jacobian
from mlp_theory.symbolic.calculus.letters import (
    beside,
    det,
    diag,
    dims,
    function,
    function_of_matrix,
    identity,
    inner,
    inverse,
    kron,
    l1_norm,
    largest,
    log_softmax,
    logdet,
    logsumexp,
    matrix,
    mean,
    norm,
    one_hot,
    ones,
    part,
    row,
    row_variance,
    scalar,
    softmax,
    squared_norm,
    stack,
    trace,
    vec,
    vector,
)
from mlp_theory.symbolic.calculus.networks import network_loss
from mlp_theory.symbolic.calculus.own.operation import OwnOperation, argument_names, sizes
from mlp_theory.symbolic.calculus.own.registry import forget, register, register_function, registered
from mlp_theory.symbolic.calculus.simplify import simplify
from mlp_theory.symbolic.calculus.unfolding import expand, fold

__all__ = [
    "Derivation",
    "Differentials",
    "Dimension",
    "Expression",
    "Jacobian",
    "OwnOperation",
    "argument_names",
    "at_arrays",
    "beside",
    "det",
    "diag",
    "differential",
    "dims",
    "expand",
    "fold",
    "forget",
    "function",
    "function_of_matrix",
    "general_layer",
    "gradients",
    "hessian",
    "identity",
    "increment",
    "inner",
    "inverse",
    "jacobian",
    "jvp",
    "kron",
    "l1_norm",
    "largest",
    "log_softmax",
    "logdet",
    "logsumexp",
    "matrix",
    "mean",
    "network_loss",
    "norm",
    "one_hot",
    "ones",
    "part",
    "power",
    "register",
    "register_function",
    "registered",
    "row",
    "row_variance",
    "scalar",
    "simplify",
    "sizes",
    "softmax",
    "squared_norm",
    "stack",
    "trace",
    "vec",
    "vector",
    "vjp",
]
