"""Optimizers: one step downhill, in place on θ, so that every layer's W and b follow.

A step uses the gradient up: `dtheta` is zero afterwards, because it belonged to the parameters before
the step. Copy a dW before the step if you want to look at it later.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np

from mlp_theory.errors import KindError, check_number, check_option
from mlp_theory.network import Model


class Optimizer(ABC):
    """The base of all optimizers. A subclass gives `update`, in place on `model.theta`.

    Attributes
    ----------
    model : Model
    lr : float
        The learning rate α; it may be changed between steps.
    """

    name: ClassVar[str] = ""

    def __init__(self, model: Model, lr: float = 0.1):
        if not isinstance(model, Model):
            raise KindError(
                f"{type(self).__name__} moves a model",
                expected="a model, such as an NNClassifier",
                got=f"a {type(model).__name__}",
            )
        self.model = model
        self.lr = check_number(type(self).__name__, "lr", lr, above=0)

    def step(self) -> None:
        """Move θ once, by the gradient of the last `backward`, and clear the gradient."""
        self.update(self.model.theta, self.model.dtheta)
        self.model.dtheta[...] = 0

    def reset(self) -> None:  # noqa: B027  # plain gradient descent remembers nothing
        """Forget the steps made so far, where the optimizer remembers any."""

    @abstractmethod
    def update(self, theta: np.ndarray, dtheta: np.ndarray) -> None:
        """Change theta, (n_parameters,), in place."""


class SGD(Optimizer):
    """Gradient descent: θ ← θ − α ∇L, or with momentum v ← μ v − α ∇L, θ ← θ + v.

    Parameters
    ----------
    model : Model
    lr : float
        α.
    momentum : float
        μ in [0, 1). Momentum as in Sutskever, Martens, Dahl & Hinton (2013), *On the importance of
        initialization and momentum in deep learning*, eqs. 1 and 2 (Polyak, 1964).

    Raises
    ------
    OptionError, KindError
        If lr is not positive, or momentum not in [0, 1).

    Examples
    --------
    >>> from mlp_theory.network import NNClassifier
    >>> model = NNClassifier([2, 2], rng=0)
    >>> before = model.loss(np.eye(2), [0, 1])
    >>> model.backward()
    >>> SGD(model, lr=0.5).step()
    >>> model.loss(np.eye(2), [0, 1]) < before
    True
    """

    name = "sgd"

    def __init__(self, model: Model, lr: float = 0.1, *, momentum: float = 0.0):
        super().__init__(model, lr)
        self.momentum = check_number("SGD", "momentum", momentum, least=0, below=1)
        self.reset()

    def reset(self):
        """Stand still: v = 0."""
        self.velocity = np.zeros_like(self.model.theta)

    def update(self, theta, dtheta):
        """θ ← θ − α ∇L, or the step with momentum."""
        if self.momentum == 0:
            theta -= self.lr * dtheta  # (6.11), (6.12)
            return
        self.velocity *= self.momentum
        self.velocity -= self.lr * dtheta
        theta += self.velocity


class Adam(Optimizer):
    """Adam: steps scaled by running means of the gradient and of its square.

    m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − α m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵏ) and
    v̂ = v/(1 − β₂ᵏ) at step k.

    Parameters
    ----------
    model : Model
    lr : float
        α.
    beta1, beta2 : float
        In [0, 1).
    epsilon : float

    Raises
    ------
    OptionError, KindError
        If a number lies outside its range.

    References
    ----------
    Kingma & Ba (2015), *Adam: a method for stochastic optimization*, Algorithm 1.
    """

    name = "adam"

    def __init__(
        self, model: Model, lr: float = 1e-3, *, beta1: float = 0.9, beta2: float = 0.999, epsilon: float = 1e-8
    ):
        super().__init__(model, lr)
        self.beta1 = check_number("Adam", "beta1", beta1, least=0, below=1)
        self.beta2 = check_number("Adam", "beta2", beta2, least=0, below=1)
        self.epsilon = check_number("Adam", "epsilon", epsilon, above=0)
        self.reset()

    def reset(self):
        """Begin again at step 0, with both means zero."""
        self.m, self.v, self.k = np.zeros_like(self.model.theta), np.zeros_like(self.model.theta), 0

    def update(self, theta, dtheta):
        """One step of Algorithm 1."""
        self.k += 1
        self.m *= self.beta1
        self.m += (1 - self.beta1) * dtheta
        self.v *= self.beta2
        self.v += (1 - self.beta2) * dtheta**2
        m_hat = self.m / (1 - self.beta1**self.k)
        v_hat = self.v / (1 - self.beta2**self.k)
        theta -= self.lr * m_hat / (np.sqrt(v_hat) + self.epsilon)


OPTIMIZERS: dict[str, type[Optimizer]] = {kind.name: kind for kind in (SGD, Adam)}


def optimizer_of(who: str, optimizer: str | Optimizer, model: Model, lr: float | None) -> Optimizer:
    """Return the optimizer itself, or a new one of that name with `lr` or its default."""
    if isinstance(optimizer, Optimizer):
        return optimizer
    check_option(who, "optimizer", optimizer, OPTIMIZERS)
    kind = OPTIMIZERS[optimizer]
    return kind(model) if lr is None else kind(model, lr)
