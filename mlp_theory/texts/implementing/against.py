"""A function at the draws of a page, against the right side of an equation."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from mlp_theory.symbolic import EvaluationError, Frame, World, evaluate
from mlp_theory.symbolic.limits import MemoryLimitError, TimeLimitError
from mlp_theory.symbolic.values import Array
from mlp_theory.texts.implementing.arrays import columns_of, right_side
from mlp_theory.texts.implementing.calling import Caller, CallError
from mlp_theory.texts.implementing.code_names import Letter
from mlp_theory.texts.implementing.letters import Letters
from mlp_theory.texts.implementing.smooth import Smooth
from mlp_theory.texts.judging.draws import Draws
from mlp_theory.texts.judging.findings import Finding, Task
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.beyond_limits import OutOfMemory
from mlp_theory.texts.verdicts.reasons.of_functions import EntriesDiffer, FunctionFails
from mlp_theory.texts.verdicts.reasons.undecided import BothVanish, NoValue

MORE_DRAWS = 5
"""How many times as many draws are tried, where one says nothing."""

RESOLVED = 1e-3
"""A draw whose largest entry is not known to this part of itself says nothing."""


def tolerance_of(found: Array) -> float:
    """Half of the digits of the numbers that a function returns.

    Its own order of sums is not known, nor what it loses by it; no slip is as small as that, beside the terms of the
    equation.
    """
    kind: Any = found.dtype if found.dtype.kind == "f" else float
    return float(np.sqrt(np.finfo(kind).eps))


class Against:
    """A judge that tests not whether the two sides agree, but whether a function computes the right one.

    Parameters
    ----------
    page, draws
        What the page knows, and its draws.
    who, function, parameters, part
        The function, what it takes, and which of its results is meant.
    count : int
        At how many draws it is tested.
    """

    def __init__(
        self,
        page: Page,
        draws: Draws,
        who: str,
        function: Callable[..., Any],
        parameters: Sequence[inspect.Parameter],
        part: int | None,
        count: int,
    ):
        self.page, self.draws, self.who, self.count = page, draws, who, count
        self.parameters = parameters
        self.function, self.part = function, part
        self.loops: dict[str, int] = {}
        self.letters: dict[str, Letter] = {}
        self.notes: dict[str, None] = {}
        self.tolerance = 0.0
        self.arguments: list[Any] = []
        self.shape: tuple[int, ...] = ()

    def test(self, task: Task) -> Finding:
        """Hold the function against the right side, at draw after draw."""
        self._match(task)
        if len(task.axes) == 2:
            rows, columns = (letter for letter, _ in task.axes.values())
            self.notes[f"the rows of the result are {rows}, its columns {columns}"] = None
        called = [p for p in self.parameters if p.name in self.letters]
        caller = Caller(self.who, self.function, called, self.part)
        good, worst = 0, 0.0
        why: Reason = BothVanish("every entry of the equation vanishes, or is lost in rounding, at every draw")
        for draw in range(self.count * MORE_DRAWS + 10):
            if good >= self.count:
                break
            world = self.draws.world(draw)
            try:
                expected, size, keep = right_side(task, world)
                values = [self._argument(self.letters[p.name], world) for p in called]
            except EvaluationError as error:
                return Finding(UNREAD, NoValue(str(error)))
            except (MemoryLimitError, MemoryError, TimeLimitError):
                return Finding(UNREAD, OutOfMemory("it needs more memory or time than one equation may"))
            if world.near_kink or not (np.isfinite(expected[keep]).all() and np.isfinite(size[keep]).all()):
                why = NoValue("the equation has no value at the draws, or lies next to a kink")
                continue
            try:
                found = caller(values, expected.shape)
            except CallError as error:
                return Finding(UNREAD, FunctionFails(str(error)), good)
            self.notes.update(caller.notes)
            self.tolerance = tolerance_of(found)
            gap = np.abs(found - expected)
            allowed = self.tolerance * size
            wrong = keep & ~(gap <= allowed)
            if wrong.any():
                self.shape = expected.shape
                self.arguments = [_given(value, bool(caller.flat)) for value in values]
                return _differs(found, expected, wrong, gap, world, good)
            largest = float(np.abs(expected[keep]).max(initial=0.0))
            if largest > 0 and float(allowed[keep & (np.abs(expected) == largest)].max()) <= RESOLVED * largest:
                good += 1
                worst = max(worst, float((gap[keep] / np.where(size > 0, size, 1.0)[keep]).max()))
        if good < self.count:
            return Finding(UNREAD, why, good)
        return Finding(HOLDS, draws=good, error=worst)

    def _match(self, task: Task) -> None:
        """Find the letter of every argument; one with a default value need not be one."""
        letters = Letters(self.page, task.right, self.loops)
        self.letters = {}
        for parameter in self.parameters:
            try:
                self.letters[parameter.name] = letters.find(self.who, parameter.name)
            except ValueError:
                if parameter.default is parameter.empty:
                    raise
                self.notes[f"{parameter.name} is no letter of the page, and keeps its default value"] = None

    def _argument(self, letter: Letter, world: World) -> Array | float | Smooth:
        if letter.function is not None:
            return Smooth(*letter.function, world)
        assert letter.node is not None
        with np.errstate(all="ignore"):
            value = evaluate(letter.node, Frame(world))
        if letter.number:
            return float(value.v.real.reshape(-1)[0])
        return columns_of(value)


def _given(value: Array | float, flat: bool) -> Any:
    """An argument as it was given, for the counterexample."""
    return value.ravel() if flat and isinstance(value, np.ndarray) and 1 in value.shape else value


def _differs(found: Array, expected: Array, wrong: Array, gap: Array, world: World, draws: int) -> Finding:
    place = np.unravel_index(int(np.argmax(np.where(wrong, np.nan_to_num(gap, nan=np.inf), -1.0))), gap.shape)
    left, right = float(found[place]), float(expected[place])
    size = max(abs(left), abs(right))
    sizes = {name: size for name, size in sorted(world.sizes.items()) if not name.startswith("?") and "·" not in name}
    return Finding(
        FALSE,
        EntriesDiffer(f"{int(wrong.sum())} of {wrong.size} entries differ"),
        draws,
        error=abs(left - right) / size if size else 0.0,
        sizes=sizes,
        entry=tuple(int(k) + 1 for k in place),
        values=(left, right),
        world=world,
    )
