"""Where an expression is evaluated: one draw of sizes and values, and what is varied in it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.dimensions import Dim, Dimensions
from mlp_theory.symbolic.expressions import Index, Node, Number, Size, Symbol
from mlp_theory.symbolic.limits import EvaluationError
from mlp_theory.symbolic.values import Array, Value

NEAR_KINK = 1e-7
"""An argument this near to a kink, beside the terms that made it, may lie on either side."""


@dataclass(frozen=True)
class Noticed:
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
    sides: list[Array] | None = None
    derived: dict[Node, tuple[Value, Noticed]] = field(default_factory=dict)
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

    def notes(self) -> Noticed:
        """What has been noticed so far."""
        return Noticed(self.near_kink, self.absorbed, {key: list(seen) for key, seen in self.branches.items()})

    def take_notes(self) -> Noticed:
        """Begin a new page of notes, and hand back the old one."""
        before = self.notes()
        self.near_kink, self.absorbed, self.branches = False, False, {}
        return before

    def recall(self, notes: Noticed) -> None:
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
    """Where an expression is evaluated: the draw, the indices, and the variables that are varied.

    What is replaced by an expression is not replaced by its value: in b + W(b + c + W x) both sums hide one variable.
    """

    world: World
    indices: dict[str, Value] = field(default_factory=dict)
    varied: dict[str, Value] = field(default_factory=dict)
    replaced: Mapping[Node, Value | Node] = field(default_factory=dict)
    memo: dict[str, tuple[Value, Noticed]] = field(default_factory=dict)
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

    def decide(self, gap: Array, scale: Array) -> None:
        """Note which side of a kink the arguments lie on, and whether one lies too near to tell.

        An argument that is zero exactly is no drawn one: it follows the convention (ReLU'(0) = 0).
        """
        distance = np.abs(gap)
        if np.any((distance > 0) & (distance < self.world.margin * (scale + 1e-300))):
            self.world.near_kink = True
        if self.world.sides is not None:
            self.world.sides.append(gap > 0)
        seen = self.world.branches.setdefault(self.current, [False, False])
        seen[0] |= bool(np.any(gap > 0))
        seen[1] |= bool(np.any(gap <= 0))

    def at(self, index: str, value: Value) -> Frame:
        """The same place with one more index bound."""
        return Frame(
            self.world, {**self.indices, index: value}, self.varied, self.replaced, self.memo, self.parent, self.current
        )

    def vary(self, key: str, value: Value, definition: Node | None, hidden: Iterable[tuple[Node, Node]] = ()) -> Frame:
        """The same place where one symbol is an independent variable, wherever its definition stands too.

        Where the definition is `hidden` in something longer, that is replaced by what it is with the symbol.
        """
        replaced: dict[Node, Value | Node] = {**self.replaced, **dict(hidden)}
        if definition is not None and not isinstance(definition, (Symbol, Number, Size, Index)):
            replaced[definition] = value
        return Frame(self.world, self.indices, {**self.varied, key: value}, replaced, {}, self)

    def moves(self, node: Node) -> bool:
        """Whether an expression depends on what is varied here."""
        book = self.world.book
        if any(key in self.varied for key in book.keys_of(node)):
            return True
        return bool(self.replaced) and any(part in self.replaced for part in book.made_of(node))
