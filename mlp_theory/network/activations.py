"""Activations, entry by entry: A = f(Z), and f'(Z) for the way back.

Each is finite, with its derivative, and warns of no overflow, up to |z| = 1e300: an exponential is only
ever taken of a number that is not positive.
"""

from __future__ import annotations

import math
from abc import abstractmethod
from typing import ClassVar

import numpy as np

from mlp_theory.errors import check_number, check_option
from mlp_theory.network.block import Block


class Activation(Block):
    """A function f applied to every entry. One of your own defines `value` and `derivative`."""

    name: ClassVar[str] = ""
    init: ClassVar[str] = "glorot"  # how the weights before it are drawn best

    @abstractmethod
    def value(self, Z: np.ndarray) -> np.ndarray:
        """f(Z), of the shape of Z."""

    @abstractmethod
    def derivative(self, Z: np.ndarray) -> np.ndarray:
        """f'(Z), of the shape of Z."""

    def forward(self, A):
        """f(A), of the shape of A."""
        return self.value(np.asarray(A))

    def backward(self, dY, A):
        """∂L/∂A = ∂L/∂Y ⊙ f'(A), all of one shape."""
        return dY * self.derivative(np.asarray(A))  # (5.20)

    def __repr__(self):
        return f"{type(self).__name__}()"


class ReLU(Activation):
    """f(z) = max(0, z). f'(z) = 1 for z > 0, else 0: f'(0) = 0 by convention.

    Examples
    --------
    >>> f = ReLU()
    >>> f([-1, 0, 2]).tolist(), f.derivative(np.array([-1, 0, 2])).tolist()
    ([0, 0, 2], [0, 0, 1])
    """

    name, init = "relu", "he"

    def value(self, Z):
        """max(0, Z)."""
        return np.maximum(Z, 0)  # (4.7)

    def derivative(self, Z):
        """1 where Z > 0, else 0."""
        return (Z > 0).astype(Z.dtype)  # (4.8)


class LeakyReLU(Activation):
    """f(z) = z for z > 0, else αz. f'(0) = α by convention.

    Maas, Hannun & Ng (2013), *Rectifier nonlinearities improve neural network acoustic models*.
    """

    name, init = "leaky_relu", "he"

    def __init__(self, alpha: float = 0.01):
        self.alpha = check_number("LeakyReLU", "alpha", alpha, least=0, below=1)

    def value(self, Z):
        """Z where Z > 0, else αZ."""
        return np.where(Z > 0, Z, self.alpha * Z)

    def derivative(self, Z):
        """1 where Z > 0, else α."""
        return np.where(Z > 0, 1, self.alpha).astype(np.result_type(Z, np.float32))

    def __repr__(self):
        return f"LeakyReLU(alpha={self.alpha:g})"


class Sigmoid(Activation):
    """f(z) = 1/(1 + e⁻ᶻ). f' = f(1 − f)."""

    name = "sigmoid"

    def value(self, Z):
        """σ(Z), to full relative accuracy in both tails."""
        return sigmoid(Z)

    def derivative(self, Z):
        """σ(Z) σ(−Z): 1 − σ(Z) without the cancellation."""
        return sigmoid(Z) * sigmoid(-Z)


class Tanh(Activation):
    """f(z) = tanh z. f' = 1 − f²."""

    name = "tanh"

    def value(self, Z):
        """Hyperbolic tangent of Z."""
        return np.tanh(Z)

    def derivative(self, Z):
        """4 σ(2Z) σ(−2Z): 1 − tanh²(Z) without the cancellation."""
        return 4 * sigmoid(2 * Z) * sigmoid(-2 * Z)


class Softplus(Activation):
    """f(z) = log(1 + eᶻ). f' = σ."""

    name = "softplus"

    def value(self, Z):
        """Log(1 + e^Z)."""
        return softplus(Z)

    def derivative(self, Z):
        """σ(Z)."""
        return sigmoid(Z)


class ELU(Activation):
    """f(z) = z for z > 0, else α(eᶻ − 1). f'(z) = 1 for z > 0, else αeᶻ: f'(0) = α by convention.

    Clevert, Unterthiner & Hochreiter (2016), *Fast and accurate deep network learning by exponential linear units*.
    With α = 1, as they choose it, f' has no jump.
    """

    name, init = "elu", "he"

    def __init__(self, alpha: float = 1.0):
        self.alpha = check_number("ELU", "alpha", alpha, least=0)

    def value(self, Z):
        """Z where Z > 0, else α(e^Z − 1)."""
        return np.where(Z > 0, Z, self.alpha * np.expm1(np.minimum(_real(Z), 0)))

    def derivative(self, Z):
        """1 where Z > 0, else αe^Z."""
        return np.where(Z > 0, 1, self.alpha * np.exp(np.minimum(_real(Z), 0)))

    def __repr__(self):
        return f"ELU(alpha={self.alpha:g})"


class GELU(Activation):
    """f(z) = z Φ(z) = z/2 (1 + erf(z/√2)). f'(z) = Φ(z) + z φ(z), φ = Φ' the normal density.

    Hendrycks & Gimpel (2016), *Gaussian error linear units (GELUs)*; exact, not their tanh that comes near it.
    """

    name, init = "gelu", "he"

    def value(self, Z):
        """Z Φ(Z), to full relative accuracy in both tails."""
        return Z * self._distribution(Z)

    def derivative(self, Z):
        """Φ(Z) + Z φ(Z); beyond 40 the density is 0, where Z² might overflow."""
        density = np.exp(-(np.minimum(np.abs(_real(Z)), 40) ** 2) / 2) / math.sqrt(2 * math.pi)
        return self._distribution(Z) + Z * density

    @staticmethod
    def _distribution(Z: np.ndarray) -> np.ndarray:
        from scipy.special import erfc

        return erfc(-_real(Z) / math.sqrt(2)) / 2


class Identity(Activation):
    """f(z) = z. f' = 1."""

    name = "identity"

    def value(self, Z):
        """Z itself."""
        return Z

    def derivative(self, Z):
        """Ones."""
        return np.ones_like(Z)


def sigmoid(Z: np.ndarray) -> np.ndarray:
    """σ(z) = 1/(1 + e⁻ᶻ) = eᶻ/(1 + eᶻ), whichever keeps the exponent from being positive."""
    E = np.exp(-np.abs(_real(Z)))
    return np.where(Z >= 0, 1, E) / (1 + E)


def softplus(Z: np.ndarray) -> np.ndarray:
    """log(1 + eᶻ) = max(0, z) + log(1 + e^−|z|)."""
    return np.maximum(Z, 0) + np.log1p(np.exp(-np.abs(_real(Z))))


def _real(Z: np.ndarray) -> np.ndarray:
    """Z in floating point: the absolute value of int8 −128 is −128."""
    return Z if Z.dtype.kind == "f" else Z.astype(np.float64)


ACTIVATIONS: dict[str, type[Activation]] = {
    kind.name: kind for kind in (ReLU, LeakyReLU, Sigmoid, Tanh, Softplus, Identity, ELU, GELU)
}


def activation_of(who: str, activation: str | Activation) -> Activation:
    """Return the activation itself, or the one of that name; raise `OptionError` for an unknown name."""
    if isinstance(activation, Activation):
        return activation
    check_option(who, "activation", activation, ACTIVATIONS)
    return ACTIVATIONS[activation]()
