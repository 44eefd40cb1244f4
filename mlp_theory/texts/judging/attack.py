"""Inequalities under attack: an optimiser looks for a place where one fails, from several draws and scales."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from mlp_theory.symbolic import EvaluationError, World
from mlp_theory.symbolic.limits import TimeLimitError, in_time
from mlp_theory.texts.judging.comparing import Compared, compare_at, counterexample, violated
from mlp_theory.texts.judging.draws import Draws
from mlp_theory.texts.judging.findings import UNDECIDED, Finding, Task
from mlp_theory.texts.judging.moving import Movable
from mlp_theory.texts.judging.rounding import is_exact
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.undecided import TooClose

UNDEFINED = 1e3
"""What a place counts where the relation is not defined: the optimiser is to leave it."""

EVALUATIONS, FOR_EACH = 140, 2
"""How often one search evaluates a claim: so often, and so often more for each number that moves."""

SMALLEST, LARGEST = 1e-3, 8.0
"""Between numbers of this size no exponential hides another: (x² − 2)² > 0 fails, at a place that no number hits."""

NEARER = TooClose("somewhere both sides are equal, or come nearer to each other than can be told")

NOTHING_MOVES = "nothing in it can be moved"

Measure = Callable[[np.ndarray], float]


@dataclass(frozen=True)
class Attack:
    """What became of an attack.

    Attributes
    ----------
    outcome : {"attacked", "not attacked", "interrupted"}
    why : str
        What kept it from being one.
    finding : Finding, optional
        The counterexample that was found.
    """

    outcome: str
    why: str = ""
    finding: Finding | None = None


class FoundError(Exception):
    """The attack has succeeded."""

    def __init__(self, finding: Finding):
        super().__init__()
        self.finding = finding


def attack(task: Task, draws: Draws, deadline: float) -> Attack:
    """Look for a place where an inequality fails."""
    touching: list[World] = []

    def begin(movable: Movable) -> Measure:
        return lambda point: _margin(point, task, movable, touching)

    def touch(world: World) -> None:
        if task.relation in ("<", ">"):
            judge_at(task, world)

    attacked = search(task, draws, deadline, begin, touch)
    if attacked.finding is None and touching:
        return Attack("attacked", finding=Finding(UNREAD, NEARER))
    return attacked


def search(
    task: Task, draws: Draws, deadline: float, begin: Callable[[Movable], Measure], touch: Callable[[World], object]
) -> Attack:
    """Minimise from several draws and scales, until `FoundError` ends it.

    Parameters
    ----------
    task, draws, deadline
        What is attacked, where it begins, and when it must end.
    begin : callable
        Gives, for what moves in a draw, what is to be minimised over a point.
    touch : callable
        Looks at the end of each search once more, where its numbers are rounded to exact ones.
    """
    from scipy.optimize import minimize

    finished, why = 0, "no place was found to start from"
    for number in range(len(SEARCHES)):
        try:
            movable, point = start_of(task, draws, number, deadline)
            if not movable.moved.size:
                return Attack("not attacked", NOTHING_MOVES)
            options = {"maxfev": EVALUATIONS + FOR_EACH * point.size, "xtol": 1e-10, "ftol": 1e-14}
            end = minimize(begin(movable), point, method="Powell", options=options).x
            touch(movable.world_at(np.atleast_1d(end), rounded=True))
            finished += 1
        except FoundError as failure:
            return Attack("attacked", finding=failure.finding)
        except TimeLimitError:
            return Attack("attacked" if finished else "interrupted")
        except UNDECIDED as error:
            why = str(error) or "it needs too much memory"
    return Attack("attacked") if finished else Attack("not attacked", why)


SEARCHES = ((0, 1.0), (1, 10.0), (2, 0.1), (3, 1.0), (0, 0.0), (1, 0.0))
"""Of each search the draw that it begins at, and its scale; at the scale 0 all begins at zero, or with one entry."""


def start_of(task: Task, draws: Draws, number: int, deadline: float) -> tuple[Movable, np.ndarray]:
    """Where a search begins: what moves in a draw, and the point."""
    draw, scale = SEARCHES[number]
    world = draws.world(draw)
    world.deadline = deadline
    compare_at(task, world)  # so that every letter of it has a value
    rng = np.random.default_rng([draws.seed, number])
    movable = Movable.of(world, draws.infos, rng)
    point = movable.start[movable.moved] * scale
    if not scale and draw and point.size:
        point[rng.integers(point.size)] = 1.0
    return movable, point


def _margin(point: np.ndarray, task: Task, movable: Movable, touching: list[World]) -> float:
    """How far the inequality is from failing at a point, relative to its sides; `touching` gets where they meet."""
    world = movable.world_at(point)
    found = judge_at(task, world)
    if found is None:
        return UNDEFINED
    if found.touches and not world.absorbed and not task.tests and _is_moderate(point, world):
        touching.append(world)
    gap = (found.left - found.right) if task.relation in ("<", "<=") else (found.right - found.left)
    return -gap / (1.0 + abs(found.left) + abs(found.right))


def _is_moderate(point: np.ndarray, world: World) -> bool:
    """Whether no number is so large or so small that all else is lost beside it, as in e^x > 1 + x at x = 10⁻⁹."""
    return bool(np.all(np.abs(point) <= LARGEST)) and all(
        bool(np.all(np.abs(leaf.v) >= SMALLEST)) for leaf in world.leaves.values()
    )


def judge_at(task: Task, world: World, exact: bool = False) -> Compared | None:
    """Both sides at a place, None where they are not defined; raises `FoundError` where the relation fails.

    With `exact`, only where its letters are numbers with which one calculates without rounding.
    """
    in_time(world.deadline)
    try:
        found = compare_at(task, world)
    except EvaluationError:
        return None
    if not isinstance(found, Compared):
        return None
    if violated(task, found, world) and (not exact or is_exact(task, world)):
        raise FoundError(counterexample(task, found, world))
    return found


def found_at(task: Task, tries: Iterator[World]) -> Finding | None:
    """The first of these places at which a relation is seen to be false."""
    for world in tries:
        try:
            judge_at(task, world)
        except FoundError as failure:
            return failure.finding
        except UNDECIDED:
            continue
    return None
