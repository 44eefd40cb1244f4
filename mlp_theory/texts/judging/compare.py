"""Both sides of a relation at one draw, held against each other: what rounding explains is no difference."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_theory.symbolic import Frame, Value, World, evaluate
from mlp_theory.symbolic.values import align, constant
from mlp_theory.texts.judging.findings import Finding, Task

EPS = float(np.finfo(float).eps)
ROUNDING = 200
"""How many roundings of the magnitude of its terms a value may carry: a bound, not a tolerance to be tuned."""


@dataclass(frozen=True)
class Comparison:
    """Two sides at one draw.

    Attributes
    ----------
    excess : float
        The largest difference beyond rounding; the relation is violated where it is positive.
    noise, size : float
        The rounding that the largest entries may carry, and how large they are.
    left, right : float
        Both values at the place that differs most.
    entry : tuple of int
        That place as a reader counts it, from 1.
    indices : dict of str to int
        Where the free indices stand there, by their axes.
    cell : (int, int)
        Its row and column.
    error : float
        The largest difference of an equation, relative to the size of its sides.
    """

    excess: float
    noise: float
    size: float
    left: float
    right: float
    entry: tuple[int, ...]
    indices: dict[str, int]
    cell: tuple[int, int]
    error: float


def compare_at(task: Task, world: World) -> Comparison | None:
    """Evaluate both sides at one draw and compare them; None when they are not defined there."""
    with np.errstate(all="ignore"):
        frame = world.base or Frame(world)
        for axis, (_, dim) in task.axes.items():
            frame = frame.at(axis, constant(np.arange(1.0, world.size(dim) + 1), (axis,)))  # type: ignore[arg-type]
        left = evaluate(task.left, frame)
        right = evaluate(task.right, frame)
        # Where a relation is claimed is no part of it: the branches of the conditions need not be reached.
        branches = {key: list(seen) for key, seen in world.branches.items()}
        masks = [evaluate(test, frame) for test in task.tests]
        world.branches = branches
        return compare(task.relation, left, right, masks)


def compare(relation: str, left: Value, right: Value, masks: list[Value]) -> Comparison | None:
    """Compare two values where no mask is 0; None when nothing is left, or something is no finite number."""
    axes, v, m = align([left, right, *masks])
    shape = np.broadcast_shapes(*(part.shape for part in v))
    a, b = np.broadcast_to(v[0].real, shape), np.broadcast_to(v[1].real, shape)
    ma, mb = np.broadcast_to(np.abs(m[0].real), shape), np.broadcast_to(np.abs(m[1].real), shape)
    keep = np.ones(shape, dtype=bool)
    for mask in v[2:]:
        keep &= np.broadcast_to(mask.real != 0, shape)
    if not keep.any() or not all(np.isfinite(part[keep]).all() for part in (a, b, ma, mb)):
        return None
    largest = max(float(np.max(np.abs(a[keep]))), float(np.max(np.abs(b[keep]))))
    # What underflows beside entries forty orders larger says nothing.
    noise = ROUNDING * EPS * (ma + mb) + 1e-290 + 1e-40 * largest
    gap = _gap(relation, a, b, noise)
    size = float(np.max(np.where(keep, np.maximum(np.abs(a), np.abs(b)), 0.0)))
    # The worst place by how far it lies outside of what rounding explains.
    place = np.unravel_index(int(np.argmax(np.where(keep, gap / noise, -np.inf))), shape)
    *lead, row, column = (int(k) + 1 for k in place)
    # The noise of the largest entries decides whether the draw says anything.
    large = keep & (np.maximum(np.abs(a), np.abs(b)) >= 0.1 * size)
    typical = float(np.max(noise[large])) if large.any() else float(np.max(noise[keep]))
    # Of what cancels to zero, the size is that of the terms.
    scale = size if size > typical else float(np.max(np.where(keep, ma + mb, 0.0)))
    error = float(np.max(np.where(keep, gap, 0.0))) / scale if scale > 0 else 0.0
    return Comparison(
        excess=float(np.max(np.where(keep, gap - noise, -np.inf))),
        noise=typical,
        size=size,
        left=float(a[place]),
        right=float(b[place]),
        entry=_shown_entry(tuple(lead), (row, column), shape),
        indices=dict(zip(axes, lead, strict=True)),
        cell=(row, column),
        error=error if relation == "=" else 0.0,
    )


def counterexample(found: Comparison, world: World, draws: int = 0, code: str | None = None) -> Finding:
    """That a relation is false, and where; it may have held at some draws before."""
    return Finding(
        "false",
        draws=draws,
        error=_relative(found.left, found.right),
        sizes=_shown_sizes(world),
        entry=found.entry,
        values=(found.left, found.right),
        world=world,
        code=code,
    )


def _gap(relation: str, a: np.ndarray, b: np.ndarray, noise: np.ndarray) -> np.ndarray:
    """By how much the relation is violated, entry by entry."""
    if relation in ("<", "<="):
        return np.maximum(a - b, 0.0)
    if relation in (">", ">="):
        return np.maximum(b - a, 0.0)
    gap = np.abs(a - b)
    if relation == "!=":
        return np.where(gap > noise, 0.0, 2 * noise)
    return gap


def _shown_entry(lead: tuple[int, ...], cell: tuple[int, int], shape: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers that a reader needs: the free indices, and of the cell what is more than 1."""
    if not lead:
        return cell
    if shape[-2:] == (1, 1):
        return lead
    return (*lead, cell[0]) if shape[-1] == 1 else cell


def _relative(left: float, right: float) -> float:
    size = max(abs(left), abs(right))
    return abs(left - right) / size if size else 0.0


def _shown_sizes(world: World) -> dict[str, int]:
    return {name.lstrip("?0123456789") or name: size for name, size in sorted(world.sizes.items()) if "·" not in name}
