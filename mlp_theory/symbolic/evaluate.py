"""The evaluator: what an expression is at given arrays. It knows no law of differentiation.

First derivatives are complex steps (Squire & Trapp, SIAM Review 40, 1998): perturb every entry of the
variable by i·10⁻³⁰, all at once along a new axis, and read the imaginary parts. Derivatives of what
holds a derivative are fourth-order differences of complex steps, since nested complex steps are wrong.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from mlp_theory.symbolic.dimensions import Dim, Dimensions
from mlp_theory.symbolic.expressions import (
    Apply,
    At,
    Call,
    Column,
    Compare,
    Derivative,
    Entry,
    Index,
    Map,
    Member,
    Node,
    Number,
    Over,
    Piecewise,
    Row,
    Size,
    Symbol,
)
from mlp_theory.symbolic.operations import NEAR_KINK, OPERATIONS
from mlp_theory.symbolic.values import (
    MAX_ELEMENTS,
    STEP,
    Array,
    MemoryLimitError,
    Value,
    absolute,
    align,
    constant,
    product_size,
    same_kind,
)

MAX_TERMS = 2_000
MAX_VARIABLES = 1_500
MAX_NESTED_VARIABLES = 60
SMALLEST = 1e-170
ROUNDING_UNIT = 4e-14
"""What a judge allows for rounding, in units of a magnitude."""

DIFFERENCE = 2e-3
"""The step of fourth-order differences: its error, about 10⁻¹¹, meets the rounding of the complex step."""


class EvaluationError(Exception):
    """Why an expression has no value here; `where` is a part of it that a reader can find."""


class TimeLimitError(Exception):
    """The time for this equation is over."""


@dataclass(frozen=True)
class Definition:
    """What a symbol stands for; a family of samples has the name of its index, and how many there are."""

    node: Node
    index: str | None = None
    count: Dim | None = None


@dataclass
class Book:
    """What a page knows: definitions by key, and for every key all keys that it is made of."""

    definitions: dict[str, Definition] = field(default_factory=dict)
    _reach: dict[Node, frozenset[str]] = field(default_factory=dict)
    _steep: dict[Node, bool] = field(default_factory=dict)
    _open: dict[Node, bool] = field(default_factory=dict)

    def keys_of(self, node: Node) -> frozenset[str]:
        """All symbols that this expression depends on, through definitions too."""
        if node not in self._reach:
            keys: set[str] = set()
            todo: list[Node] = [node]
            while todo:
                for part in parts_of(todo.pop()):
                    if isinstance(part, (Symbol, Member)) and part.key not in keys:
                        keys.add(part.key)
                        if part.key in self.definitions:
                            todo.append(self.definitions[part.key].node)
            self._reach[node] = frozenset(keys)
        return self._reach[node]

    def is_open(self, node: Node) -> bool:
        """Whether an index runs free in it, so that its value depends on where it stands."""
        if node not in self._open:
            self._open[node] = any(isinstance(part, (Index, Over, Map)) for part in parts_of(node))
        return self._open[node]

    def has_derivative(self, node: Node) -> bool:
        """Whether a derivative stands in it, or in what it is made of."""
        if node not in self._steep:
            nodes = [node, *(self.definitions[k].node for k in self.keys_of(node) if k in self.definitions)]
            self._steep[node] = any(
                isinstance(part, Derivative) or (isinstance(part, Map) and part.order > 0)
                for n in nodes
                for part in parts_of(n)
            )
        return self._steep[node]


def parts_of(node: Node) -> list[Node]:
    """The node and all nodes in it, each once."""
    seen: dict[Node, None] = {}
    todo = [node]
    while todo:
        part = todo.pop()
        if part in seen:
            continue
        seen[part] = None
        todo.extend(children(part))
    return list(seen)


def children(node: Node) -> list[Node]:
    """The nodes directly in this one."""
    match node:
        case Member(_, index):
            return [index]
        case Entry(body, i, j):
            return [body, i, j]
        case Row(body, i) | Column(body, i):
            return [body, i]
        case Call(_, args, _) | Apply(_, args, _, _):
            return list(args)
        case Map(_, body, arg, _):
            return [body, arg]
        case At(body, _, values):
            return [body, *values]
        case Over(_, _, low, high, conditions, body, _):
            return [low, high, *conditions, body]
        case Compare(_, left, right):
            return [left, right]
        case Piecewise(branches):
            return [part for branch in branches for part in branch if part is not None]
        case Derivative(body, wrt, _):
            return [body, wrt]
    return []


@dataclass(frozen=True)
class Notes:
    """What was noticed while something was evaluated."""

    near_kink: bool
    absorbed: bool
    branches: Mapping[object, list[bool]]


@dataclass
class World:
    """One draw: sizes, and values for everything that is given.

    Parameters
    ----------
    book : Book
        The definitions of the page.
    dimensions : Dimensions
        What is known of the sizes.
    sizes : mapping of str to int
        The size of every named dimension.
    draw : callable
        ``draw(key, rng)`` gives the array of a symbol that is given: (rows, columns), or (count, rows, columns) for a
        family.
    seed : int
        Of this draw.
    """

    book: Book
    dimensions: Dimensions
    sizes: Mapping[str, int]
    draw: Callable[[str, np.random.Generator], Array]
    seed: int
    deadline: float = float("inf")
    leaves: dict[str, Value] = field(default_factory=dict)
    branches: dict[object, list[bool]] = field(default_factory=dict)
    near_kink: bool = False
    absorbed: bool = False
    margin: float = NEAR_KINK
    derived: dict[Node, tuple[Value, Notes]] = field(default_factory=dict)
    base: Frame | None = None
    _axes: int = 0

    def size(self, dim: Dim) -> int:
        """The number that this dimension is in this draw."""
        dim = self.dimensions.find(dim)
        if isinstance(dim, int):
            return dim
        if isinstance(dim, str):
            if dim not in self.sizes:
                raise EvaluationError(f"the size {self.dimensions.show(dim)} is not known")
            return self.sizes[dim]
        return int(dim[2] + sum(c * self.size(name) for name, c in dim[1]))

    def rng(self, key: str) -> np.random.Generator:
        """A generator for one letter: what it draws depends on no other letter."""
        return np.random.default_rng([self.seed, zlib.crc32(key.encode())])

    def leaf(self, key: str) -> Value:
        """The value of a symbol that is given."""
        if key not in self.leaves:
            array = np.asarray(self.draw(key, self.rng(key)), dtype=float)
            self.leaves[key] = Value(("@",) if array.ndim == 3 else (), array, np.abs(array))
        return self.leaves[key]

    def notes(self) -> Notes:
        """What has been noticed so far."""
        return Notes(self.near_kink, self.absorbed, {key: list(seen) for key, seen in self.branches.items()})

    def take_notes(self) -> Notes:
        """Begin a new page of notes, and hand back the old one."""
        before = self.notes()
        self.near_kink, self.absorbed, self.branches = False, False, {}
        return before

    def recall(self, notes: Notes) -> None:
        """Add what was noticed when a value was computed for the first time."""
        self.near_kink |= notes.near_kink
        self.absorbed |= notes.absorbed
        for key, (first, second) in notes.branches.items():
            seen = self.branches.setdefault(key, [False, False])
            seen[0] |= first
            seen[1] |= second

    def axis(self) -> str:
        """A name for a new axis."""
        self._axes += 1
        return f"~{self._axes}"


@dataclass
class Frame:
    """Where an expression is evaluated: the draw, the indices, and the variables that are varied."""

    world: World
    indices: dict[str, Value] = field(default_factory=dict)
    varied: dict[str, Value] = field(default_factory=dict)
    replaced: dict[Node, Value] = field(default_factory=dict)
    memo: dict[str, tuple[Value, Notes]] = field(default_factory=dict)
    parent: Frame | None = None
    current: Node | None = None

    @property
    def absorbed(self) -> bool:
        """Whether a summand has been lost beside larger ones."""
        return self.world.absorbed

    @absorbed.setter
    def absorbed(self, value: bool) -> None:
        self.world.absorbed = value

    def size(self, dim: Dim) -> int:
        """The number that this dimension is in this draw."""
        return self.world.size(dim)

    def decide(self, _what: object, gap: Array, scale: Array) -> None:
        """Note which side of a kink the arguments lie on, and whether one lies too near to tell.

        An argument that is zero exactly is no drawn one: it follows the convention (ReLU'(0) = 0).
        """
        distance = np.abs(gap)
        if np.any((distance > 0) & (distance < self.world.margin * (scale + 1e-300))):
            self.world.near_kink = True
        seen = self.world.branches.setdefault(self.current, [False, False])
        seen[0] |= bool(np.any(gap > 0))
        seen[1] |= bool(np.any(gap <= 0))

    def at(self, index: str, value: Value) -> Frame:
        """The same place with one more index bound."""
        return Frame(
            self.world, {**self.indices, index: value}, self.varied, self.replaced, self.memo, self.parent, self.current
        )

    def vary(self, key: str, value: Value, definition: Node | None) -> Frame:
        """The same place where one symbol is an independent variable, wherever its definition stands too."""
        replaced = {**self.replaced}
        if definition is not None and not isinstance(definition, (Symbol, Number, Size, Index)):
            replaced[definition] = value
        return Frame(self.world, self.indices, {**self.varied, key: value}, replaced, {}, self)

    def value_of(self, key: str) -> Value:
        """The value of a symbol (of a family: all samples, along the axis ``@``)."""
        if key in self.varied:
            return self.varied[key]
        if key in self.memo:
            value, noted = self.memo[key]
            self.world.recall(noted)
            return value
        definition = self.world.book.definitions.get(key)
        if definition is None:
            return self.world.leaf(key)
        if self.parent is not None and not self._touches(definition.node):
            return self.parent.value_of(key)
        closed = Frame(self.world, {}, self.varied, self.replaced, self.memo, self.parent)
        before = self.world.take_notes()
        if definition.index is None:
            value = evaluate(definition.node, closed)
        else:
            count = self.size(definition.count if definition.count is not None else 1)
            numbers = constant(np.arange(1.0, count + 1), (definition.index,))
            value = evaluate(definition.node, closed.at(definition.index, numbers))
            axes, (v, _), (m, _) = align([value, numbers])
            k = axes.index(definition.index)
            axes = (*axes[:k], *axes[k + 1 :], "@")
            v, m = (np.moveaxis(_stretch(p, k, count), k, -3) for p in (v, m))
            value = Value(axes, v, m)
        self.memo[key] = value, self.world.notes()
        self.world.recall(before)
        return value

    def _touches(self, node: Node) -> bool:
        book = self.world.book
        if any(key in self.varied for key in book.keys_of(node)):
            return True
        return bool(self.replaced) and any(part in self.replaced for part in _all_parts(node, book))


def _stretch(array: Array, axis: int, count: int) -> Array:
    return np.repeat(array, count, axis) if array.shape[axis] == 1 and count != 1 else array


def _all_parts(node: Node, book: Book) -> list[Node]:
    nodes = [node, *(book.definitions[k].node for k in book.keys_of(node) if k in book.definitions)]
    return [part for n in nodes for part in parts_of(n)]


def evaluate(node: Node, frame: Frame) -> Value:
    """The value of an expression.

    Raises
    ------
    EvaluationError
        When it has none: an index outside its range, a derivative by what it does not depend on.
    MemoryLimitError, TimeLimitError
        When it would take more memory or time than one equation may.
    """
    if frame.replaced and node in frame.replaced:
        return frame.replaced[node]
    match node:
        case Number(value):
            return constant(value)
        case Size(dim):
            return constant(float(frame.size(dim)))
        case Index(name):
            if name not in frame.indices:
                raise EvaluationError(f"the index {name.split('#')[0]} is bound by nothing")
            return frame.indices[name]
        case Symbol(key):
            return frame.value_of(key)
        case Member(key, index):
            return member(frame.value_of(key), evaluate(index, frame))
        case Entry(body, i, j):
            return entry(evaluate(body, frame), evaluate(i, frame), evaluate(j, frame))
        case Row(body, i):
            return row(evaluate(body, frame), evaluate(i, frame))
        case Column(body, j):
            return column(evaluate(body, frame), evaluate(j, frame))
        case Call(op, args, data):
            if time.perf_counter() > frame.world.deadline:
                raise TimeLimitError
            if op == "spread":  # a matrix from its entries binds their indices
                for name, dim in zip(data[:2], data[2:], strict=True):
                    if name is not None:
                        frame = frame.at(name, constant(np.arange(1.0, frame.size(dim) + 1), (name,)))
            values = [evaluate(arg, frame) for arg in args]
            frame.current = node
            return OPERATIONS[op](frame, values, data)
        case Apply():
            return _apply(node, [evaluate(arg, frame) for arg in node.args], frame)
        case Map():
            return _map(node, frame)
        case At(body, keys, values):
            inner = frame
            for key, value in zip(keys, [evaluate(value, frame) for value in values], strict=True):
                inner = inner.vary(key, value, None)
            return evaluate(body, inner)
        case Over():
            return _over(node, frame)
        case Compare(op, left, right):
            return _compare(node, op, evaluate(left, frame), evaluate(right, frame), frame)
        case Piecewise(branches):
            return _piecewise(node, branches, frame)
        case Derivative():
            if frame.parent is not None or frame.world.book.is_open(node):
                return _derivative(node, frame)
            if node not in frame.world.derived:  # one gradient stands in many claims of a page
                before = frame.world.take_notes()
                value = _derivative(node, frame)
                frame.world.derived[node] = value, frame.world.notes()
                frame.world.recall(before)
            value, noted = frame.world.derived[node]
            frame.world.recall(noted)
            return value
    raise EvaluationError(f"no value for {type(node).__name__}")  # pragma: no cover


def _whole(index: Value, size: int) -> Array:
    numbers = np.rint(index.v.real).astype(int)
    if np.any(numbers < 1) or np.any(numbers > size):
        raise EvaluationError("an index leaves its range")
    return numbers - 1


def _pick(value: Value, index: Value, axis: int) -> Value:
    """Entries along rows (−2) or columns (−1), one for every value of the index."""
    where = _whole(index, value.v.shape[axis])
    plain = Value(index.axes, where, where)
    axes, (v, k), (m, _) = align([value, plain])
    return Value(axes, np.take_along_axis(v, k, axis), np.take_along_axis(np.broadcast_to(m, v.shape), k, axis))


def entry(value: Value, i: Value, j: Value) -> Value:
    """The entry (i, j)."""
    return _pick(_pick(value, i, -2), j, -1)


def row(value: Value, i: Value) -> Value:
    """Row i, as a column."""
    picked = _pick(value, i, -2)
    return Value(picked.axes, np.swapaxes(picked.v, -1, -2), np.swapaxes(picked.m, -1, -2))


def column(value: Value, j: Value) -> Value:
    """Column j."""
    return _pick(value, j, -1)


def member(value: Value, index: Value) -> Value:
    """One sample out of the axis ``@``."""
    k = value.axes.index("@")
    count = value.v.shape[k]
    rest = (*value.axes[:k], *value.axes[k + 1 :])
    v, m = np.moveaxis(value.v, k, -3), np.moveaxis(np.broadcast_to(value.m, value.v.shape), k, -3)
    where = _whole(index, count)
    # (…, count, rows, columns): the samples become rows of a matrix of flat columns, and are picked there.
    flat = Value(rest, v.reshape(*v.shape[:-2], -1), m.reshape(*m.shape[:-2], -1))
    picked = _pick(flat, Value(index.axes, where + 1.0, where + 1.0), -2)
    shape = (*picked.v.shape[:-2], *value.v.shape[-2:])
    return Value(picked.axes, picked.v.reshape(shape), picked.m.reshape(shape))


def _apply(node: Apply, values: list[Value], frame: Frame) -> Value:
    rng = frame.world.rng(f"function {node.key}")
    if node.scalar:
        return _arbitrary_loss(values, rng)
    (x,) = values
    v = np.zeros_like(x.v)
    m = np.zeros_like(x.m)
    slope, waves = smooth_function(rng)
    if node.order == 0:
        v, m = v + slope * x.v, m + slope * x.m
    elif node.order == 1:
        v, m = v + slope, m + slope
    for a, w, phase in waves:
        height = a * w**node.order
        v = v + height * np.sin(w * x.v + phase + node.order * np.pi / 2)
        m = m + height * _sine_size(x.v, x.m, w)
    return Value(x.axes, v, same_kind(v, m))


def smooth_function(rng: np.random.Generator) -> tuple[float, list[tuple[float, float, float]]]:
    """An arbitrary f(x) = c x + Σ a sin(w x + φ), whose derivatives never vanish together: c, and all (a, w, φ)."""
    slope = float(rng.uniform(0.3, 0.8))
    waves = [
        (float(rng.uniform(0.5, 1.2)), float(rng.uniform(0.4, 1.6)), float(rng.uniform(0, 2 * np.pi))) for _ in range(3)
    ]
    return slope, waves


def _sine_size(x: Array, m: Array, w: float | Array) -> Array:
    """The magnitude of sin(w x + φ): of its value, and of its tangent w ẋ cos(w x + φ)."""
    size = 1 + w * m.real
    if not np.iscomplexobj(x):
        return size
    tangent = m.imag if np.iscomplexobj(m) else 0.0
    return size + 1j * (w * (tangent + size * np.abs(x.imag)))


def _arbitrary_loss(values: list[Value], rng: np.random.Generator) -> Value:
    """ℓ(X, …) = Σ a sin(b X + φ) + (Σ c X)²/2, with a, b, c, φ of the arguments' shapes."""
    axes, v, m = align(values)
    total, size = 0.0, 0.0
    linear, linear_size = 0.0, 0.0
    for x, mx in zip(v, m, strict=True):
        a, b, c = (rng.uniform(0.4, 1.4, x.shape[-2:]) * rng.choice([-1, 1], x.shape[-2:]) for _ in range(3))
        phase = rng.uniform(0, 6, x.shape[-2:])
        total = total + (a * np.sin(b * x + phase)).sum((-2, -1), keepdims=True)
        size = size + (np.abs(a) * _sine_size(x, mx, np.abs(b))).sum((-2, -1), keepdims=True)
        linear = linear + (c * x).sum((-2, -1), keepdims=True)
        linear_size = linear_size + (np.abs(c) * mx).sum((-2, -1), keepdims=True)
    out = total + linear * linear / 2
    return Value(axes, out, same_kind(np.asarray(out), np.asarray(size + absolute(np.asarray(linear)) * linear_size)))


def _map(node: Map, frame: Frame) -> Value:
    """A function of one number at every entry: rows and columns become axes, and come back."""
    x = evaluate(node.arg, frame)
    r, c = frame.world.axis(), frame.world.axis()
    axes = (*x.axes, r, c)
    v, m = x.v[..., None, None], np.broadcast_to(x.m, x.v.shape)[..., None, None]
    if node.order == 0:
        out = evaluate(node.body, frame.at(node.parameter, Value(axes, v, m)))
    elif node.order == 1 and not np.iscomplexobj(x.v) and not frame.world.book.has_derivative(node.body):
        stepped = Value(axes, v + 1j * STEP, m + 1j * STEP)
        out = evaluate(node.body, frame.at(node.parameter, stepped))
        out = _tangent(out)
    else:
        body = node.body if node.order == 1 else Map(node.parameter, node.body, Index(node.parameter), node.order - 1)
        out = _difference(
            lambda h: evaluate(body, frame.at(node.parameter, Value(axes, v + h, m + abs(h)))), DIFFERENCE
        )
    axes, (v, _), (m, _) = align([out, Value((r, c), np.ones((*x.shape, 1, 1)), np.ones((*x.shape, 1, 1)))])
    rest = [k for k, name in enumerate(axes) if name not in (r, c)]
    order = [*rest, axes.index(r), axes.index(c)]
    v, m = (_grow(p, (axes.index(r), axes.index(c)), x.shape)[..., 0, 0].transpose(order) for p in (v, m))
    return Value(tuple(axes[k] for k in rest), v, m)


def _grow(array: Array, places: tuple[int, int], sizes: tuple[int, int]) -> Array:
    shape = list(array.shape)
    for place, size in zip(places, sizes, strict=True):
        shape[place] = size
    return np.broadcast_to(array, shape)


def _tangent(value: Value) -> Value:
    """The derivative that a complex step has carried along; where the value is not defined, neither is it."""
    v = np.where(np.isnan(value.v.real), np.nan, np.imag(value.v) / STEP)
    # Below this, the step times the derivative is too small to be a number with all its digits.
    return Value(value.axes, v, np.imag(value.m) / STEP + SMALLEST)


def _difference(at: Callable[[float], Value], h: float) -> Value:
    """The fourth-order central difference, with its own error in the magnitude.

    What it leaves out is of the size of what halving the step changes.
    """
    axes, v, m = align([at(k * h) for k in (1, -1, 2, -2, 0.5, -0.5)])
    wide = (8 * (v[0] - v[1]) - (v[2] - v[3])) / (12 * h)
    slope = (8 * (v[4] - v[5]) - (v[0] - v[1])) / (6 * h)
    size = (8 * (m[4] + m[5]) + m[0] + m[1]) / (6 * h)
    return Value(axes, slope, np.abs(size) + np.abs(slope - wide) / ROUNDING_UNIT)


def _over(node: Over, frame: Frame) -> Value:
    low, high = evaluate(node.low, frame), evaluate(node.high, frame)
    if low.v.size != 1 or high.v.size != 1:
        if low.v.size == 1 and node.kind in ("sum", "prod", "max"):
            return _over_ragged(node, low, high, frame)
        raise EvaluationError("the bounds of a sum depend on another index")
    first, last = round(float(low.v.real.flat[0])), round(float(high.v.real.flat[0]))
    if last - first >= MAX_TERMS:
        raise EvaluationError(f"a sum of more than {MAX_TERMS:,} terms")
    if last < first:
        if node.kind in ("sum", "prod"):
            return constant(0.0 if node.kind == "sum" else 1.0)
        raise EvaluationError("an empty range")
    if node.loop:
        return _over_loop(node, range(first, last + 1), frame)
    numbers = constant(np.arange(first, last + 1.0), (node.index,))
    return _reduce(node, numbers, frame, ())


def _over_ragged(node: Over, low: Value, high: Value, frame: Frame) -> Value:
    """Bounds that depend on another index, as in Σ_{j ≤ i}: sum to the largest, where j ≤ i."""
    first, last = round(float(low.v.real.flat[0])), round(float(high.v.real.max()))
    if last - first >= MAX_TERMS:
        raise EvaluationError(f"a sum of more than {MAX_TERMS:,} terms")
    numbers = constant(np.arange(first, last + 1.0), (node.index,))
    return _reduce(node, numbers, frame, (Compare("<=", Index(node.index), node.high),))


def _reduce(node: Over, numbers: Value, frame: Frame, more: tuple[Node, ...]) -> Value:
    inner = frame.at(node.index, numbers)
    body = evaluate(node.body, inner)
    masks = [evaluate(condition, inner) for condition in (*node.conditions, *more)]
    axes, v, m = align([body, numbers, *masks])
    k = axes.index(node.index)
    keep = np.ones((1,) * v[0].ndim, dtype=bool)
    for mask in v[2:]:
        keep = keep & (mask.real != 0)
    lead = np.broadcast_shapes(v[0].shape[:-2], keep.shape[:-2], v[1].shape[:-2])
    if np.prod(lead, dtype=float) * v[0].shape[-1] * v[0].shape[-2] > MAX_ELEMENTS:
        raise MemoryLimitError
    number: Array = np.broadcast_to(v[0], lead + v[0].shape[-2:])
    size = np.broadcast_to(m[0], lead + v[0].shape[-2:])
    keep = np.broadcast_to(keep, lead + v[0].shape[-2:])
    rest = (*axes[:k], *axes[k + 1 :])
    if node.kind in ("sum", "mean"):
        total, magnitude = (np.where(keep, p, 0.0).sum(k) for p in (number, size))
        if node.kind == "mean":
            total, magnitude = total / keep.sum(k), magnitude / keep.sum(k)
        return Value(rest, total, magnitude)
    if node.kind == "prod":
        factors = np.moveaxis(np.where(keep, number, 1.0), k, 0)
        sizes = np.moveaxis(np.where(keep, size, 1.0), k, 0)
        total, magnitude = factors[0], sizes[0]
        for factor, size in zip(factors[1:], sizes[1:], strict=True):
            total, magnitude = total * factor, product_size(total, magnitude, factor, size)
        return Value(rest, total, magnitude)
    sign = -1 if node.kind == "min" else 1
    where: Array = np.argmax(np.where(keep, sign * number.real, -np.inf), axis=k)
    where = np.expand_dims(where, k)
    return Value(rest, np.take_along_axis(number, where, k).squeeze(k), np.take_along_axis(size, where, k).squeeze(k))


def _over_loop(node: Over, numbers: range, frame: Frame) -> Value:
    """Term by term: for layers, whose shapes differ, and for products of matrices."""
    total: Value | None = None
    count = 0
    for number in numbers:
        inner = frame.at(node.index, constant(float(number)))
        if any(not np.any(evaluate(condition, inner).v) for condition in node.conditions):
            continue
        term = evaluate(node.body, inner)
        count += 1
        if total is None:
            total = term
        elif node.kind in ("sum", "mean"):
            total = OPERATIONS["add"](inner, [total, term], (1, 1))
        elif node.kind == "prod":
            scalar = total.v.shape[-2:] == (1, 1) or term.v.shape[-2:] == (1, 1)
            total = OPERATIONS["times" if scalar else "matmul"](inner, [total, term], ())
        else:
            total = OPERATIONS["larger"](inner, [total, term], ("min",) if node.kind == "min" else ())
    if total is None:
        return constant(1.0 if node.kind == "prod" else 0.0)
    if node.kind == "mean":
        return Value(total.axes, total.v / count, total.m / count)
    return total


def _compare(node: Node, op: str, left: Value, right: Value, frame: Frame) -> Value:
    axes, (a, b), (ma, mb) = align([left, right])
    gap = a.real - b.real
    # Both whole: indices and labels, which lie at no kink.
    whole = np.all(a.real == np.rint(a.real)) and np.all(b.real == np.rint(b.real))
    frame.current = node
    if not whole:
        frame.decide(op, gap, ma.real + mb.real)
    truth = {
        "=": gap == 0,
        "!=": gap != 0,
        "<": gap < 0,
        "<=": gap <= 0,
        ">": gap > 0,
        ">=": gap >= 0,
    }[op]
    if whole:
        seen = frame.world.branches.setdefault(node, [False, False])
        seen[0] |= bool(np.any(truth))
        seen[1] |= not bool(np.all(truth))
    number = truth + 0.0
    return Value(axes, number, number)


def _piecewise(node: Piecewise, branches: tuple, frame: Frame) -> Value:
    values = [evaluate(body, frame) for body, _ in branches]
    conditions = [constant(1.0) if c is None else evaluate(c, frame) for _, c in branches]
    axes, arrays, sizes = align([*values, *conditions])
    count = len(branches)
    shape = np.broadcast_shapes(*(p.shape for p in arrays))
    left = np.ones(shape, dtype=bool)
    v = np.full(shape, np.nan, dtype=np.result_type(*(p.dtype for p in arrays[:count])))
    m = np.zeros(shape, dtype=np.result_type(*(p.dtype for p in sizes[:count])))
    for k in range(count):
        take = left & (arrays[count + k].real != 0)
        v, m = np.where(take, arrays[k], v), np.where(take, sizes[k], m)
        seen = frame.world.branches.setdefault((node, k), [False, True])
        seen[0] |= bool(np.any(take))
        left &= ~take
    return Value(axes, v, m)


def _variable(wrt: Node) -> tuple[str, Callable[[Value, Frame], Value]]:
    """The symbol that is varied, and how the part that is meant is picked from its derivative."""
    match wrt:
        case Symbol(key):
            return key, lambda value, frame: value
        case Member(key, index):
            return key, lambda value, frame: member(value, evaluate(index, frame))
        case Entry(body, i, j):
            key, inner = _variable(body)
            return key, lambda value, frame: entry(inner(value, frame), evaluate(i, frame), evaluate(j, frame))
        case Row(body, i):
            key, inner = _variable(body)
            return key, lambda value, frame: row(inner(value, frame), evaluate(i, frame))
        case Column(body, j):
            key, inner = _variable(body)
            return key, lambda value, frame: column(inner(value, frame), evaluate(j, frame))
        case Call("transpose" | "vec", (body,), _):
            key, inner = _variable(body)
            return key, lambda value, frame: OPERATIONS[wrt.op](frame, [inner(value, frame)], ())
    raise EvaluationError("a derivative by this is not defined: it is no variable")


def _derivative(node: Derivative, frame: Frame) -> Value:
    book = frame.world.book
    if isinstance(node.wrt, Index):
        return _derivative_by_parameter(node, frame)
    key, part = _variable(node.wrt)
    definition = book.definitions.get(key)
    if isinstance(node.body, Derivative) and not isinstance(node.body.wrt, Index):
        other, _ = _variable(node.body.wrt)
        if other != key and (key in book.keys_of(Symbol(other)) or other in book.keys_of(Symbol(key))):
            raise EvaluationError("one variable of this second derivative depends on the other")
    varied = book.keys_of(node.body)
    if key not in varied and not (definition and definition.node in _all_parts(node.body, book)):
        raise EvaluationError("it does not depend on the variable")
    base = frame.value_of(key)
    count = int(np.prod(base.v.shape[len(base.axes) - (1 if "@" in base.axes else 0) :]))
    own = base.v.shape[len(base.axes) - (1 if "@" in base.axes else 0) :]
    if count > MAX_VARIABLES or (book.has_derivative(node.body) and count > MAX_NESTED_VARIABLES):
        raise MemoryLimitError
    axis = frame.world.axis()
    unit = np.eye(count).reshape(count, *(1,) * (base.v.ndim - len(own)), *own)
    axes = (axis, *base.axes)

    def body_at(v: Array, m: Array) -> Value:
        inner = frame.vary(key, Value(axes, v, m), definition.node if definition and not definition.index else None)
        return evaluate(node.body, inner)

    if book.has_derivative(node.body) or np.iscomplexobj(base.v):
        if np.iscomplexobj(base.v):
            raise EvaluationError("a complex step inside a complex step")
        frame.world.margin = 20 * DIFFERENCE
        h = DIFFERENCE * min(1.0, float(np.sqrt(np.mean(base.v**2))) or 1.0)
        result = _difference(lambda s: body_at(base.v + s * unit, base.m + abs(s) * unit), h)
        v, m = result.v, result.m
    else:
        result = body_at(base.v + 1j * STEP * unit, base.m + 1j * STEP * unit)
        result = _tangent(result)
        v, m = result.v, result.m
    if axis not in result.axes:
        raise EvaluationError("it does not depend on the variable")
    # (axis, …, p, q) becomes (…, ~p, ~q, own): a value of the variable's shape, for every entry of the body.
    k = result.axes.index(axis)
    m = np.broadcast_to(m, v.shape)
    p, q = v.shape[-2:]
    v, m = np.moveaxis(v, k, -1), np.moveaxis(m, k, -1)
    v, m = v.reshape(*v.shape[:-1], *own), m.reshape(*m.shape[:-1], *own)
    names = (*result.axes[:k], *result.axes[k + 1 :], "~p", "~q", *(("@",) if "@" in base.axes else ()))
    picked = part(Value(names, v, m), frame)
    return _arrange(picked, (p, q), node.layout)


def _derivative_by_parameter(node: Derivative, frame: Frame) -> Value:
    """By the parameter of a function: d/dx inside the body of f(x)."""
    assert isinstance(node.wrt, Index)
    name = node.wrt.name
    x = frame.indices[name]
    if np.iscomplexobj(x.v) or frame.world.book.has_derivative(node.body):
        return _difference(lambda h: evaluate(node.body, frame.at(name, Value(x.axes, x.v + h, x.m))), DIFFERENCE)
    out = evaluate(node.body, frame.at(name, Value(x.axes, x.v + 1j * STEP, x.m + 1j * STEP)))
    return _tangent(out)


def _arrange(value: Value, body: tuple[int, int], layout: str) -> Value:
    """Rows and columns of a derivative, from the axes ~p, ~q of the body and the shape of the variable."""
    where = [value.axes.index("~p"), value.axes.index("~q")]
    rest = [k for k in range(len(value.axes)) if k not in where]
    axes = tuple(value.axes[k] for k in rest)
    n = len(value.axes)
    (p, q), (r, c) = body, value.shape

    def shaped(order: list[int], rows: int, columns: int) -> Value:
        v, m = (array.transpose([*rest, *order]) for array in (value.v, np.broadcast_to(value.m, value.v.shape)))
        return Value(
            axes, v.reshape(*v.shape[: len(rest)], rows, columns), m.reshape(*m.shape[: len(rest)], rows, columns)
        )

    P, Q, R, C = where[0], where[1], n, n + 1
    if layout == "tensor":
        return shaped([Q, P, C, R], q * p, c * r)
    if layout == "gradient":
        return shaped([P, Q, R, C], r, c)
    if layout == "row":
        return shaped([P, Q, C, R], c, r)
    if layout == "by a number":
        return shaped([P, R, Q, C], p, q)
    if layout == "transposed":
        return shaped([R, C, P, Q], r * c, p * q)
    return shaped([P, Q, R, C], p * q, r * c)
