"""Judging: two sides, each evaluated from its own text, at draws of sizes, values and scales."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np

from mlp_theory.symbolic import Dimensions, EvaluationError, Frame, Node, Value, World, evaluate
from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.limits import MemoryLimitError, TimeLimitError
from mlp_theory.symbolic.numpy_code import numpy_code
from mlp_theory.symbolic.values import align, constant
from mlp_theory.symbolic.world import NEAR_KINK
from mlp_theory.texts.page import Info

EPS = float(np.finfo(float).eps)
ROUNDING = 200
"""How many roundings of the magnitude of its terms a value may carry: a bound, not a tolerance to be tuned."""

RESOLUTION = 1e-4
"""Where rounding alone could hide a part of this size, a draw decides nothing."""

MORE_DRAWS = 5
ATTACKS = 4
ONES = 3


@dataclass
class Task:
    """A relation between two expressions, ready to be tested.

    Attributes
    ----------
    axes : dict of str to (str, dim)
        Free indices: for the axis of each, its letter and how many there are.
    tests : list of Node
        Where the relation is claimed: 1 or 0.
    """

    left: Node
    right: Node
    relation: str
    axes: dict[str, tuple[str, object]]
    tests: list[Node]
    zero: bool = False  # one side is the number 0
    where: str = ""  # "l = 2"


@dataclass
class Finding:
    """What the draws have shown."""

    verdict: str
    reason: str = ""
    draws: int = 0
    error: float | None = None
    sizes: dict[str, int] = field(default_factory=dict)
    entry: tuple[int, ...] = ()
    values: tuple[float, float] = (0.0, 0.0)
    world: World | None = None
    code: str | None = None


SCALES = (1.0, 1.0, 0.4, 2.0, 1.0, 0.1, 1.0, 3.0, 1.0, 0.03, 1.0, 10.0)


class Judge:
    """Tests relations on one page.

    Parameters
    ----------
    book, dimensions, infos
        What the page knows.
    seed, draws, seconds
        Of the draws, and how long one equation may take.
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
        self.book, self.dims, self.infos = book, dimensions, infos
        self.seed, self.draws, self.seconds, self.avoid = seed, draws, seconds, avoid
        self.at: dict[str, int] = {}
        self.entry = (1, 1)
        self.worlds: dict[tuple[int, str | None, frozenset[str]], World] = {}

    # Draws -----------------------------------------------------------------------------------------------

    def sizes(self, rng: np.random.Generator, one: str | None = None) -> dict[str, int]:
        """A size for every name: all different, none 1 (or just the one that is asked for)."""
        names = sorted({str(name) for name in self.dims.roots() if "·" not in str(name)})
        literal = set(self.dims.literals()) | set(self.avoid)
        pool = [k for k in range(3, 3 + len(names) + len(literal) + 3) if k not in literal]
        pool = pool[: max(len(names), 1) + 2]
        picked = [int(pool[k]) for k in rng.permutation(len(pool))[: len(names)]]
        out = dict(zip(names, picked, strict=True))
        if one is not None:
            out[one] = 1
        for name in sorted(str(n) for n in self.dims.roots() if "·" in str(n)):
            product = 1
            for part in name.split("·"):
                product *= int(part) if part.isdigit() else out.get(str(self.dims.find(part)), 1)
            out[name] = product
        return out

    def world(self, draw: int, one: str | None = None) -> World:
        """One draw."""
        rng = np.random.default_rng([self.seed, draw, 1])
        style = ("normal", "normal", "unit", "positive")[draw % 4] if draw % 8 != 4 else "normal"
        scale = SCALES[draw % len(SCALES)]
        world = World(
            self.book, self.dims, self.sizes(rng, one), lambda key, rng: np.zeros((1, 1)), int(rng.integers(2**31))
        )

        def draw_leaf(key: str, rng: np.random.Generator) -> np.ndarray:
            info = self.infos[key]
            shape = self._shape(info, world)
            high = world.size(info.high) if info.high is not None else 0
            return draw_array(info.domain, shape, rng, style, scale, high)

        world.draw = draw_leaf
        return world

    def known_world(self, draw: int, one: str | None = None) -> World:
        """A draw that earlier claims of the page may have used: what they have computed is kept."""
        key = (draw, one, frozenset(self.dims.roots()))
        world = self.worlds.get(key)
        if world is None:
            world = self.worlds[key] = self.world(draw, one)
            world.base = Frame(world)
            return world
        world.near_kink, world.absorbed, world.branches = False, False, {}
        for name in list(world.leaves):
            info = self.infos.get(name)
            if info is None or world.leaves[name].v.shape != self._shape(info, world):
                del world.leaves[name]  # a letter of an earlier claim alone
                world.derived.clear()
        return world

    def _shape(self, info: Info, world: World) -> tuple[int, ...]:
        shape: tuple[int, ...] = (world.size(info.r), world.size(info.c))
        return shape if info.count is None else (world.size(info.count), *shape)

    # Testing ---------------------------------------------------------------------------------------------

    def test(self, task: Task) -> Finding:
        """Whether a relation holds at all draws."""
        deadline = time.perf_counter() + self.seconds
        good, worst = 0, 0.0
        vanished = absorbed = unresolved = undefined = kinks = 0
        branches: dict[object, list[bool]] = {}
        refusal: str | None = None
        attempts = 0
        limit = self.draws * MORE_DRAWS + 10
        margin = None
        sides_equal = 0
        while attempts < limit:
            enough = good >= self.draws and all(all(seen) for seen in branches.values())
            if enough:
                break
            world = self.known_world(attempts) if margin is None else self.world(attempts)
            attempts += 1
            world.deadline = deadline
            if margin is not None:
                world.margin = margin
            try:
                with np.errstate(all="ignore"):
                    outcome = self.once(task, world)
            except EvaluationError as error:
                return Finding("unread", str(error), good)
            except (MemoryLimitError, MemoryError):
                return Finding("unread", "it needs more memory than one equation may", good)
            except TimeLimitError:
                return Finding("unread", f"it takes longer than {self.seconds:g} seconds", good)
            if world.margin > NEAR_KINK:
                margin = max(margin or 0.0, world.margin)
                self.worlds.clear()  # its notes were taken with another margin
            if outcome is None:
                undefined += 1
                continue
            if world.near_kink:
                kinks += 1
                continue
            difference, noise, size, where, left, right, relative = outcome
            if difference > 0:
                return Finding(
                    "false", "", good, error=_relative(left, right), sizes=_shown_sizes(world), entry=where,
                    values=(left, right), world=world,
                    code=numpy_code(world, task.left, task.right, self.at, self.entry),
                )  # fmt: skip
            for key, seen in world.branches.items():
                old = branches.setdefault(key, [False, False])
                old[0] |= seen[0]
                old[1] |= seen[1]
            if world.absorbed:
                absorbed += 1
                continue
            if size == 0 or size <= noise:
                vanished += 1
                if not task.zero:
                    continue
            elif noise > RESOLUTION * size:
                unresolved += 1
                continue
            if task.relation in ("<", ">") and left == right:
                sides_equal += 1
            good += 1
            worst = max(worst, relative)
        del refusal
        if good == 0:
            if absorbed or unresolved:
                return Finding("unread", "what it says lies below the resolution of the arithmetic")
            if vanished:
                return Finding("unread", "both sides vanish at every draw: nothing was tested")
            if kinks and not undefined:
                return Finding("unread", "every draw lay too near to a kink")
            return Finding("unread", "it was not a number at any draw")
        if good < min(3, self.draws):
            return Finding("unread", f"only {good} of {attempts} draws could be judged")
        if task.relation not in ("=", "!="):
            found = self.attack(task, deadline)
            if found is not None:
                return found
        alone = self.with_a_size_of_one(task, deadline)
        if alone is not None:
            return alone
        dead = [key for key, seen in branches.items() if not all(seen)]
        if dead:
            return Finding("unread", "a branch of a piecewise function was never reached", good)
        return Finding("holds", "", good, error=worst)

    def with_a_size_of_one(self, task: Task, deadline: float) -> Finding | None:
        """A claim for all sizes is one for a single class, sample or unit too, where it is still defined there."""
        names = sorted(name for name in self.dims.roots() if "·" not in name and not name.startswith("?"))
        for number, name in enumerate(names[:ONES]):
            world = self.known_world(1000 + number, name)
            world.deadline = deadline
            try:
                with np.errstate(all="ignore"):
                    outcome = self.once(task, world)
            except (EvaluationError, MemoryLimitError, TimeLimitError, MemoryError, ValueError, IndexError):
                continue
            if outcome is None or world.near_kink or outcome[0] <= 0:
                continue
            _, _, _, where, left, right, _ = outcome
            code = numpy_code(world, task.left, task.right, self.at, self.entry)
            return Finding(
                "false", "", 0, _relative(left, right), _shown_sizes(world), where, (left, right), world, code
            )
        return None

    def attack(self, task: Task, deadline: float) -> Finding | None:
        """Look for a place where an inequality fails: an optimiser, from several draws and scales."""
        from scipy.optimize import minimize

        for start in range(ATTACKS):
            world = self.world(start)
            try:
                with np.errstate(all="ignore"):
                    self.once(task, world)
            except (EvaluationError, MemoryLimitError, TimeLimitError, MemoryError):
                return None
            movable = [key for key in sorted(world.leaves) if _movable(self.infos[key].domain)]
            shapes = [world.leaves[key].v.shape for key in movable]
            count = sum(int(np.prod(shape)) for shape in shapes)
            if not count or count > 60:
                return None
            scale = (1.0, 10.0, 0.1)[start % 3]
            domains = [self.infos[key].domain for key in movable]
            start_point = np.concatenate(
                [_inward(world.leaves[key].v.ravel(), domain) for key, domain in zip(movable, domains, strict=True)]
            )
            best: list[Finding] = []

            def margin(
                point: np.ndarray, world: World = world, movable: list = movable, shapes: list = shapes,
                domains: list = domains, best: list = best,
            ) -> float:  # fmt: skip
                if time.perf_counter() > deadline:
                    raise TimeLimitError
                k = 0
                fresh = World(
                    self.book, self.dims, world.sizes, world.draw, world.seed, deadline, leaves=dict(world.leaves)
                )
                for key, shape, domain in zip(movable, shapes, domains, strict=True):
                    size = int(np.prod(shape))
                    array = _outward(point[k : k + size], domain).reshape(shape)
                    k += size
                    fresh.leaves[key] = Value(world.leaves[key].axes, array, np.abs(array))
                with np.errstate(all="ignore"):
                    outcome = self.once(task, fresh)
                if outcome is None:
                    return 1e3
                excess, _, _, where, left, right, _ = outcome
                gap = (left - right) if task.relation in ("<", "<=") else (right - left)
                strict = task.relation in ("<", ">") and gap >= 0 and not fresh.absorbed and left == right
                if (excess > 0 or strict) and not fresh.near_kink:
                    sizes = _shown_sizes(fresh)
                    error = _relative(left, right)
                    best.append(Finding("false", "", 0, error, sizes, where, (left, right), fresh))
                    raise _Found
                return -gap / (1.0 + abs(left) + abs(right))

            try:
                minimize(
                    margin, start_point * scale, method="Powell", options={"maxfev": 160, "xtol": 1e-10, "ftol": 1e-14}
                )
            except _Found:
                return best[-1]
            except (EvaluationError, MemoryLimitError, TimeLimitError, MemoryError):
                return None
        return None

    def once(self, task: Task, world: World) -> tuple | None:
        """One draw: None when it is not defined there, else how much the sides differ beyond rounding."""
        frame = world.base or Frame(world)
        for axis, (_, dim) in task.axes.items():
            frame = frame.at(axis, constant(np.arange(1.0, world.size(dim) + 1), (axis,)))  # type: ignore[arg-type]
        left = evaluate(task.left, frame)
        right = evaluate(task.right, frame)
        keep_branches = {key: list(seen) for key, seen in world.branches.items()}
        masks = [evaluate(test, frame) for test in task.tests]
        world.branches = keep_branches
        outcome = compare(task, left, right, masks)
        if outcome is not None and outcome[0] > 0:
            # Where the free indices stand at the place that differs most.
            axes, _, _ = align([left, right, *masks])
            self.at = dict.fromkeys(task.axes, 1) | dict(zip(axes, outcome[7], strict=False))
            self.entry = outcome[8]
        return outcome[:7] if outcome is not None else None


