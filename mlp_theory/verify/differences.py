"""Derivatives by differences of a function's own values, with what they can and cannot resolve."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

EPS = float(np.finfo(np.float64).eps)

Function = Callable[[np.ndarray], float]


class Estimate(NamedTuple):
    """A slope of f at x, how far it may be off, the step that gave it, and whether f has a kink at x."""

    value: float
    error: float
    step: float
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
    """The slope of f at x, from central differences at steps over many powers of ten.

    The pair of neighbouring steps that agree best, rounding included, gives the value and its error
    (after Ridders, 1982, *Accurate computation of F'(x) and F'(x)F''(x)*). At a kink of f the two
    one-sided slopes keep their distance however small the step; where f is smooth it shrinks with the step.

    The steps reach from a tenth of 1 or of the size of x, whichever is larger, to a hundred-millionth of
    the smaller one: f may live on the scale of x, or on its own.
    """
    f0 = f(x)
    size = float(np.sqrt(np.mean(x**2))) or 1.0
    first, last = np.log10(max(size, 1.0)) - 1, np.log10(min(size, 1.0)) - 8
    slopes, roundings, jumps = [], [], []
    steps = (10.0 ** np.arange(first, last - 0.5, -1.0)).tolist()
    for h in steps:
        up, down, width = central(f, x, direction, h)
        if width == 0:  # the step is lost in the rounding of x, as all smaller ones are
            break
        slopes.append((up - down) / width)
        roundings.append(4 * EPS * max(abs(up), abs(down), abs(f0)) / width)
        jumps.append(abs(up - 2 * f0 + down) * 2 / width)
    errors = [abs(slopes[k] - slopes[k - 1]) + roundings[k] for k in range(1, len(slopes))]
    k = 1 + int(np.argmin(np.nan_to_num(errors, nan=np.inf, posinf=np.inf)))
    seen = jumps[k] > 10 * roundings[k] and jumps[k] > 1e-6 * abs(slopes[k])
    return Estimate(slopes[k], errors[k - 1], steps[k], bool(seen and jumps[k] > 0.5 * jumps[k - 1]))


def probe(f: Function, x: np.ndarray, rng: np.random.Generator, directions: int = 2) -> Estimate:
    """What differences of f can do at x: the best estimates along random directions of length 1.

    Returns
    -------
    Estimate
        The largest error and the smallest step of all, and whether any saw a kink: a line through a
        kink sees it, whatever its direction.
    """
    estimates = []
    for _ in range(directions):
        v = rng.standard_normal(x.shape)
        estimates.append(best_estimate(f, x, v / np.linalg.norm(v)))
    return Estimate(
        estimates[0].value,
        max(e.error for e in estimates),
        min(e.step for e in estimates),
        any(e.kink for e in estimates),
    )
