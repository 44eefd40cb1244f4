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


def size_of(x: np.ndarray) -> float:
    """The root mean square of x; 1 where x is zero."""
    largest = float(np.abs(x).max())
    return largest * float(np.sqrt(np.mean((x / largest) ** 2))) if largest else 1.0


def unit_vector(x: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A random direction of length 1."""
    v = rng.standard_normal(x.shape)
    return v / np.linalg.norm(v)


def resolution(f: Function, x: np.ndarray, rng: np.random.Generator) -> float:
    """How far a value of f near x may be off: four times the smallest change that f is seen to make.

    In float64 that is about a rounding of f; in a function that works in float32, rounds its result or cancels large
    terms it is much more, and differences of it must be taken over longer steps.
    """
    f0, size = f(x), size_of(x)
    values = [
        f(x + sign * size * 10.0**-k * v)
        for v in (unit_vector(x, rng), unit_vector(x, rng))
        for k in range(1, 18)
        for sign in (1, -1)
    ]
    changes = np.abs(np.array(values) - f0)
    changes = changes[np.isfinite(changes) & (changes > 0)]
    return max(4 * EPS * abs(f0), 4 * float(changes.min(initial=np.inf)) if changes.size else 0.0)


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


def best_estimate(
    f: Function, x: np.ndarray, direction: np.ndarray | int, noise: float, enough: float = 0.0
) -> Estimate:
    """The slope of f at x, from central differences at steps over many powers of ten.

    Two neighbouring steps that agree give a value, and their disagreement and the noise its error (after
    Ridders, 1982, *Accurate computation of F'(x) and F'(x)F''(x)*). Of the pairs whose error is at most
    `enough` of the slope the shortest one is taken, since long steps may agree by accident, across
    several bends of f; if there is none, the pair with the smallest error.

    At a kink of f the two one-sided slopes keep their distance however small the step; where f is
    smooth it shrinks with the step.

    The steps reach from a tenth of 1 or of the size of x, whichever is larger, to a 10⁻¹⁴th of the
    smaller one: f may live on the scale of x, or on its own.

    Parameters
    ----------
    f : callable
    x : (N,)
    direction : (N,) or int
        A direction, or the number of an axis.
    noise : float
        How far a value of f may be off.
    enough : float
        Relative.
    """
    f0, size = f(x), size_of(x)
    first, last = np.log10(max(size, 1.0)) - 1, np.log10(min(size, 1.0)) - 14
    steps, slopes, changes, roundings, jumps = [], [], [], [], []
    for h in (10.0 ** np.arange(first, last - 0.5, -1.0)).tolist():
        up, down, width = central(f, x, direction, h)
        if width == 0:  # the step is lost in the rounding of x, as all smaller ones are
            break
        steps.append(h)
        slopes.append((up - down) / width)
        changes.append(abs(up - down))
        roundings.append(max(noise, 4 * EPS * max(abs(up), abs(down))) / width)
        jumps.append(abs(up - 2 * f0 + down) * 2 / width)
    for k in range(1, len(steps)):
        if changes[k] == 0 and changes[k - 1] > 0:
            changes[k] = changes[k - 1]  # f stood still: all that is known is that it changed by less than before
            roundings[k] = max(roundings[k], changes[k] / (2 * steps[k]))
    errors = np.abs(np.diff(slopes)) + roundings[1:]
    errors[~np.isfinite(errors)] = np.inf
    relative = errors / np.maximum(np.abs(slopes[1:]), np.finfo(float).tiny)
    good = np.flatnonzero(relative <= enough)
    best = good[-1] if good.size else np.argmin(relative) if relative.min() < 0.01 else np.argmin(errors)
    k = 1 + int(best)
    seen = jumps[k] > 10 * roundings[k] and jumps[k] > 1e-6 * abs(slopes[k])
    return Estimate(slopes[k], float(errors[k - 1]), steps[k], bool(seen and jumps[k] > 0.5 * jumps[k - 1]))


def probe(f: Function, x: np.ndarray, noise: float, rng: np.random.Generator) -> Estimate:
    """What differences of f can do at x: the best estimates along two random directions.

    Returns
    -------
    Estimate
        The larger error and the smaller step of the two, and whether one saw a kink: a line through a
        kink sees it, whatever its direction.
    """
    one, two = (best_estimate(f, x, unit_vector(x, rng), noise) for _ in range(2))
    return Estimate(one.value, max(one.error, two.error), min(one.step, two.step), one.kink or two.kink)
