"""What a symbol was declared to lie in: values drawn from it, and the free numbers that an optimiser may move."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic import EvaluationError


def draw_array(
    domain: str, shape: tuple[int, ...], rng: np.random.Generator, style: str, scale: float, high: int
) -> np.ndarray:
    """Values from what a symbol was declared to lie in.

    Parameters
    ----------
    domain : str
        A word, with its numbers after it: "real", "between 0 1", "among -1 1", "index 1".
    shape : tuple of int
    rng : numpy.random.Generator
    style : {"normal", "unit", "positive"}
        Which real numbers are drawn.
    scale : float
        Of what has no scale of its own.
    high : int
        The last value of an index.
    """
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


def is_movable(domain: str) -> bool:
    """Whether values can be moved by small steps within the domain."""
    return domain in ("real", "positive", "nonnegative", "symmetric") or domain.startswith("between")


def to_free(x: np.ndarray, domain: str) -> np.ndarray:
    """Free numbers for values of a domain, so that the optimiser cannot leave it."""
    if domain in ("positive", "nonnegative"):
        return np.log(x)
    if domain.startswith("between"):
        low, top = (float(part) for part in domain.split()[1:])
        return np.log((x - low) / (top - x)) if np.isfinite(top) else np.log(x - low)
    return x


def from_free(x: np.ndarray, domain: str) -> np.ndarray:
    """Values of a domain for free numbers: the inverse of `to_free`."""
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
