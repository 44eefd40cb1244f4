"""The multilayer perceptron, layer by layer: forward Z = W A + b 1ᵀ, A = f(Z), and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from mlp_theory.errors import KindError, OptionError, check_count, random_generator
from mlp_theory.network.activations import Activation, activation_of
from mlp_theory.network.linear import Linear
from mlp_theory.network.losses import Loss
from mlp_theory.network.model import Model


class MultilayerPerceptron(Model):
    """Linear layers with an activation between them; `NNClassifier` and `NNRegressor` add the loss.

    Attributes
    ----------
    units : list of int
        From the inputs to the outputs.
    layers : tuple of Linear
        One fewer than `units`.
    activation : Activation
        f, after every layer but the last.
    """

    def __init__(self, units, loss_function: Loss, *, activation: str | Activation, init, l2, dtype, rng):
        who = type(self).__name__
        self.units = check_units(who, units)
        self.n_inputs, self.n_outputs = self.units[0], self.units[-1]
        self.activation = activation_of(who, activation)
        rng = random_generator(who, rng)
        init = self.activation.init if init is None else init
        self.layers = tuple(Linear(n_in, n_out, init=init, rng=rng) for n_in, n_out in pairwise(self.units))
        super().__init__(list(self.layers), loss_function, l2=l2, dtype=dtype)

    def _outputs(self, X):
        A = X  # (6.1)
        for layer in self.layers[:-1]:
            Z = layer(A)  # (6.2)
            A = self.activation.value(Z)  # (6.3)
        return self.layers[-1](A)  # (6.2)

    def _propagate(self, X):
        A, Z = [X], []  # (6.1)
        for layer in self.layers:
            Z.append(layer(A[-1]))  # (6.2)
            if layer is not self.layers[-1]:
                A.append(self.activation.value(Z[-1]))  # (6.3)
        return A, Z, Z[-1]

    def backward(self, *, wrt_inputs=False):
        """Fill dW and db of every layer from the batch of the last `loss`.

        From the last layer to the first, with Δ = ∂L/∂Z of the layer at hand:
        ∇_W L = Δ Aᵀ (+ λW), ∇_b L = Δ 1, then ∂L/∂A = Wᵀ Δ and Δ = ∂L/∂A ⊙ f'(Z) for the layer before.

        Parameters
        ----------
        wrt_inputs : bool
            Also compute the gradient with respect to X.

        Returns
        -------
        dX : (n_inputs, n) or None
            ∂L/∂X, if asked for.

        Raises
        ------
        OrderError
            If there was no `loss` before.
        """
        A, Z, P, T = self._take_kept()
        dZ = self.loss_function.gradient(P, T)  # (6.7): Δ of the last layer, the 1/n in it
        for l in reversed(range(len(self.layers))):
            layer = self.layers[l]
            np.matmul(dZ, A[l].T, out=layer.dW)  # (6.9)
            np.sum(dZ, axis=1, keepdims=True, out=layer.db)  # (6.10)
            if self.l2:
                layer.dW += self.l2 * layer.W
            if l > 0:
                dA = layer.W.T @ dZ  # (5.19)
                dZ = dA * self.activation.derivative(Z[l - 1])  # (6.8)
        return self.layers[0].W.T @ dZ if wrt_inputs else None

    def __repr__(self):
        return f"{type(self).__name__}({self.units}, activation={self.activation.name or self.activation!r})"


def check_units(who: str, units: Iterable[int]) -> list[int]:
    """Return the units as a list of at least two whole numbers, each at least 1."""
    try:
        units = list(units)
    except TypeError:
        raise KindError(
            f"{who} needs a list of units", expected="units : [n_inputs, ..., n_outputs]", got=f"units : {units!r}"
        ) from None
    if len(units) < 2:
        raise OptionError(
            f"{who} needs inputs and outputs",
            expected="units : [n_inputs, ..., n_outputs], at least two numbers",
            got=f"units : {units}",
        )
    return [check_count(who, f"units[{i}]", n) for i, n in enumerate(units)]
