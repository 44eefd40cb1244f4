"""Draws of sizes, values and scales for everything that a page gives."""

from __future__ import annotations

import math

import numpy as np

from mlp_theory.symbolic import Dimensions, Frame, World
from mlp_theory.symbolic.book import Book
from mlp_theory.texts.judging.domains import draw_array
from mlp_theory.texts.symbols.records import Info

SCALES = (1.0, 1.0, 0.4, 2.0, 1.0, 0.1, 1.0, 3.0, 1.0, 0.03, 1.0, 10.0)
STYLES = ("normal", "normal", "unit", "positive")

LARGE, HUGE = 60, 1400
"""From here on a size is large: n‖v‖² ≤ 50‖v‖² is seen to be false; and where there are columns alone, huge."""


class Draws:
    """The draws of one page; the number of a draw and the seed say all of it.

    Parameters
    ----------
    book, dims, infos
        What the page knows.
    seed : int
        The same seed, the same draws.
    avoid : frozenset of int
        Sizes that would be mistaken for something else, as the number of layers.
    """

    def __init__(self, book: Book, dims: Dimensions, infos: dict[str, Info], seed: int, avoid: frozenset[int]):
        self.book, self.dims, self.infos = book, dims, infos
        self.seed, self.avoid = seed, avoid
        self._kept: dict[tuple[int, str | None, str, frozenset[str]], World] = {}

    def world(
        self, draw: int, one: str | None = None, style: str = "", least: int = 0, same: int = 0, scale: float = 0.0
    ) -> World:
        """A new draw.

        Parameters
        ----------
        draw : int
        one : str, optional
            The size that is 1 in it.
        style : str
            Special members of every domain, as "zero"; without it, the draw says which are drawn.
        least : int
            What all its sizes exceed, where they are to be large.
        same : int
            What all its sizes are, where they are to be one number.
        scale : float
            Of the values; without it, the draw says which.
        """
        rng = np.random.default_rng([self.seed, draw, 1])
        style = style or STYLES[draw % len(STYLES)]
        scale = scale or SCALES[draw % len(SCALES)]

        def draw_leaf(key: str, rng: np.random.Generator) -> np.ndarray:
            info = self.infos[key]
            shape = _shape(info, world)
            high = world.size(info.high) if info.high is not None else 0
            return draw_array(info.domain, shape, rng, style, scale, high)

        world = World(self.book, self.dims, self._sizes(rng, one, least, same), draw_leaf, int(rng.integers(2**31)))
        return world

    def entries(self, world: World, keys: frozenset[str]) -> int:
        """How many numbers these letters are together."""
        return sum(math.prod(_shape(self.infos[key], world)) for key in keys if key in self.infos)

    def is_moderate(self, draw: int) -> bool:
        """Whether the values of a draw are of ordinary size."""
        return SCALES[draw % len(SCALES)] <= 1

    def kept_world(self, draw: int, one: str | None = None, style: str = "") -> World:
        """A draw that earlier claims of the page may have used: what they have computed is kept."""
        key = (draw, one, style, frozenset(self.dims.roots()))
        world = self._kept.get(key)
        if world is None:
            world = self._kept[key] = self.world(draw, one, style)
            world.base = Frame(world)
            return world
        world.near_kink, world.absorbed, world.branches = False, False, {}
        for name in list(world.leaves):
            info = self.infos.get(name)
            if info is None or world.leaves[name].v.shape != _shape(info, world):
                del world.leaves[name]  # a letter of an earlier claim alone
                world.derived.clear()
        return world

    def forget(self) -> None:
        """Keep nothing of what earlier claims have computed."""
        self._kept.clear()

    def _sizes(self, rng: np.random.Generator, one: str | None, least: int, same: int = 0) -> dict[str, int]:
        """A size for every name: all different, none 1 (or just the one that is asked for)."""
        names = sorted({str(name) for name in self.dims.roots() if "·" not in str(name)})
        literal = set(self.dims.literals()) | set(self.avoid)
        pool = [k for k in range(3, 3 + len(names) + len(literal) + 3) if k not in literal]
        spare = 0 if self.book.laws else 2  # a mean over random entries takes many points for each
        pool = pool[: max(len(names), 1) + spare]
        if least:
            pool = [k for k in range(least, least + 40 + len(names)) if k not in literal]
        picked = [int(pool[k]) for k in rng.permutation(len(pool))[: len(names)]]
        out = dict.fromkeys(names, same) if same else dict(zip(names, picked, strict=True))
        if one is not None:
            out[one] = 1
        for name in sorted(str(n) for n in self.dims.roots() if "·" in str(n)):
            product = 1
            for part in name.split("·"):
                product *= int(part) if part.isdigit() else out.get(str(self.dims.find(part)), 1)
            out[name] = product
        return out


def _shape(info: Info, world: World) -> tuple[int, ...]:
    shape = (world.size(info.r), world.size(info.c))
    return shape if info.count is None else (world.size(info.count), *shape)
