"""Networks to derive: a perceptron of any depth, with each activation and loss."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from mlp_theory.errors import KindError, OptionError, ShapeError, check_option
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.expression import Dimension, Expression, Operand, as_dim, check_name, reciprocal
from mlp_theory.symbolic.calculus.letters import (
    log_softmax,
    logsumexp,
    matrix,
    mean,
    one_hot,
    row,
    squared_norm,
    vector,
)
from mlp_theory.symbolic.calculus.simplify import simplify
from mlp_theory.symbolic.calculus.table import show_shape
from mlp_theory.symbolic.functions import ACTIVATIONS, WITH_ALPHA, softplus

Units = Iterable[Dimension | int | str]


def _nll(Z: Expression) -> tuple[Expression, Expression]:
    """Softmax and negative log-likelihood, (1/n) Σ [lse(z) − tᵀz]."""
    T = one_hot("T", *map(_size, Z.shape))
    return mean(logsumexp(Z) - (T * Z).column_sums()), T


def _bce(Z: Expression) -> tuple[Expression, Expression]:
    """Sigmoid and cross-entropy of one logit, (1/n) Σ [softplus(z) − t z]."""
    T = row("T", _size(Z.shape[1]))
    return mean(softplus(Z) - T * Z), T


def _nlp(Z: Expression) -> tuple[Expression, Expression]:
    """Negative log-likelihood of log-probabilities, which a log-softmax makes of the last scores."""
    T = one_hot("T", *map(_size, Z.shape))
    return -mean((T * log_softmax(Z)).column_sums()), T


def _mse(Z: Expression) -> tuple[Expression, Expression]:
    """Mean squared error, ‖Z − Y‖²/(n m), the mean over all entries."""
    rows, n = map(_size, Z.shape)
    Y = matrix("Y", rows, n)
    counts = (reciprocal(size.dim) if isinstance(size, Dimension) else al.Number(1 / size) for size in (n, rows))
    return Expression(simplify(al.times(*counts, squared_norm(Z - Y).node))), Y


LOSSES = {"nll": _nll, "bce": _bce, "nlp": _nlp, "mse": _mse}
"""L and its targets, from the scores of the last layer, by the name that the network has for the loss."""


class NetworkLoss(NamedTuple):
    """The loss of a network as an expression, and its letters.

    Attributes
    ----------
    loss : Expression
        L, with Z_1, A_1, Z_2, … as names in it.
    parameters : list of Expression
        W_1, b_1, W_2, b_2, …
    inputs, targets : Expression
        X, and T (or Y of a regression), one example a column.
    """

    loss: Expression
    parameters: list[Expression]
    inputs: Expression
    targets: Expression


def network_loss(
    units: Units,
    activation: str = "relu",
    loss: str = "nll",
    *,
    n: Dimension | int | str = "n",
    l2: Operand = 0,
    alpha: Operand | None = None,
) -> NetworkLoss:
    """The loss of a multilayer perceptron, the mean over a batch: what `NNClassifier` and `NNRegressor` compute.

    Parameters
    ----------
    units : iterable of Dimension, int or str
        From the inputs to the outputs: ``[784, 128, 10]``, or names such as ``["d", "h", "K"]``.
    activation : str
        After every layer but the last: see `ACTIVATIONS`.
    loss : str
        See `LOSSES`.
    n : Dimension, int or str
        How many examples the batch has.
    l2 : Expression or float
        λ of the penalty (λ/2) Σ ‖W‖².
    alpha : Expression or float, optional
        The number α of an activation that has one; otherwise what the activation takes by itself.

    Returns
    -------
    NetworkLoss

    Raises
    ------
    OptionError, KindError
        When an option does not exist, when units are fewer than two, or are no sizes.
    ShapeError
        When the loss does not fit the last layer.

    Examples
    --------
    >>> from mlp_theory.symbolic import gradients
    >>> network = network_loss(["d", "h", "K"], activation="tanh")
    >>> print(gradients(network.loss, network.parameters)[network.parameters[0]])
    Δ₁ Xᵀ
    """
    check_option("network_loss", "activation", activation, ACTIVATIONS)
    check_option("network_loss", "loss", loss, LOSSES)
    sizes = [_size(unit) for unit in _listed(units)]
    X = A = Z = matrix("X", sizes[0], _size(n))
    parameters: list[Expression] = []
    layers = list(pairwise(sizes))
    for layer, (inputs, outputs) in enumerate(layers, 1):
        W, b = matrix(f"W_{layer}", outputs, inputs), vector(f"b_{layer}", outputs)
        Z = (W @ A + b).named(f"Z_{layer}")
        parameters += [W, b]
        if layer < len(layers):
            f, slope = ACTIVATIONS[activation], [alpha] if alpha is not None and activation in WITH_ALPHA else []
            A = f(Z, *slope).named(f"A_{layer}")
    _check_outputs(loss, Z)
    L, T = LOSSES[loss](Z)
    if isinstance(l2, Expression) or l2 != 0:
        for W in parameters[::2]:
            L = L + 0.5 * l2 * squared_norm(W)
    return NetworkLoss(L.named("L"), parameters, X, T)


def _listed(units: Units) -> list[Dimension | int | str]:
    if isinstance(units, (str, int, Dimension)):
        raise KindError(
            "network_loss needs a list of units", expected="[n_inputs, ..., n_outputs]", got=f"units : {units!r}"
        )
    units = list(units)
    if len(units) < 2:
        raise OptionError(
            "network_loss needs inputs and outputs",
            expected="units : [n_inputs, ..., n_outputs], at least two sizes",
            got=f"units : {units}",
        )
    return units


def _size(unit: Dimension | int | str | tuple) -> Dimension | int:
    """A size, from its name or number."""
    if isinstance(unit, str):
        return Dimension(check_name(unit))
    if isinstance(unit, tuple):
        return Dimension(unit)
    as_dim(unit)
    return unit


def _check_outputs(loss: str, Z: Expression) -> None:
    """Refuse a loss that does not fit the rows of the last layer."""
    single = Z.shape[0] == 1
    if loss == "bce" and not single:
        raise ShapeError(
            "The loss bce does not fit the last layer",
            expected="1 output unit",
            got=f"scores of shape {show_shape(Z.shape)}",
            mend="loss nll tells more than two classes apart",
        )
    if loss in ("nll", "nlp") and single:
        raise ShapeError(
            f"The loss {loss} does not fit the last layer",
            expected="an output unit for every class, at least 2",
            got=f"scores of shape {show_shape(Z.shape)}",
            mend="loss bce tells two classes apart by one logit",
        )
