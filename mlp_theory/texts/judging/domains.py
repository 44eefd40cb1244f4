"""What a symbol was declared to lie in: values drawn from its interior."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic import EvaluationError
from mlp_theory.texts.judging.members import SPECIAL, special_array
from mlp_theory.texts.judging.structured import STRUCTURED, structured_array


def draw_array(
    domain: str, shape: tuple[int, ...], rng: np.random.Generator, style: str, scale: float, high: int
) -> np.ndarray:
    """Values from what a symbol was declared to lie in.

    Parameters
    ----------
    domain : str
        A word, with its numbers after it: "real", "between 0 1", "among -1 1", "index 1". With "rows" after it, what
        "one-hot" and its like say of columns is said of rows.
    shape : tuple of int
    rng : numpy.random.Generator
    style : str
        Which real numbers are drawn: "normal", "unit", "positive"; or one of the special members of every domain.
    scale : float
        Of what has no scale of its own.
    high : int
        The last value of an index.
    """
    word, *rest = domain.split()
    if rest == ["rows"]:
        return np.swapaxes(draw_array(word, (*shape[:-2], shape[-1], shape[-2]), rng, style, scale, high), -1, -2)
    if style in SPECIAL:
        special = special_array(style, domain, shape, rng)
        if special is not None:
            return special
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
        out = np.zeros(shape if rest != ["rows"] else (*shape[:-2], shape[-1], shape[-2]))
        rows = rng.integers(0, out.shape[-2], (*out.shape[:-2], 1, out.shape[-1]))
        np.put_along_axis(out, rows, 1.0, -2)
        return out if rest != ["rows"] else np.swapaxes(out, -1, -2)
    if word == "adding-to-one":
        out = rng.standard_normal(shape)
        return out + (1.0 - out.sum(-2, keepdims=True)) / shape[-2]
    if word == "probabilities":
        out = rng.uniform(0.1, 1.0, shape)
        return out / out.sum(-2, keepdims=True)
    if word == "index":
        low = int(float(rest[0]))
        return rng.integers(low, max(high, low) + 1, shape).astype(float)
    if word in ("whole", "integer"):
        return rng.integers(1, 6, shape).astype(float)
    if word == "symmetric":
        out = rng.standard_normal(shape) * scale
        return (out + np.swapaxes(out, -1, -2)) / 2
    if word in ("definite", "semidefinite"):
        out = rng.standard_normal(shape)
        return out @ np.swapaxes(out, -1, -2) / shape[-1] + 0.5 * np.eye(shape[-1])
    if word in STRUCTURED:
        return structured_array(word, shape, rng, scale)
    raise EvaluationError(f"nothing can be drawn from {domain}")
