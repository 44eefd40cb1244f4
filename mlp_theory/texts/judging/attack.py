"""Inequalities under attack: an optimiser looks for a place where one fails, from several draws and scales."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from mlp_theory.symbolic import Value, World
from mlp_theory.symbolic.limits import TimeLimitError
from mlp_theory.texts.judging.compare import compare_at, counterexample
from mlp_theory.texts.judging.domains import from_free, is_movable, to_free
from mlp_theory.texts.judging.draws import Draws
from mlp_theory.texts.judging.findings import UNDECIDED, Finding, Task
from mlp_theory.texts.symbols import Info

ATTACKS = 4
MAX_MOVABLE = 60
"""More numbers than this an optimiser without gradients does not move in the time of one equation."""

UNDEFINED = 1e3
"""What a place counts where the relation is not defined: the optimiser is to leave it."""


class _Found(Exception):  # noqa: N818
    """The attack has succeeded."""

    def __init__(self, finding: Finding):
        super().__init__()
        self.finding = finding


@dataclass
class _Movable:
    """The letters of a draw whose values may move, and the free numbers that move them."""

    keys: list[str]
    shapes: list[tuple[int, ...]]
    domains: list[str]

    @classmethod
    def of(cls, world: World, infos: dict[str, Info]) -> _Movable:
        """Those of a draw in which all letters have been evaluated."""
        keys = [key for key in sorted(world.leaves) if is_movable(infos[key].domain)]
        return cls(keys, [world.leaves[key].v.shape for key in keys], [infos[key].domain for key in keys])

    def count(self) -> int:
        """How many numbers there are."""
        return sum(int(np.prod(shape)) for shape in self.shapes)

    def free_numbers(self, world: World) -> np.ndarray:
        """Where the draw itself stands."""
        return np.concatenate(
            [to_free(world.leaves[key].v.ravel(), domain) for key, domain in zip(self.keys, self.domains, strict=True)]
        )

    def leaves(self, world: World, point: np.ndarray) -> dict[str, Value]:
        """All values of the draw, those that move taken from a point."""
        leaves = dict(world.leaves)
        k = 0
        for key, shape, domain in zip(self.keys, self.shapes, self.domains, strict=True):
            size = int(np.prod(shape))
            array = from_free(point[k : k + size], domain).reshape(shape)
            k += size
            leaves[key] = Value(world.leaves[key].axes, array, np.abs(array))
        return leaves


def attack(task: Task, draws: Draws, deadline: float) -> Finding | None:
    """Look for a place where an inequality fails; None when none was found."""
    from scipy.optimize import minimize

    options = {"maxfev": 160, "xtol": 1e-10, "ftol": 1e-14}
    for start in range(ATTACKS):
        world = draws.world(start)
        try:
            compare_at(task, world)  # so that every letter of it has a value
        except UNDECIDED:
            return None
        movable = _Movable.of(world, draws.infos)
        if not 0 < movable.count() <= MAX_MOVABLE:
            return None
        point = movable.free_numbers(world) * (1.0, 10.0, 0.1)[start % 3]
        try:
            minimize(_margin, point, (task, world, movable, deadline), method="Powell", options=options)
        except _Found as found:
            return found.finding
        except UNDECIDED:
            return None
    return None


def _margin(point: np.ndarray, task: Task, world: World, movable: _Movable, deadline: float) -> float:
    """How far the inequality is from failing at a point, relative to its sides; raises `_Found` where it fails."""
    if time.perf_counter() > deadline:
        raise TimeLimitError
    moved = World(
        world.book, world.dimensions, world.sizes, world.draw, world.seed, deadline, leaves=movable.leaves(world, point)
    )
    found = compare_at(task, moved)
    if found is None:
        return UNDEFINED
    gap = (found.left - found.right) if task.relation in ("<", "<=") else (found.right - found.left)
    touching = task.relation in ("<", ">") and gap >= 0 and not moved.absorbed and found.left == found.right
    if (found.excess > 0 or touching) and not moved.near_kink:
        raise _Found(counterexample(found, moved))
    return -gap / (1.0 + abs(found.left) + abs(found.right))