def compare(task: Task, left: Value, right: Value, masks: list[Value]) -> tuple | None:
    """Differences against rounding: (excess, noise, size, entry, left, right, relative error)."""
    axes, v, m = align([left, right, *masks])
    shape = np.broadcast_shapes(*(part.shape for part in v))
    a, b = np.broadcast_to(v[0].real, shape), np.broadcast_to(v[1].real, shape)
    ma, mb = np.broadcast_to(np.abs(m[0].real), shape), np.broadcast_to(np.abs(m[1].real), shape)
    keep = np.ones(shape, dtype=bool)
    for mask in v[2:]:
        keep &= np.broadcast_to(mask.real != 0, shape)
    if not keep.any():
        return None
    if not (
        np.isfinite(a[keep]).all()
        and np.isfinite(b[keep]).all()
        and np.isfinite(ma[keep]).all()
        and np.isfinite(mb[keep]).all()
    ):
        return None
    largest = max(float(np.max(np.abs(a[keep]))), float(np.max(np.abs(b[keep]))))
    # What underflows beside entries forty orders larger says nothing.
    noise = ROUNDING * EPS * (ma + mb) + 1e-290 + 1e-40 * largest
    gap = np.abs(a - b)
    if task.relation in ("<", "<="):
        gap = np.maximum(a - b, 0.0)
    elif task.relation in (">", ">="):
        gap = np.maximum(b - a, 0.0)
    elif task.relation == "!=":
        gap = np.where(gap > noise, 0.0, 2 * noise)
    excess = np.where(keep, gap - noise, -np.inf)
    size = float(np.max(np.where(keep, np.maximum(np.abs(a), np.abs(b)), 0.0)))
    # The worst place by how far it lies outside of what rounding explains.
    place = np.unravel_index(int(np.argmax(np.where(keep, gap / noise, -np.inf))), shape)
    entry = tuple(int(k) + 1 for k in place)
    lead = entry[: len(axes)]
    tail = entry[len(axes) :]
    shown = tail if shape[-2:] != (1, 1) or not lead else lead
    if shape[-2:] != (1, 1) and lead and shape[-1] == 1:
        shown = (*lead, tail[0])
    # The noise of the largest entries decides whether the draw says anything.
    large = keep & (np.maximum(np.abs(a), np.abs(b)) >= 0.1 * size)
    typical = float(np.max(noise[large])) if large.any() else float(np.max(noise[keep]))
    # Of what cancels to zero, the size is that of the terms.
    scale = size if size > typical else float(np.max(np.where(keep, ma + mb, 0.0)))
    relative = float(np.max(np.where(keep, gap, 0.0))) / scale if scale > 0 else 0.0
    return (
        float(np.max(excess)),
        typical,
        size,
        shown,
        float(a[place]),
        float(b[place]),
        relative if task.relation == "=" else 0.0,
        lead,
        (tail[0], tail[1]),
    )


