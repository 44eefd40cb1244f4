"""A function at the draws of a page, against the right side of an equation."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from mlp_theory.symbolic import EvaluationError, Frame, World, evaluate
from mlp_theory.symbolic.arbitrary import smooth_function
from mlp_theory.symbolic.limits import MemoryLimitError, TimeLimitError
from mlp_theory.symbolic.values import Array, Value, constant
from mlp_theory.texts.implementing.calling import Caller, CallError
from mlp_theory.texts.implementing.letters import Letter, Letters
from mlp_theory.texts.judging.draws import Draws
from mlp_theory.texts.judging.findings import Finding, Task
from mlp_theory.texts.symbols.page import Page

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


class Smooth:
    """The smooth function that a draw has in the place of an arbitrary f, or of f', as a function of Python."""

    def __init__(self, key: str, order: int, world: World):
        slope, waves = smooth_function(world.rng(f"function {key}"))
        self._next = (key, order + 1, world)
        parts = [f"{slope!r} * x", f"{slope!r} + 0 * x"][order : order + 1]
        parts += [f"{a * w**order!r} * np.sin({w!r} * x + {phase + order * np.pi / 2!r})" for a, w, phase in waves]
        self.source = f"lambda x: {' + '.join(parts)}"
        self._call = eval(self.source, {"np": np})  # made of numbers that were drawn

    def __call__(self, x: Array) -> Array:
        """Its values, entry by entry."""
        return self._call(x)

    def derivative(self, x: Array) -> Array:
        """The values of its derivative."""
        return Smooth(*self._next)(x)


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
        why = "every entry of the equation vanishes, or is lost in rounding, at every draw"
        for draw in range(self.count * MORE_DRAWS + 10):
            if good >= self.count:
                break
            world = self.draws.world(draw)
            try:
                expected, size, keep = right_side(task, world)
                values = [self._argument(self.letters[p.name], world) for p in called]
            except EvaluationError as error:
                return Finding("unread", str(error))
            except (MemoryLimitError, MemoryError, TimeLimitError):
                return Finding("unread", "it needs more memory or time than one equation may")
            if world.near_kink or not (np.isfinite(expected[keep]).all() and np.isfinite(size[keep]).all()):
                why = "the equation has no value at the draws, or lies next to a kink"
                continue
            try:
                found = caller(values, expected.shape)
            except CallError as error:
                return Finding("unread", str(error), good)
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
            return Finding("unread", why, good)
        return Finding("holds", draws=good, error=worst)

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


def right_side(task: Task, world: World) -> tuple[Array, Array, Array]:
    """The right side as a matrix, the size of the terms that made it, and where it is claimed, all at one draw."""
    frame = Frame(world)
    counts: list[int] = []
    for axis, (_, dim) in task.axes.items():
        count = world.size(dim)  # type: ignore[arg-type]
        counts.append(count)
        frame = frame.at(axis, constant(np.arange(1.0, count + 1), (axis,)))
    with np.errstate(all="ignore"):
        right = evaluate(task.right, frame)
        masks = [evaluate(test, frame) for test in task.tests]
    axes = list(task.axes)
    shape = right.shape
    for mask in masks:
        shape = np.broadcast_shapes(shape, mask.shape)

    def matrix(value: Value, part: Array) -> Array:
        whole = _with_axes(value, part, axes, counts, shape)
        return _as_matrix(whole, len(axes))

    keep = np.ones_like(matrix(right, right.v.real), dtype=bool)
    for mask in masks:
        keep &= matrix(mask, mask.v.real) != 0
    return matrix(right, right.v.real), matrix(right, np.abs(right.m.real)), keep


def _with_axes(value: Value, part: Array, axes: list[str], counts: list[int], shape: tuple[int, ...]) -> Array:
    """All free indices as leading axes, in their order; a family keeps its own in front."""
    extra = [axis for axis in value.axes if axis not in axes]
    order = [*extra, *(axis for axis in axes if axis in value.axes)]
    part = part.transpose([value.axes.index(axis) for axis in order] + [len(order), len(order) + 1])
    lead = [part.shape[k] for k in range(len(extra))]
    inner = [part.shape[order.index(axis)] if axis in order else 1 for axis in axes]
    return np.broadcast_to(part.reshape(*lead, *inner, *part.shape[-2:]), (*lead, *counts, *shape))


def _as_matrix(array: Array, indices: int) -> Array:
    """Entries p_ij as a matrix, entries v_i as a column, columns x_i beside each other."""
    *lead, rows, columns = array.shape
    if not lead:
        return array
    if indices == 2 and (rows, columns) == (1, 1):
        return array[..., 0, 0]
    if len(lead) == 1 and columns == 1:
        return array[..., 0] if rows == 1 else array[..., 0].T
    if len(lead) == 1 and rows == 1:
        return array[:, 0, :]
    raise EvaluationError("it has more than two axes, and no array of the code is like that")


def columns_of(value: Value) -> Array:
    """A letter as code has it; a family of columns is a matrix, one sample a column."""
    v = value.v.real
    if not value.axes:
        return np.array(v)
    if v.ndim == 3 and v.shape[2] == 1:
        return np.array(v[:, :, 0].T)
    return np.array(v[:, 0, :]) if v.ndim == 3 and v.shape[1] == 1 else np.array(v)


def _given(value: Array | float, flat: bool) -> Any:
    """An argument as it was given, for the counterexample."""
    return value.ravel() if flat and isinstance(value, np.ndarray) and 1 in value.shape else value


def _differs(found: Array, expected: Array, wrong: Array, gap: Array, world: World, draws: int) -> Finding:
    place = np.unravel_index(int(np.argmax(np.where(wrong, np.nan_to_num(gap, nan=np.inf), -1.0))), gap.shape)
    left, right = float(found[place]), float(expected[place])
    size = max(abs(left), abs(right))
    sizes = {name: size for name, size in sorted(world.sizes.items()) if not name.startswith("?") and "·" not in name}
    return Finding(
        "false",
        f"{int(wrong.sum())} of {wrong.size} entries differ",
        draws,
        error=abs(left - right) / size if size else 0.0,
        sizes=sizes,
        entry=tuple(int(k) + 1 for k in place),
        values=(left, right),
        world=world,
    )
