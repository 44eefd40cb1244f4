"""Derivatives by steps: complex ones, exact to rounding, and fourth-order differences of these.

First derivatives are complex steps (Squire & Trapp, SIAM Review 40, 1998): perturb every entry of the
variable by i·10⁻¹²⁰, all at once along a new axis, and read the imaginary parts. Derivatives of what
holds a derivative are fourth-order differences of complex steps, since nested complex steps are wrong.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_theory.symbolic.values import Array, Value, align
from mlp_theory.symbolic.world import World

STEP = 1e-120
"""The complex step: so small that its square is lost, so large that nothing underflows."""

SMALLEST = 1e-170
"""Below this, the step times the derivative is too small to be a number with all its digits."""

DIFFERENCE = 2e-3
"""The step of fourth-order differences: its error, about 10⁻¹¹, meets the rounding of the complex step."""

ROUNDING_UNIT = 200 * float(np.finfo(float).eps)
"""What a judge allows for rounding, in units of a magnitude: a bound on how many roundings a value may carry."""


def tangent(value: Value) -> Value:
    """The derivative that a complex step has carried along; where the value is not defined, neither is it."""
    v = np.where(np.isnan(value.v.real), np.nan, np.imag(value.v) / STEP)
    return Value(value.axes, v, np.imag(value.m) / STEP + SMALLEST)


def difference(at: Callable[[float], Value], h: float, world: World) -> Value:
    """The fourth-order central difference, with its own error in the magnitude.

    What it leaves out is of the size of what halving the step changes. Where a step leads over a kink, the difference
    is none of the function's, and the draw lies too near to it.
    """
    stepped = [_watched(at, k * h, world) for k in (1, -1, 2, -2, 0.5, -0.5)]
    (_, above), (_, below) = stepped[2:4]  # the widest; what does not move was met in the first, and is remembered
    if any(not np.array_equal(one, other) for one, other in zip(above, below, strict=False)):
        world.near_kink = True
    axes, v, m = align([value for value, _ in stepped])
    wide = (8 * (v[0] - v[1]) - (v[2] - v[3])) / (12 * h)
    slope = (8 * (v[4] - v[5]) - (v[0] - v[1])) / (6 * h)
    size = (8 * (m[4] + m[5]) + m[0] + m[1]) / (6 * h)
    return Value(axes, slope, np.abs(size) + np.abs(slope - wide) / ROUNDING_UNIT)


def _watched(at: Callable[[float], Value], step: float, world: World) -> tuple[Value, list[Array]]:
    """The value after a step, and on which side of every kink it was found."""
    outer, world.sides = world.sides, []
    try:
        return at(step), world.sides
    finally:
        if outer is not None:  # a difference inside of another one
            outer.extend(world.sides)
        world.sides = outer
