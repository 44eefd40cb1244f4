"""A page at one draw: the arrays of its letters, and what the right side of each tagged equation is there."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from mlp_theory.errors import DataError
from mlp_theory.symbolic import Frame, Number, World, evaluate
from mlp_theory.symbolic.values import Array
from mlp_theory.texts.checker import bench_for
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.implementing.arrays import columns_of, right_side
from mlp_theory.texts.implementing.letters import Letters
from mlp_theory.texts.implementing.smooth import Smooth
from mlp_theory.texts.implementing.tagged import outcome_of, tagged_item
from mlp_theory.texts.items import UnreadablePageError
from mlp_theory.texts.judging.findings import Finding, Task
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.verdicts.kinds.holds import HOLDS


class Evaluated(NamedTuple):
    """The right side of an equation at one draw.

    Attributes
    ----------
    loops : dict of str to int
        The layer that is meant, ``{"l": 2}``; empty where the equation speaks of no layer.
    value : (rows, columns)
    size : (rows, columns)
        Of the terms that made each entry: what a rounding error is measured by.
    """

    loops: dict[str, int]
    value: Array
    size: Array


class PageAtDraws:
    """A page whose equations have values at random arrays, drawn as the page declares its letters.

    Parameters
    ----------
    source : Source
    deeper : int
        How many layers more than the page needs, where it speaks of L layers.
    seed : int

    Raises
    ------
    DataError
        When the page cannot be read.
    """

    def __init__(self, source: Source, *, deeper: int = 0, seed: int = 0):
        try:
            self._bench = bench_for(source, Settings(seed=seed), deeper=deeper)
        except UnreadablePageError as error:
            raise DataError("The page cannot be read", expected="Markdown with LaTeX", got=str(error)) from None
        self._kept: dict[tuple[int, frozenset], PageAt] = {}

    @property
    def depth(self) -> int:
        """How many layers L stands for."""
        return self._bench.page.layering.depth

    @property
    def sizes(self) -> list[str]:
        """The names of its sizes: K, n."""
        names = sorted(str(name) for name in self._bench.page.dims.roots())
        return [name for name in names if name.isidentifier()]

    def draw(self, number: int, **special: Any) -> PageAt:
        """The page at the draw with this number.

        Parameters
        ----------
        number : int
        special : str or number
            As for `Draws.world`: style="zero", one="n", same=2, least=50, scale=1e-8.
        """
        key = number, frozenset(special.items())
        if key not in self._kept:
            self._kept[key] = PageAt(self._bench, self._bench.judge.draws.world(number, **special))
        return self._kept[key]


class PageAt:
    """A page at one draw."""

    def __init__(self, bench: Bench, world: World):
        self._bench, self._world = bench, _OneFunction(**_fields(world))
        self._sides: dict[str, list[Evaluated]] = {}

    def letter(self, name: str) -> Any:
        """The array of a letter as code names it, ``W_1``; a number of a number; of a function, itself.

        Raises
        ------
        OptionError
            When the page has no such letter.
        """
        letter = Letters(self._bench.page, Number(0.0), {}).find("The page", name)
        if letter.function is not None:
            return Smooth(*letter.function, self._world)
        assert letter.node is not None
        value = evaluate(letter.node, Frame(self._world))
        return float(value.v.real.reshape(-1)[0]) if letter.number else columns_of(value)

    def right_sides(self, tag: str) -> list[Evaluated]:
        """The right side of the equation with a tag, at every layer that it speaks of.

        Raises
        ------
        OptionError
            When no equation of the page has that tag.
        DataError
            When it cannot be evaluated.
        """
        if tag not in self._sides:
            self._sides[tag] = self._evaluated(tag)
        return self._sides[tag]

    def _evaluated(self, tag: str) -> list[Evaluated]:
        item, side = tagged_item(self._bench.items, tag)
        listener = _Listener(self._world)
        outcome = outcome_of(self._bench, item, side, listener)
        if not listener.heard or not outcome.kind.confirms:
            raise DataError(f"({tag}) has no value", expected="an equation that is read", got=str(outcome.why or ""))
        return listener.heard


class _OneFunction(World):
    """A draw in which all arbitrary functions of the layers, f_1, f_2, …, are one: a network has one activation."""

    def rng(self, key: str) -> np.random.Generator:
        return super().rng("function" if key.startswith("function ") else key)


def _fields(world: World) -> dict[str, Any]:
    return {
        "book": world.book, "dimensions": world.dimensions, "sizes": world.sizes, "draw": world.draw,
        "seed": world.seed, "leaves": world.leaves,
    }  # fmt: skip


class _Listener:
    """In the place of a judge: it lets everything hold and keeps the values of the right sides."""

    def __init__(self, world: World):
        self.world = world
        self.loops: dict[str, int] = {}
        self.heard: list[Evaluated] = []

    def test(self, task: Task) -> Finding:
        value, size, _ = right_side(task, self.world)
        self.heard.append(Evaluated(dict(self.loops), value, size))
        return Finding(HOLDS, draws=1)
