"""What the draws of one relation gave, and whether that is enough."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.symbolic import World
from mlp_theory.texts.judging.both_sides import NotCompared
from mlp_theory.texts.judging.comparing import Compared
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.judging.rounding import NORMAL, is_exact
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.undecided import BelowResolution, BothVanish, NearKink, TooClose, TooFewDraws
from mlp_theory.texts.verdicts.reasons.unread_indices import BeyondRange

RESOLUTION = 1e-4
"""Where rounding alone could hide a part of this size, a draw decides nothing."""

ENOUGH = 3
"""At fewer draws than this, a relation that is rarely defined is not judged."""

Branches = dict[object, list[bool]]


@dataclass
class Tally:
    """How many draws a relation held at, and what became of the others.

    Attributes
    ----------
    good : int
        Draws at which it held, and would have been seen to fail.
    branches, beyond : dict
        The sides of every condition that were met where the relation is claimed, and where it is not.
    """

    attempts: int = 0
    good: int = 0
    worst: float = 0.0
    undefined: int = 0
    outside: int = 0
    one_sided: int = 0
    kinks: int = 0
    absorbed: int = 0
    vanished: int = 0
    touched: int = 0
    unresolved: int = 0
    branches: Branches = field(default_factory=dict)
    beyond: Branches = field(default_factory=dict)

    def add(self, task: Task, found: Compared, world: World, underflows: bool) -> None:
        """Count a draw at which no difference was seen, if a difference would have been."""
        _meet(self.branches, world)
        if world.absorbed:
            self.absorbed += 1
            return
        if found.touches and not is_exact(task, world):
            self.touched += 1
            return
        if found.size == 0 or found.size <= found.noise:
            self.vanished += 1
            # Zero is what is claimed; but what has underflowed is no zero.
            normal = found.magnitude > NORMAL or (found.magnitude == 0 and not underflows)
            if not (task.zero and found.cancels and normal):
                return
        elif found.noise > RESOLUTION * found.size:
            self.unresolved += 1
            return
        self.good += 1
        self.worst = max(self.worst, found.error)

    def miss(self, why: NotCompared, world: World, moderate: bool) -> None:
        """Count a draw at which there was nothing to compare; in a `moderate` one nothing overflows."""
        if why is NotCompared.EXCLUDED:
            _meet(self.beyond, world)
        else:
            self.undefined += 1
            self.one_sided += moderate and why is NotCompared.ONE_SIDED

    def every_branch(self) -> bool:
        """Whether every condition of a piecewise function has been met and not met."""
        return all(all(seen) for seen in self.branches.values())

    def every_branch_in_reach(self) -> bool:
        """The same, but for those that only draws met of which the relation does not speak."""
        none = [False, False]
        return all(
            side or other
            for key, seen in self.branches.items()
            for side, other in zip(seen, self.beyond.get(key, none), strict=True)
        )

    def doubt(self, draws: int) -> Reason | None:
        """Why these draws decide nothing; None when they do."""
        if self.good == 0:
            if self.absorbed or self.unresolved:
                return BelowResolution("what it says lies below the resolution of the arithmetic")
            if self.touched:
                return TooClose("both sides are equal to rounding at every draw")
            if self.vanished:
                return BothVanish("both sides vanish at every draw: nothing was tested")
            if self.kinks and not self.undefined:
                return NearKink("every draw lay too near to a kink")
            if self.outside and not self.undefined:
                return BeyondRange("a range reaches beyond its matrix at every draw")
            return (NotCompared.NO_NUMBER if self.undefined else NotCompared.EXCLUDED).value
        if self.good < min(ENOUGH, draws):
            return TooFewDraws(f"only {self.good} of {self.attempts} draws could be judged")
        return None


def _meet(branches: Branches, world: World) -> None:
    for key, (first, second) in world.branches.items():
        seen = branches.setdefault(key, [False, False])
        seen[0] |= first
        seen[1] |= second
