"""Functions that the page defines, entry by entry, and expressions where symbols have other values."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.evaluate import evaluate, evaluation_rule
from mlp_theory.symbolic.expressions import At, Index, Map
from mlp_theory.symbolic.steps import DIFFERENCE, STEP, difference, tangent
from mlp_theory.symbolic.values import Array, Value, align
from mlp_theory.symbolic.world import Frame


@evaluation_rule.register(At)
def _at(node: At, frame: Frame) -> Value:
    inner = frame
    for key, value in zip(node.keys, [evaluate(value, frame) for value in node.values], strict=True):
        inner = inner.vary(key, value, None)
    return evaluate(node.body, inner)


@evaluation_rule.register(Map)
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
        out = tangent(evaluate(node.body, frame.at(node.parameter, stepped)))
    else:
        body = node.body if node.order == 1 else Map(node.parameter, node.body, Index(node.parameter), node.order - 1)
        out = difference(
            lambda h: evaluate(body, frame.at(node.parameter, Value(axes, v + h, m + abs(h)))), DIFFERENCE, frame.world
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
