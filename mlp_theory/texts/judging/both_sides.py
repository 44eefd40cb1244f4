"""Both sides of a relation at one draw: their values, how large their terms are, and where the relation is claimed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from mlp_theory.symbolic import Frame, World, evaluate
from mlp_theory.symbolic.values import Array, align, constant
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.verdicts.reasons.undecided import NoDraw, NoValue


class NotCompared(Enum):
    """Why a draw gives nothing to compare."""

    EXCLUDED = NoDraw("no draw meets the condition")
    NO_NUMBER = NoValue("it was not a number at any draw")
    ONE_SIDED = NoValue("only one of its sides was a number at any draw")


@dataclass(frozen=True)
class Sides:
    """Both sides with one shape: their values, the magnitudes of both together, and where the relation is claimed."""

    axes: tuple[str, ...]
    left: Array
    right: Array
    magnitude: Array
    keep: Array


def sides_at(task: Task, world: World) -> Sides | NotCompared:
    """Evaluate both sides at one draw, and where they are claimed."""
    with np.errstate(all="ignore"):
        frame = _frame(task, world)
        left = evaluate(task.left, frame)
        right = evaluate(task.right, frame)
        # Where a relation is claimed is no part of it: the branches of the conditions need not be reached.
        branches = {key: list(seen) for key, seen in world.branches.items()}
        masks = [evaluate(test, frame) for test in task.tests]
        world.branches = branches
        axes, v, m = align([left, right, *masks])
        shape = np.broadcast_shapes(*(part.shape for part in v))
        a, b = np.broadcast_to(v[0].real, shape), np.broadcast_to(v[1].real, shape)
        magnitude = np.broadcast_to(np.abs(m[0].real) + np.abs(m[1].real), shape)
        keep = np.ones(shape, dtype=bool)
        for mask in v[2:]:
            keep &= np.broadcast_to(mask.real != 0, shape)
    if not keep.any():
        return NotCompared.EXCLUDED
    if np.any(np.isnan(a[keep]) & np.isfinite(b[keep]) | np.isfinite(a[keep]) & np.isnan(b[keep])):
        return NotCompared.ONE_SIDED
    if not all(np.isfinite(part[keep]).all() for part in (a, b, magnitude)):
        return NotCompared.NO_NUMBER
    return Sides(axes, a, b, magnitude, keep)


def _frame(task: Task, world: World) -> Frame:
    """Where a relation is evaluated: its free indices run through all their values."""
    frame = world.base or Frame(world)
    for axis, (_, dim) in task.axes.items():
        frame = frame.at(axis, constant(np.arange(1.0, world.size(dim) + 1), (axis,)))  # type: ignore[arg-type]
    return frame


def underflows(task: Task, world: World) -> bool:
    """Whether something in a relation becomes too small to be a number, at a draw that nothing was computed of."""
    try:
        with np.errstate(all="ignore", under="raise"):
            frame = _frame(task, world)
            evaluate(task.left, frame)
            evaluate(task.right, frame)
    except FloatingPointError:
        return True
    return False
