"""Arbitrary functions: a smooth f of numbers, and a smooth loss ℓ of matrices, each drawn at random."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.evaluate import evaluate, evaluation_rule
from mlp_theory.symbolic.expressions import Apply
from mlp_theory.symbolic.values import Array, Value, absolute, align, same_kind
from mlp_theory.symbolic.world import Frame


@evaluation_rule.register(Apply)
def _apply(node: Apply, frame: Frame) -> Value:
    values = [evaluate(arg, frame) for arg in node.args]
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
