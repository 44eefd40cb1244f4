"""A network against its derivation: `backward`, beside the function that the engine writes for the same network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_theory.errors import KindError
from mlp_theory.network import Linear, Model, NNClassifier, NNRegressor
from mlp_theory.network.activations import Activation, Identity
from mlp_theory.network.block import Block
from mlp_theory.network.perceptron import MultilayerPerceptron
from mlp_theory.network.softmax import LogSoftmax
from mlp_theory.symbolic import Derivation, gradients, scalar
from mlp_theory.symbolic.calculus.networks import NetworkLoss, network_loss

TOLERANCE = 1e-12
"""Both compute the same sums of products, in another order: some thousand roundings of 2⁻⁵³."""


@dataclass(frozen=True)
class Agreement:
    """How far a network and the function that was derived for it lie apart.

    Attributes
    ----------
    loss : float
        The difference of the losses, relative to the loss.
    gradients : dict of str to float
        Of W_1, b_1, …, the norm of the difference, relative to the norm of the gradient.
    source : str
        The function that was derived.
    """

    loss: float
    gradients: dict[str, float]
    source: str

    @property
    def worst(self) -> float:
        """The largest of all differences; nan where anything is."""
        return float(np.max([self.loss, *self.gradients.values()]))

    @property
    def ok(self) -> bool:
        """Whether all agree to 1e-12."""
        return self.worst <= TOLERANCE


def compare_with_derivation(model: Model, X: Any, t: Any) -> Agreement:
    """Hold loss and gradients of a network against those of the NumPy function that is derived for it.

    Parameters
    ----------
    model : NNClassifier, NNRegressor, or a Network of Linear blocks with one activation between them
        It is left as it was.
    X : (n_inputs, n)
    t : (n,) integer labels, or, for a regression, (n_outputs, n) numbers

    Returns
    -------
    Agreement

    Raises
    ------
    KindError
        When the model is no such chain.
    ShapeError, DataError, LabelError
        When X or t do not fit the model.

    Examples
    --------
    >>> model = NNClassifier([2, 10, 3], rng=0)
    >>> compare_with_derivation(model, np.ones((2, 5)), [0, 1, 2, 0, 1]).ok
    True
    """
    network = _network_loss(model)
    derivation = gradients(network.loss, network.parameters)
    source = derivation.to_numpy()
    X = model.check_inputs("compare_with_derivation", X)
    T = model.check_targets("compare_with_derivation", t, X.shape[1])
    with model.preserved():
        loss = model.loss_of_checked(X, T)
        model.backward()
        values = {f"{p.name}_{p.layer}": _number_or_matrix(p.value) for p in model.parameters()}
        expected = {f"{p.name}_{p.layer}": p.gradient.copy() for p in model.parameters()}
        targets = {str(network.targets): T}
        penalty = {"lambda_": model.l2} if model.l2 else {}
        derived_loss, derived = _compiled(source)(X=X, **targets, **values, **penalty)
    differences = {name: relative_difference(derived[name], expected[name]) for name in expected}
    return Agreement(relative_difference(derived_loss, loss), differences, source)


def derivation_of(model: Model) -> Derivation:
    """The derivation of all gradients of a network, with its numbers of units.

    Raises
    ------
    KindError
        When the model is no chain of linear layers with one activation between them.
    """
    network = _network_loss(model)
    return gradients(network.loss, network.parameters)


def _network_loss(model: Model) -> NetworkLoss:
    """The loss of a network as an expression."""
    linear, activation = _chain(model)
    units = [linear[0].n_inputs, *(layer.n_outputs for layer in linear)]
    alpha = getattr(activation, "alpha", None)
    l2 = scalar("lambda", "positive") if model.l2 else 0
    return network_loss(units, activation.name, model.loss_function.name, l2=l2, alpha=alpha)


def _chain(model: Model) -> tuple[list[Linear], Activation]:
    """The linear layers, and the activation between them."""
    if isinstance(model, MultilayerPerceptron):
        return list(model.layers), model.activation
    blocks: list[Block] = list(model.blocks)
    if model.loss_function.name == "nlp" and isinstance(blocks[-1], LogSoftmax):
        blocks = blocks[:-1]
    linear = [block for block in blocks if isinstance(block, Linear)]
    between = [block for block in blocks if isinstance(block, Activation)]
    alternating = blocks[::2] == linear and blocks[1::2] == between and len(linear) == len(between) + 1
    if not alternating or len({repr(f) for f in between}) > 1:
        raise KindError(
            "There is no derivation for this model",
            expected=f"a {NNClassifier.__name__}, a {NNRegressor.__name__}, or a chain of Linear blocks with one "
            "activation between them, and LogSoftmax last where the loss is nlp",
            got=repr(model),
        )
    return linear, between[0] if between else Identity()


def relative_difference(a: Any, b: Any) -> float:
    """‖a − b‖/‖b‖, or ‖a‖ where b is zero."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = float(np.linalg.norm(b))
    return float(np.linalg.norm(a.reshape(b.shape) - b)) / (size or 1.0)


def _number_or_matrix(array: np.ndarray) -> np.ndarray | float:
    """What the function takes: a matrix with one entry is a number."""
    return array.item() if array.shape == (1, 1) else array


def _compiled(source: str) -> Callable:
    """The function of a source that the engine wrote."""
    namespace: dict[str, Any] = {}
    exec(compile(source, "<derived>", "exec"), namespace)
    return namespace["gradients"]
