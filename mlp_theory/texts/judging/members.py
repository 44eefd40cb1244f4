"""The members of a domain that no ordinary draw meets: zero, single entries, whole numbers, what lies at its edge."""

from __future__ import annotations

import numpy as np

SPECIAL = ("zero", "single", "exact", "boundary", "top", "extreme")
"""Zero; one entry alone; numbers that nothing rounds; what lies on the boundary, at its other end, very near."""

EDGED = ("whole", "integer", "nonnegative", "semidefinite")
"""Domains with members that an equation may hold without: the others are open, or drawn in full."""

Shape = tuple[int, ...]


def special_array(kind: str, domain: str, shape: Shape, rng: np.random.Generator) -> np.ndarray | None:
    """Special members of a domain; None where it has none, and any will do."""
    word, *rest = domain.split()
    if word == "real":
        return _plain(kind, shape, rng, -3)
    if word == "nonnegative":
        out = _plain(kind, shape, rng, 0)
        if out is not None:
            return out
        return rng.uniform(0.2, 2.0, shape) * _some(shape, rng, 0.0) if kind == "boundary" else _any_scale(shape, rng)
    if word == "positive":
        return rng.integers(1, 5, shape) * 1.0 if kind in ("zero", "single", "exact") else _any_scale(shape, rng)
    if word == "between":
        return _between(kind, float(rest[0]), float(rest[1]), "closed" in rest, shape, rng)
    if word == "probabilities":
        return _probabilities(kind, shape, rng)
    if word == "whole":
        low, high = {"zero": (1, 1), "exact": (1, 12), "extreme": (20, 60)}.get(kind, (1, 2))
        return rng.integers(low, high + 1, shape) * 1.0
    if word == "integer":
        low, high = {"zero": (0, 0), "exact": (-6, 6), "extreme": (20, 60)}.get(kind, (-1, 1))
        return rng.integers(low, high + 1, shape) * rng.choice([-1.0, 1.0], shape)
    if word == "symmetric":
        out = _plain(kind, shape, rng, -3)
        return None if out is None else (out + np.swapaxes(out, -1, -2)) / 2
    if word in ("definite", "semidefinite"):
        return _definite(kind, word == "definite", shape, rng)
    return None


def _plain(kind: str, shape: Shape, rng: np.random.Generator, low: int) -> np.ndarray | None:
    if kind == "zero":
        return np.zeros(shape)
    if kind == "single":
        out = np.zeros(shape)
        out.flat[rng.integers(out.size)] = 1.0
        return out
    return rng.integers(low, 4, shape) * 1.0 if kind == "exact" else None


def _any_scale(shape: Shape, rng: np.random.Generator) -> np.ndarray:
    return 10.0 ** rng.uniform(-3, 3, shape)


def _some(shape: Shape, rng: np.random.Generator, sure: float) -> np.ndarray:
    """Zeros and ones, with the one that is asked for at one place at least."""
    out = rng.integers(0, 2, shape) * 1.0
    out.flat[rng.integers(out.size)] = sure
    return out


def _between(kind: str, low: float, top: float, closed: bool, shape: Shape, rng: np.random.Generator) -> np.ndarray:
    if not np.isfinite(top):
        return low + (rng.integers(1, 5, shape) if kind in ("zero", "single", "exact") else _any_scale(shape, rng))
    if kind in ("zero", "single", "exact"):
        return low + (top - low) * rng.integers(1, 8, shape) / 8
    near = 0.0 if closed and kind in ("boundary", "top") else 1e-6
    return low + (top - low) * np.where(_some(shape, rng, kind == "top") == 1, 1 - near, near)


def _probabilities(kind: str, shape: Shape, rng: np.random.Generator) -> np.ndarray:
    rows = shape[-2]
    if kind in ("boundary", "top", "extreme"):
        out = np.full(shape, 1e-6)
        where = rng.integers(0, rows, (*shape[:-2], 1, shape[-1]))
        np.put_along_axis(out, where, 1 - (rows - 1) * 1e-6, -2)
        return out
    halves = 0.5 ** np.arange(1.0, rows + 1)  # 1/2, 1/4, …, and the last once more
    halves[-1] *= 2
    return np.broadcast_to(rng.permutation(halves)[:, None], shape).copy()


def _definite(kind: str, regular: bool, shape: Shape, rng: np.random.Generator) -> np.ndarray:
    n = shape[-1]
    if kind == "zero":
        return np.zeros(shape) + (np.eye(n) if regular else 0.0)
    if kind == "single":
        return np.zeros(shape) + (np.eye(n) if regular else np.diag((np.arange(n) == rng.integers(n)) * 1.0))
    if kind == "exact":
        root = rng.integers(-2, 3, (*shape[:-1], n if regular else 1)) * 1.0
        return root @ np.swapaxes(root, -1, -2) + (np.eye(n) if regular else 0.0)
    root = rng.standard_normal(shape)
    if regular:  # axes of all lengths from 0.03 to 3
        turn = np.linalg.qr(root)[0]
        out = (turn * 10.0 ** rng.uniform(-3, 1, (*shape[:-2], 1, n))) @ np.swapaxes(turn, -1, -2)
        return (out + np.swapaxes(out, -1, -2)) / 2
    if kind in ("boundary", "top"):
        root = root[..., : n - 1]  # of no full rank
        return root @ np.swapaxes(root, -1, -2) if n > 1 else np.zeros(shape)
    return 1e-3 * root @ np.swapaxes(root, -1, -2) / n
