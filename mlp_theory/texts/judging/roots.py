"""What is claimed to differ, under attack: a search for a place where both sides are equal.

Near to e^x = 1 + x, at x = 10⁻⁹, both sides are equal to rounding although they are not. So a root counts only
where the difference changes its sign, or where one calculates without any rounding.
"""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic import EvaluationError, World
from mlp_theory.symbolic.limits import in_time
from mlp_theory.symbolic.steps import ROUNDING_UNIT
from mlp_theory.texts.judging.attack import UNDEFINED, Attack, FoundError, judge_at, search
from mlp_theory.texts.judging.both_sides import NotCompared, Sides, sides_at
from mlp_theory.texts.judging.comparing import compare, counterexample
from mlp_theory.texts.judging.draws import Draws
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.judging.moving import Movable
from mlp_theory.texts.judging.rounding import NORMAL

HALVINGS = 200


def seek_root(task: Task, draws: Draws, deadline: float) -> Attack:
    """Look for a place where two sides that are said to differ are equal."""
    return search(
        task,
        draws,
        deadline,
        begin=lambda movable: _Search(task, movable).distance,
        touch=lambda world: judge_at(task, world, exact=True),
    )


class _Search:
    """Follows the difference of the sides, and where it has had which sign."""

    def __init__(self, task: Task, movable: Movable):
        self.task, self.movable = task, movable
        self.seen: dict[tuple[int, bool], np.ndarray] = {}  # for each entry and sign a point
        self.done: set[int] = set()

    def distance(self, point: np.ndarray) -> float:
        """How far the sides lie apart where they are nearest; raises `FoundError` at a root."""
        found = self._sides(point)
        if found is None:
            return UNDEFINED
        _, sides = found
        gap = np.abs(sides.left - sides.right) / (1.0 + np.abs(sides.left) + np.abs(sides.right))
        if sides.left.shape[-2:] == (1, 1):
            self._note_signs(point, sides)
        # Two columns are as far apart as their entries that are farthest apart.
        gap = np.where(sides.keep, gap, 0.0).max(axis=(-2, -1))
        return float(np.min(gap[sides.keep.any(axis=(-2, -1))]))

    def _sides(self, point: np.ndarray) -> tuple[World, Sides] | None:
        world = self.movable.world_at(point)
        in_time(world.deadline)
        try:
            sides = sides_at(self.task, world)
        except EvaluationError:
            return None
        return None if isinstance(sides, NotCompared) else (world, sides)

    def _note_signs(self, point: np.ndarray, sides: Sides) -> None:
        difference = (sides.left - sides.right).ravel()
        clear = np.abs(difference) > ROUNDING_UNIT * sides.magnitude.ravel()  # rounding has either sign
        for entry in np.flatnonzero(sides.keep.ravel() & clear).tolist():
            positive = bool(difference[entry] > 0)
            self.seen[entry, positive] = point.copy()
            other = self.seen.get((entry, not positive))
            if other is not None and entry not in self.done:
                self.done.add(entry)
                self._halve(entry, point, other, positive)

    def _halve(self, entry: int, near: np.ndarray, far: np.ndarray, positive: bool) -> None:
        """Narrow down a change of sign, until the sides are equal to the rounding of their terms."""
        for _ in range(HALVINGS):
            middle = (near + far) / 2
            found = self._sides(middle)
            if found is None or not found[1].keep.ravel()[entry]:
                return
            world, sides = found
            difference = float((sides.left - sides.right).ravel()[entry])
            magnitude = float(sides.magnitude.ravel()[entry])
            if abs(difference) <= ROUNDING_UNIT * magnitude and magnitude > NORMAL:
                if not (world.near_kink or world.absorbed):
                    raise FoundError(counterexample(self.task, compare(self.task.relation, sides), world))
                return
            if (difference > 0) == positive:
                near = middle
            else:
                far = middle