class _Found(Exception):  # noqa: N818
    """The attack has succeeded."""


def _movable(domain: str) -> bool:
    return domain in ("real", "positive", "nonnegative", "symmetric") or domain.startswith("between")


def _inward(x: np.ndarray, domain: str) -> np.ndarray:
    """Free numbers for values of a domain, so that the optimiser cannot leave it."""
    if domain in ("positive", "nonnegative"):
        return np.log(x)
    if domain.startswith("between"):
        low, top = (float(part) for part in domain.split()[1:])
        return np.log((x - low) / (top - x)) if np.isfinite(top) else np.log(x - low)
    return x


def _outward(x: np.ndarray, domain: str) -> np.ndarray:
    if domain in ("positive", "nonnegative"):
        return np.exp(np.clip(x, -200, 200))
    if domain.startswith("between"):
        low, top = (float(part) for part in domain.split()[1:])
        if not np.isfinite(top):
            return low + np.exp(np.clip(x, -200, 200))
        return low + (top - low) / (1 + np.exp(-np.clip(x, -30, 30)))
    if domain == "symmetric":
        n = int(np.sqrt(x.size))
        square = x.reshape(n, n)
        return ((square + square.T) / 2).ravel()
    return x


def _relative(left: float, right: float) -> float:
    size = max(abs(left), abs(right))
    return abs(left - right) / size if size else 0.0


