"""The free numbers that an optimiser may move, so that what they stand for never leaves its domain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_theory.symbolic import Value, World
from mlp_theory.texts.judging.rounding import GRID
from mlp_theory.texts.symbols.records import Info

MAX_MOVED = 60
"""More numbers than this an optimiser without gradients does not move in the time of one equation."""

WORDS = ("real", "positive", "nonnegative", "symmetric", "between", "definite", "semidefinite", "probabilities")
LONGEST = 8.0
"""The largest logarithm of a diagonal entry of a Cholesky factor: beyond it, rounding alone decides."""


@dataclass
class Movable:
    """The letters of a draw whose values may move, and the free numbers that move them.

    Attributes
    ----------
    start : (k,)
        All free numbers, as the draw has them.
    moved : (at most MAX_MOVED,)
        Which of them move.
    """

    world: World
    keys: list[str]
    domains: list[str]
    counts: list[int]
    start: np.ndarray
    moved: np.ndarray

    @classmethod
    def of(cls, world: World, infos: dict[str, Info], rng: np.random.Generator) -> Movable:
        """Those of a draw in which all letters have been evaluated; some of their numbers, when there are many."""
        keys = [key for key in sorted(world.leaves) if _moves(infos[key].domain)]
        domains = [infos[key].domain for key in keys]
        free = [to_free(world.leaves[key].v, domain) for key, domain in zip(keys, domains, strict=True)]
        start = np.concatenate([np.zeros(0), *free])
        moved = np.arange(start.size)
        if start.size > MAX_MOVED:
            moved = np.sort(rng.choice(start.size, MAX_MOVED, replace=False))
        return cls(world, keys, domains, [part.size for part in free], start, moved)

    def leaves(self, point: np.ndarray, rounded: bool = False) -> dict[str, Value]:
        """All values of the draw, those that move taken from a point; rounded to numbers that nothing rounds."""
        free = self.start.copy()
        free[self.moved] = point
        leaves = dict(self.world.leaves)
        k = 0
        for key, domain, count in zip(self.keys, self.domains, self.counts, strict=True):
            array = from_free(free[k : k + count], domain, leaves[key].v.shape)
            k += count
            if rounded:
                array = _rounded(array, domain)
            leaves[key] = Value(leaves[key].axes, array, np.abs(array))
        return leaves

    def world_at(self, point: np.ndarray, rounded: bool = False) -> World:
        """The draw, moved to a point."""
        old = self.world
        leaves = self.leaves(point, rounded)
        return World(old.book, old.dimensions, old.sizes, old.draw, old.seed, old.deadline, leaves=leaves)


def _moves(domain: str) -> bool:
    """Whether free numbers are known for a domain; for what is said of rows they are not."""
    return domain.split()[0] in WORDS and not domain.endswith(" rows")


def to_free(x: np.ndarray, domain: str) -> np.ndarray:
    """Free numbers for values of a domain, so that the optimiser cannot leave it."""
    word, *rest = domain.split()
    if word in ("positive", "nonnegative", "probabilities"):
        return np.log(np.maximum(x, 1e-80)).ravel()
    if word == "between":
        low, top = float(rest[0]), float(rest[1])
        return (np.log((x - low) / (top - x)) if np.isfinite(top) else np.log(x - low)).ravel()
    if word == "definite":
        factor = np.linalg.cholesky(x)
        rows, columns = np.tril_indices(x.shape[-1])
        entries = factor[..., rows, columns]
        return np.where(rows == columns, np.log(np.maximum(entries, 1e-80)), entries).ravel()
    if word == "semidefinite":
        lengths, turn = np.linalg.eigh(x)
        return (turn * np.sqrt(np.maximum(lengths, 0.0))[..., None, :]).ravel()
    return x.ravel()


def from_free(free: np.ndarray, domain: str, shape: tuple[int, ...]) -> np.ndarray:
    """Values of a domain for free numbers: the inverse of `to_free`."""
    word, *rest = domain.split()
    if word == "definite":
        rows, columns = np.tril_indices(shape[-1])
        entries = free.reshape(*shape[:-2], rows.size)
        factor = np.zeros(shape)
        factor[..., rows, columns] = np.where(
            rows == columns, np.exp(np.clip(entries, -LONGEST, LONGEST)), np.clip(entries, -1e4, 1e4)
        )
        return factor @ np.swapaxes(factor, -1, -2)
    x = free.reshape(shape)
    if word in ("positive", "nonnegative"):
        return np.exp(np.clip(x, -200, 200))
    if word == "between":
        low, top = float(rest[0]), float(rest[1])
        if not np.isfinite(top):
            return low + np.exp(np.clip(x, -200, 200))
        return low + (top - low) / (1 + np.exp(-np.clip(x, -30, 30)))
    if word == "probabilities":
        weights = np.exp(np.maximum(x - x.max(-2, keepdims=True), -30))
        return weights / weights.sum(-2, keepdims=True)
    if word == "semidefinite":
        return x @ np.swapaxes(x, -1, -2)
    if word == "symmetric":
        return (x + np.swapaxes(x, -1, -2)) / 2
    return x


def _rounded(array: np.ndarray, domain: str) -> np.ndarray:
    """The nearest numbers of the grid, where they still lie in the domain."""
    word, *rest = domain.split()
    out = np.rint(array * GRID) / GRID
    if word in ("real", "symmetric", "nonnegative") or (word == "positive" and np.all(out > 0)):
        return out
    inside = word == "between" and np.all((out > float(rest[0])) & (out < float(rest[1])))
    return out if inside else array
