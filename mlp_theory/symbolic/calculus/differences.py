"""Gradients held against forward differences, by `scipy.optimize.check_grad`, relative to their size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from mlp_theory.symbolic.calculus.line import Line
from mlp_theory.symbolic.calculus.numbers import Draw
from mlp_theory.symbolic.expressions import Derivative, Node, Variable
from mlp_theory.symbolic.values import Array, Value

FORWARD_STEP = 1.49e-8
"""The step of `check_grad`, √ε."""

DIFFERENCES = 1e-5
"""What forward differences of that step leave of a gradient: √ε, times the curvature of the loss, with room."""

ATTEMPTS = 6
"""Draws in place of one that is too near to a kink, or where the gradient (nearly) vanishes beside the curvature."""

LONG = 5_000
"""Operations; where a difference by every entry takes more, `check_grad` takes one along a random direction."""


def check_gradients(loss: Node, lines: Sequence[Line], seed: int) -> Iterable[tuple[str, float, float]]:
    """Of each gradient by a letter: its name, what `check_grad` returns relative to its norm, and what that may be."""
    left = list(lines)
    found: dict[int, tuple[float, float]] = {}
    for attempt in range(ATTEMPTS):
        if not left:
            break
        draw = Draw([loss, *(line.result for line in lines)], 7919 + 1000 * seed + attempt)
        draw.value(loss)
        later = []
        for line in left:
            gradient = draw.value(line.result).v
            if draw.near_kink or (not np.any(gradient) and attempt < ATTEMPTS - 1):
                later.append(line)
                continue
            error, allowed = found[id(line)] = min(
                _check_grad(draw, loss, line, gradient, seed), found.get(id(line), (float("inf"), 0.0))
            )
            if error > allowed:  # a gradient that is wrong is so at every draw
                later.append(line)
        left = later
    for line in lines:
        assert isinstance(line.meaning, Derivative)
        assert isinstance(line.meaning.wrt, Variable)
        yield line.meaning.wrt.key, *found.get(id(line), (float("nan"), DIFFERENCES))


def _check_grad(draw: Draw, loss: Node, line: Line, gradient: Array, seed: int) -> tuple[float, float]:
    from scipy.optimize import check_grad

    assert isinstance(line.meaning, Derivative)
    variable = line.meaning.wrt
    at = draw.value(variable)
    dependents = draw.dependents(loss, variable)

    def loss_at(x: Array) -> float:
        v = x.reshape(at.shape)
        return float(draw.value_where(loss, {variable: Value((), v, np.abs(v))}, dependents).v.item())

    x0 = at.v.ravel()
    whole = x0.size * len(dependents) <= LONG
    if whole:
        error = float(check_grad(loss_at, lambda x: gradient.ravel(), x0))
    else:
        along = np.random.default_rng(seed).normal(size=x0.size)
        slope = np.array([gradient.ravel() @ along])
        error = float(check_grad(lambda t: loss_at(x0 + t[0] * along), lambda t: slope, np.zeros(1)))
    size = abs(float(draw.value(loss).v.item()))
    norm = float(np.linalg.norm(gradient))
    rounding = 10 * np.finfo(float).eps * size * np.sqrt(x0.size) / FORWARD_STEP
    # A gradient of zeros has no size of its own: its differences are rounding errors of the loss.
    scale = norm or size or 1.0
    curvature = DIFFERENCES * (1 if whole else x0.size) if norm else 0.0  # along a direction of length √size
    return error / scale, curvature + rounding / scale
