"""The elementwise functions: value, and the sizes of the derivatives that rounding errors grow by.

Each works on complex numbers whose imaginary part is an infinitesimal tangent, so decisions (a sign, a
maximum) look at the real part alone. Outside its domain a function is nan: a draw that leaves the domain
is drawn again, never judged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mlp_theory.symbolic.values import Array


@dataclass(frozen=True)
class Elementwise:
    """A function of one number, with its first two derivatives at real numbers (for magnitudes only).

    Of a function that is `measured` its magnitude is measured, and not computed from the derivatives.
    """

    value: Callable[[Array], Array]
    first: Callable[[Array], Array]
    second: Callable[[Array], Array]
    kink: float | None = None  # where its formula changes
    measured: bool = False


def _on_positive(function: Callable[[Array], Array]) -> Callable[[Array], Array]:
    return lambda x: np.where(x.real > 0, function(np.where(x.real > 0, x, 1.0)), np.nan)


def _sigmoid(x: Array) -> Array:
    small = np.exp(-np.where(x.real > 0, x, -x))
    return np.where(x.real > 0, 1.0, small) / (1.0 + small)


def _softplus(x: Array) -> Array:
    return np.where(x.real > 0, x, 0.0) + np.log1p(np.exp(-np.where(x.real > 0, x, -x)))


def _tanh(x: Array) -> Array:
    small = np.exp(-2 * np.where(x.real > 0, x, -x))
    return np.where(x.real > 0, 1.0, -1.0) * (1 - small) / (1 + small)


def _zero(x: Array) -> Array:
    return np.zeros_like(x)


def _inside(function: Callable[[Array], Array], low: float, high: float) -> Callable[[Array], Array]:
    def inside(x: Array) -> Array:
        clipped = np.clip(x.real, low, high)
        tangent = 1j * x.imag if np.iscomplexobj(x) else 0.0  # what is real stays real
        return np.where((x.real > low) & (x.real < high), function(clipped + tangent), np.nan)

    return inside


def _erf(x: Array) -> Array:
    from scipy.special import erf

    return erf(x)


def _sigmoid_slope(x: Array) -> Array:
    return _sigmoid(x) * _sigmoid(-x)


ELEMENTWISE: dict[str, Elementwise] = {
    "exp": Elementwise(np.exp, np.exp, np.exp),
    "log": Elementwise(_on_positive(np.log), lambda x: 1 / x, lambda x: 1 / x**2),
    "sqrt": Elementwise(_on_positive(np.sqrt), lambda x: 0.5 / np.sqrt(np.abs(x)), lambda x: 0.25 * np.abs(x) ** -1.5),
    "tanh": Elementwise(_tanh, lambda x: 4 * _sigmoid_slope(2 * x), lambda x: 8 * _sigmoid_slope(2 * x)),
    "sigmoid": Elementwise(_sigmoid, _sigmoid_slope, _sigmoid_slope),
    "softplus": Elementwise(_softplus, _sigmoid, _sigmoid_slope),
    "relu": Elementwise(lambda x: np.where(x.real > 0, x, 0.0), lambda x: (x > 0) + 0.0, _zero, kink=0.0),
    "abs": Elementwise(lambda x: np.where(x.real < 0, -x, x), np.ones_like, _zero, kink=0.0),
    "sign": Elementwise(lambda x: np.sign(x.real) + 0.0, _zero, _zero, kink=0.0),
    "step": Elementwise(lambda x: (x.real > 0) + 0.0, _zero, _zero, kink=0.0),
    "sin": Elementwise(np.sin, np.cos, np.sin),
    "cos": Elementwise(np.cos, np.sin, np.cos),
    "tan": Elementwise(np.tan, lambda x: 1 / np.cos(x) ** 2, lambda x: 2 * np.tan(x) / np.cos(x) ** 2),
    "sinh": Elementwise(np.sinh, np.cosh, np.sinh),
    "cosh": Elementwise(np.cosh, np.sinh, np.cosh),
    "arctan": Elementwise(np.arctan, lambda x: 1 / (1 + x**2), lambda x: 2 * x / (1 + x**2) ** 2),
    "arcsin": Elementwise(
        _inside(np.arcsin, -1, 1), lambda x: np.abs(1 - x**2) ** -0.5, lambda x: x * np.abs(1 - x**2) ** -1.5
    ),
    "arccos": Elementwise(
        _inside(np.arccos, -1, 1), lambda x: np.abs(1 - x**2) ** -0.5, lambda x: x * np.abs(1 - x**2) ** -1.5
    ),
    "erf": Elementwise(_erf, lambda x: 1.13 * np.exp(-(x**2)), lambda x: 2.26 * x * np.exp(-(x**2))),
}
