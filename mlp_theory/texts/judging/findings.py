"""What is asked of the judge, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.symbolic import EvaluationError, Node, World
from mlp_theory.symbolic.limits import MemoryLimitError, TimeLimitError
from mlp_theory.texts.verdicts.kind import Kind
from mlp_theory.texts.verdicts.reason import Reason

UNDECIDED = (EvaluationError, MemoryLimitError, TimeLimitError, MemoryError)
"""What may come of an evaluation instead of a value: it says nothing against the claim."""


@dataclass
class Task:
    """A relation between two expressions, ready to be tested.

    Attributes
    ----------
    axes : dict of str to (str, dim)
        Free indices: for the axis of each, its letter and how many there are.
    tests : list of Node
        Where the relation is claimed: 1 or 0.
    zero : bool
        Whether one side is the number 0.
    """

    left: Node
    right: Node
    relation: str
    axes: dict[str, tuple[str, object]]
    tests: list[Node]
    zero: bool = False


@dataclass
class Finding:
    """What the draws have shown.

    Attributes
    ----------
    draws : int
        At how many the relation held.
    error : float, optional
        The largest relative difference of the two sides.
    sizes, entry, values, world, code
        Of the counterexample: its sizes, the entry (counted from 1), both values there, the draw, and NumPy that
        repeats it.
    """

    kind: Kind
    reason: Reason | None = None
    draws: int = 0
    error: float | None = None
    sizes: dict[str, int] = field(default_factory=dict)
    entry: tuple[int, ...] = ()
    values: tuple[float, float] = (0.0, 0.0)
    world: World | None = None
    code: str | None = None