def _shown_sizes(world: World) -> dict[str, int]:
    return {name.lstrip("?0123456789") or name: size for name, size in sorted(world.sizes.items()) if "·" not in name}


def draw_array(
    domain: str, shape: tuple[int, ...], rng: np.random.Generator, style: str, scale: float, high: int
) -> np.ndarray:
    """Values from what a symbol was declared to lie in."""
    word, *rest = domain.split()
    if word == "real":
        if style == "unit":
            return rng.uniform(0.05, 0.95, shape)
        if style == "positive":
            return rng.uniform(0.2, 2.0, shape) * scale
        return rng.standard_normal(shape) * scale
    if word in ("positive", "nonnegative"):
        return rng.uniform(0.2, 2.0, shape) * (scale if style != "unit" else 1.0)
    if word == "between":
        low, top = float(rest[0]), float(rest[1])
        if not np.isfinite(top):
            return low + rng.uniform(0.2, 2.0, shape)
        return rng.uniform(low + 0.05 * (top - low), top - 0.05 * (top - low), shape)
    if word == "among":
        values = np.array([float(x) for x in rest])
        out = rng.choice(values, shape)
        if out.size >= len(values) > 1:  # every value occurs
            flat = out.reshape(-1)
            flat[rng.permutation(out.size)[: len(values)]] = values
        return out
    if word == "one-hot":
        out = np.zeros(shape)
        rows = rng.integers(0, shape[-2], (*shape[:-2], 1, shape[-1]))
        np.put_along_axis(out, rows, 1.0, -2)
        return out
    if word == "probabilities":
        out = rng.uniform(0.1, 1.0, shape)
        return out / out.sum(-2, keepdims=True)
    if word == "index":
        low = int(float(rest[0]))
        return rng.integers(low, max(high, low) + 1, shape).astype(float)
    if word == "whole":
        return rng.integers(1, 6, shape).astype(float)
    if word == "symmetric":
        out = rng.standard_normal(shape) * scale
        return (out + np.swapaxes(out, -1, -2)) / 2
    if word == "definite":
        out = rng.standard_normal(shape)
        return out @ np.swapaxes(out, -1, -2) / shape[-1] + 0.5 * np.eye(shape[-1])
    raise EvaluationError(f"nothing can be drawn from {domain}")
