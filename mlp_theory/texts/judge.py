"""Judging: two sides, each evaluated from its own text, at draws of sizes, values and scales."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from mlp_theory.symbolic import Dimensions, EvaluationError, World
from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.limits import MemoryLimitError, TimeLimitError
from mlp_theory.symbolic.numpy_code import numpy_code
from mlp_theory.symbolic.world import NEAR_KINK
from mlp_theory.texts.judging.attack import attack
from mlp_theory.texts.judging.compare import Comparison, compare_at, counterexample
from mlp_theory.texts.judging.draws import Draws
from mlp_theory.texts.judging.findings import UNDECIDED, Finding, Task
from mlp_theory.texts.symbols import Info

RESOLUTION = 1e-4
"""Where rounding alone could hide a part of this size, a draw decides nothing."""

MORE_DRAWS = 5
ENOUGH = 3
"""At fewer draws than this, a relation that is rarely defined is not judged."""

ONES = 3
"""How many sizes are set to 1, one after the other."""

FIRST_OF_ONES = 1000
"""The number of the first of these draws: one that no other draw has."""


@dataclass
class Tally:
    """What the draws of one relation gave: how many it held at, and what became of the others."""

    attempts: int = 0
    good: int = 0
    worst: float = 0.0
    undefined: int = 0
    kinks: int = 0
    absorbed: int = 0
    vanished: int = 0
    unresolved: int = 0
    branches: dict[object, list[bool]] = field(default_factory=dict)

    def add(self, found: Comparison, world: World, zero: bool) -> None:
        """Count a draw at which no difference was seen, if a difference would have been."""
        for key, (first, second) in world.branches.items():
            seen = self.branches.setdefault(key, [False, False])
            seen[0] |= first
            seen[1] |= second
        if world.absorbed:
            self.absorbed += 1
            return
        if found.size == 0 or found.size <= found.noise:
            self.vanished += 1
            if not zero:
                return
        elif found.noise > RESOLUTION * found.size:
            self.unresolved += 1
            return
        self.good += 1
        self.worst = max(self.worst, found.error)

    def every_branch(self) -> bool:
        """Whether every condition of a piecewise function has been met and not met."""
        return all(all(seen) for seen in self.branches.values())

    def doubt(self, draws: int) -> str:
        """Why these draws decide nothing; nothing when they do."""
        if self.good == 0:
            if self.absorbed or self.unresolved:
                return "what it says lies below the resolution of the arithmetic"
            if self.vanished:
                return "both sides vanish at every draw: nothing was tested"
            if self.kinks and not self.undefined:
                return "every draw lay too near to a kink"
            return "it was not a number at any draw"
        if self.good < min(ENOUGH, draws):
            return f"only {self.good} of {self.attempts} draws could be judged"
        return ""


class Judge:
    """Tests relations on one page.

    Parameters
    ----------
    book, dimensions, infos
        What the page knows.
    seed, draws, seconds
        Of the draws, and how long one equation may take.
    avoid : frozenset of int
        Sizes that are not drawn.
    """

    def __init__(
        self,
        book: Book,
        dimensions: Dimensions,
        infos: dict[str, Info],
        *,
        seed: int = 0,
        draws: int = 12,
        seconds: float = 5.0,
        avoid: frozenset[int] = frozenset(),
    ):
        self.draws = Draws(book, dimensions, infos, seed, avoid)
        self.n_draws, self.seconds = draws, seconds

    def test(self, task: Task) -> Finding:
        """Whether a relation holds at all draws."""
        deadline = time.perf_counter() + self.seconds
        tally = Tally()
        found = self._draw(task, tally, deadline)
        if found is not None:
            return found
        doubt = tally.doubt(self.n_draws)
        if doubt:
            return Finding("unread", doubt)
        if task.relation not in ("=", "!="):
            found = attack(task, self.draws, deadline)
        found = found or self._with_a_size_of_one(task, deadline)
        if found is not None:
            return found
        if not tally.every_branch():
            return Finding("unread", "a branch of a piecewise function was never reached", tally.good)
        return Finding("holds", "", tally.good, error=tally.worst)

    def _draw(self, task: Task, tally: Tally, deadline: float) -> Finding | None:
        """Compare the sides at draw after draw, until enough is seen or something is found."""
        limit = self.n_draws * MORE_DRAWS + 10
        margin = None
        while tally.attempts < limit and not (tally.good >= self.n_draws and tally.every_branch()):
            if margin is None:
                world = self.draws.kept_world(tally.attempts)
            else:
                world = self.draws.world(tally.attempts)
                world.margin = margin
            tally.attempts += 1
            world.deadline = deadline
            try:
                found = compare_at(task, world)
            except EvaluationError as error:
                return Finding("unread", str(error), tally.good)
            except (MemoryLimitError, MemoryError):
                return Finding("unread", "it needs more memory than one equation may", tally.good)
            except TimeLimitError:
                return Finding("unread", f"it takes longer than {self.seconds:g} seconds", tally.good)
            if world.margin > NEAR_KINK:
                margin = max(margin or 0.0, world.margin)
                self.draws.forget()  # what was noticed of kinks was noticed with another margin
            if found is None:
                tally.undefined += 1
            elif world.near_kink:
                tally.kinks += 1
            elif found.excess > 0:
                return counterexample(found, world, tally.good, _code(task, world, found))
            else:
                tally.add(found, world, task.zero)
        return None

    def _with_a_size_of_one(self, task: Task, deadline: float) -> Finding | None:
        """A claim for all sizes is one for a single class, sample or unit too, where it is still defined there."""
        names = sorted(name for name in self.draws.dims.roots() if "·" not in name and not name.startswith("?"))
        for number, name in enumerate(names[:ONES]):
            world = self.draws.kept_world(FIRST_OF_ONES + number, name)
            world.deadline = deadline
            try:
                found = compare_at(task, world)
            except (*UNDECIDED, ValueError, IndexError):
                continue
            if found is not None and not world.near_kink and found.excess > 0:
                return counterexample(found, world, 0, _code(task, world, found))
        return None


def _code(task: Task, world: World, found: Comparison) -> str | None:
    indices = dict.fromkeys(task.axes, 1) | found.indices
    return numpy_code(world, task.left, task.right, indices, found.cell)
