"""The magnitude of what a user's function computes, measured: how far its value moves with roundings of its arguments.

Of our own operations we know which terms they add up. Of a function that we cannot look into, we move each argument
by a few roundings *of its magnitude*, up or down at random, and see how far the value goes: that holds the
sensitivity to its arguments (|f'|), and that of its tangent (|f''|). What the function itself loses by cancellation
shows at five neighbouring points: there a smooth value has hardly a fourth difference, and rounding has one. A value
that does not follow its own slope there has no digits left, and is nan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from mlp_theory.symbolic.values import Array, absolute

STEP = 1e-120  # as in `steps`, which is built on values

NEIGHBOURS = 3e-5
"""How far apart the five points are, beside the arguments: 10⁻¹⁸ of a smooth value is left of its fourth difference."""

TIMES = 3
"""How often five points are tried: unevenly spread, so that the roundings of a coarse value cannot be all alike."""

MOVES = 6
"""How often the arguments are moved."""

ROUNDING = 8 * float(np.finfo(float).eps)
"""How far, beside their magnitudes: so far that the steps themselves are hardly rounded."""


def measured_size(
    function: Callable[[Sequence[Array]], Array], numbers: Sequence[Array], sizes: Sequence[Array], v: Array, count: int
) -> Array:
    """The magnitude of ``v = function(numbers)``, of its tangent too.

    Parameters
    ----------
    function : callable
    numbers, sizes : sequences of (…, rows, columns)
        The arguments, and their magnitudes.
    v : (…, rows, columns)
    count : int
        On how many numbers an entry may depend. Movements at random add up to no less than 1/√count of what they
        would be if all went one way.

    Returns
    -------
    m : (…, rows, columns)
        At least |v|; nan where a moved argument leaves the domain.
    """
    rng = np.random.default_rng(0)
    furthest = np.zeros_like(absolute(v))
    for _ in range(MOVES):
        moved = [x + ROUNDING * _signed(m, np.iscomplexobj(x), rng) for x, m in zip(numbers, sizes, strict=True)]
        furthest = _larger(furthest, absolute(function(moved) - v))
    return absolute(v) + np.sqrt(count) / ROUNDING * furthest + _lost(function, numbers, rng)


def _lost(function: Callable[[Sequence[Array]], Array], numbers: Sequence[Array], rng: np.random.Generator) -> Array:
    """How large the terms must be whose rounding shows in the value; nan where they hide the value."""
    here = function(numbers)
    largest = np.zeros_like(absolute(here))
    follows = np.ones(here.shape, dtype=bool)
    for _ in range(TIMES):
        places = [k + rng.uniform(-0.3, 0.3) for k in (-2, -1)] + [0.0] + [k + rng.uniform(-0.3, 0.3) for k in (1, 2)]
        steps = [NEIGHBOURS * np.abs(x.real) * rng.choice([-1.0, 1.0], x.shape) for x in numbers]
        values = [function([x + k * step for x, step in zip(numbers, steps, strict=True)]) for k in places]
        rough = absolute(sum(w * value for w, value in zip(_weights(places), values, strict=True)))
        slope = np.imag(function([x.real + 1j * STEP * step for x, step in zip(numbers, steps, strict=True)])) / STEP
        rise = (values[3].real - values[1].real) / (places[3] - places[1])
        follows &= np.abs(rise - slope) <= 0.5 * np.abs(slope) + rough.real + NEIGHBOURS**2 * np.abs(here.real)
        largest = _larger(largest, rough)
    return np.where(follows, largest / np.finfo(float).eps, np.nan)


def _weights(places: Sequence[float]) -> list[float]:
    """Of a fourth difference: 24 times the divided difference, which is (1, −4, 6, −4, 1) at even places."""
    return [24 / float(np.prod([a - b for b in places if b != a])) for a in places]


def _signed(m: Array, with_tangent: bool, rng: np.random.Generator) -> Array:
    step = m.real * rng.choice([-1.0, 1.0], m.shape)
    if with_tangent and np.iscomplexobj(m):
        step = step + 1j * m.imag * rng.choice([-1.0, 1.0], m.shape)
    return step


def _larger(a: Array, b: Array) -> Array:
    if np.iscomplexobj(b):
        return np.maximum(a.real, b.real) + 1j * np.maximum(np.imag(a), b.imag)
    return np.maximum(a, b)
