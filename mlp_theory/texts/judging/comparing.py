"""Both sides of a relation at one draw, held against each other: what rounding explains is no difference."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_theory.symbolic import World
from mlp_theory.symbolic.numpy_code import numpy_code
from mlp_theory.symbolic.steps import ROUNDING_UNIT
from mlp_theory.symbolic.values import Array
from mlp_theory.texts.judging.both_sides import NotCompared, Sides, sides_at
from mlp_theory.texts.judging.findings import Finding, Task
from mlp_theory.texts.judging.rounding import is_exact
from mlp_theory.texts.verdicts.kinds.false import FALSE


@dataclass(frozen=True)
class Compared:
    """Two sides at one draw.

    Attributes
    ----------
    excess : float
        The largest difference beyond rounding; the relation is violated where it is positive.
    touches : bool
        Whether the sides are equal to rounding somewhere, where the relation says that they are not.
    cancels : bool
        Whether both sides are equal everywhere, to the rounding of their terms alone.
    noise, size, magnitude : float
        The rounding that the largest entries may carry, how large they are, and how large their terms.
    left, right : float
        Both values at the place that differs most; of an inequality, where it is nearest to failing.
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
    touches: bool
    cancels: bool
    noise: float
    size: float
    magnitude: float
    left: float
    right: float
    entry: tuple[int, ...]
    indices: dict[str, int]
    cell: tuple[int, int]
    error: float


def compare_at(task: Task, world: World) -> Compared | NotCompared:
    """Evaluate both sides at one draw and compare them."""
    sides = sides_at(task, world)
    if isinstance(sides, NotCompared):
        return sides
    with np.errstate(all="ignore"):
        return compare(task.relation, sides)


def compare(relation: str, sides: Sides) -> Compared:
    """Compare two values where the relation is claimed."""
    a, b, keep = sides.left, sides.right, sides.keep
    each = np.maximum(np.abs(a), np.abs(b))
    size = float(np.max(each[keep]))
    bare = ROUNDING_UNIT * sides.magnitude
    # What underflows beside entries forty orders larger says nothing.
    noise = bare + 1e-290 + 1e-40 * size
    equal = keep & (np.abs(a - b) <= bare)
    slack = _slack(relation, sides, equal)
    gap = np.maximum(slack, 0.0)
    # The worst place by how far it lies outside of what rounding explains; else where it is nearest to that.
    order = np.where(gap > 0, gap / noise, slack)
    place = np.unravel_index(int(np.argmax(np.where(keep, order, -np.inf))), keep.shape)
    *lead, row, column = (int(k) + 1 for k in place)
    # The noise of the largest entries decides whether the draw says anything.
    large = keep & (each >= 0.1 * size)
    typical = float(np.max(noise[large]))
    # Of what cancels to zero, the size is that of the terms.
    magnitude = float(np.max(sides.magnitude[keep]))
    scale = size if size > typical else magnitude
    error = float(np.max(gap[keep])) / scale if scale > 0 else 0.0
    return Compared(
        excess=float(np.max((gap - noise)[keep])),
        touches=bool(_same_arrays(equal, keep).any() if relation == "!=" else relation in ("<", ">") and equal.any()),
        cancels=bool(equal[keep].all()),
        noise=typical,
        size=size,
        magnitude=magnitude,
        left=float(a[place]),
        right=float(b[place]),
        entry=_shown_entry(tuple(lead), (row, column), keep.shape),
        indices=dict(zip(sides.axes, lead, strict=True)),
        cell=(row, column),
        error=error if relation == "=" else 0.0,
    )


def violated(task: Task, found: Compared, world: World) -> bool:
    """Whether a draw shows that the relation is false.

    Sides that are equal to rounding say something against < or ≠ only where no rounding can have made them equal: e^x
    is larger than 1 + x, also where x is 10⁻⁹.
    """
    if world.near_kink:
        return False
    return found.excess > 0 or (found.touches and not world.absorbed and is_exact(task, world))


def counterexample(task: Task, found: Compared, world: World, draws: int = 0) -> Finding:
    """That a relation is false, and where; it may have held at some draws before."""
    indices = dict.fromkeys(task.axes, 1) | found.indices
    return Finding(
        FALSE,
        draws=draws,
        error=_relative(found.left, found.right),
        sizes=_shown_sizes(world),
        entry=found.entry,
        values=(found.left, found.right),
        world=world,
        code=numpy_code(world, task.left, task.right, indices, found.cell),
    )


def _slack(relation: str, sides: Sides, equal: Array) -> Array:
    """By how much the relation is violated, entry by entry; negative where there is room left."""
    a, b = sides.left, sides.right
    if relation in ("<", "<="):
        return a - b
    if relation in (">", ">="):
        return b - a
    if relation == "!=":
        return np.where(_same_arrays(equal, sides.keep), 0.0, -np.abs(a - b))
    return np.abs(a - b)


def _same_arrays(equal: Array, keep: Array) -> Array:
    """Where all entries are equal: two columns differ as soon as one of their entries does."""
    return keep & np.all(np.logical_or(equal, ~keep), axis=(-2, -1), keepdims=True)


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
