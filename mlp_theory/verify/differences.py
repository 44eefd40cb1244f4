"""Derivatives by differences of a function's own values, with what they can and cannot resolve."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

EPS = float(np.finfo(np.float64).eps)
CENTRAL_STEP = EPS ** (1 / 3)  # balances truncation, h²f''', against rounding, eps |f|/h

Function = Callable[[np.ndarray], float]


def scale_of(x: np.ndarray) -> float:
    """The size of a typical entry where it is far from one; 1 where it is not, or where all are zero."""
    size = float(np.sqrt(np.mean(x**2)))
    return 1.0 if size == 0 or 1e-3 <= size <= 1e3 else size


class Estimate(NamedTuple):
    """A slope of f at x, how far it may be off, and whether f has a kink there."""

    value: float
    error: float
    kink: bool


def central(f: Function, x: np.ndarray, direction: np.ndarray | int, h: float) -> tuple[float, float, float]:
    """Return f(x + h v), f(x − h v) and the distance 2h, for a direction v or an axis."""
    up, down = x.copy(), x.copy()
    if isinstance(direction, int):
        up[direction] += h
        down[direction] -= h
        width = float(up[direction] - down[direction])  # as rounded
    else:
        up += h * direction
        down -= h * direction
        width = 2 * h
    return f(up), f(down), width


def best_estimate(f: Function, x: np.ndarray, direction: np.ndarray | int) -> Estimate:
    """The slope of f at x, from central differences at steps from 1e-1 to 1e-8 of the size of x.

    The pair of neighbouring steps that agree best, rounding included, gives the value and its error
    (after Ridders, 1982, *Accurate computation of F'(x) and F'(x)F''(x)*). At a kink of f the two
    one-sided slopes keep their distance however small the step; where f is smooth it shrinks with the step.
    """
    f0 = f(x)
    size = float(np.sqrt(np.mean(x**2))) or 1.0
    slopes, roundings, jumps = [], [], []
    for h in (size * 10.0 ** -np.arange(1, 9)).tolist():
        up, down, width = central(f, x, direction, h)
        slopes.append((up - down) / width)
        roundings.append(4 * EPS * max(abs(up), abs(down), abs(f0)) / width)
        jumps.append(abs(up - 2 * f0 + down) * 2 / width)
    errors = [
        abs(slopes[k + 1] - slopes[k]) + roundings[k + 1] if np.isfinite(slopes[k + 1] - slopes[k]) else np.inf
        for k in range(len(slopes) - 1)
    ]
    k = int(np.argmin(errors))
    seen = jumps[k + 1] > 10 * roundings[k + 1] and jumps[k + 1] > 1e-6 * abs(slopes[k + 1])
    return Estimate(slopes[k + 1], errors[k], bool(seen and jumps[k + 1] > 0.5 * jumps[k]))


def has_kink(f: Function, x: np.ndarray, rng: np.random.Generator) -> bool:
    """Whether f has a kink at x: a line through x in any direction at random sees it."""
    return any(best_estimate(f, x, rng.standard_normal(x.shape)).kink for _ in range(2))
