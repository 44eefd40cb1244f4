"""Sums, products, means and extremes over an index, all terms at once or term by term."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.evaluate import evaluate, evaluation_rule
from mlp_theory.symbolic.expressions import Compare, Index, Node, Over
from mlp_theory.symbolic.limits import MAX_ELEMENTS, MAX_TERMS, EvaluationError, MemoryLimitError
from mlp_theory.symbolic.operations import OPERATIONS
from mlp_theory.symbolic.values import Array, Value, align, constant, product_size
from mlp_theory.symbolic.world import Frame


@evaluation_rule.register(Over)
def _over(node: Over, frame: Frame) -> Value:
    low, high = evaluate(node.low, frame), evaluate(node.high, frame)
    if low.v.shape[-2:] != (1, 1) or high.v.shape[-2:] != (1, 1):
        raise EvaluationError("the bounds of a sum are no numbers")
    # A bound that depends on another index, as in Σ_{j ≤ i}: up to the largest, where j ≤ i.
    ragged = high.v.size != 1
    if low.v.size != 1 or (ragged and node.kind not in ("sum", "prod", "max")):
        raise EvaluationError("the bounds of a sum depend on another index")
    first, last = round(float(low.v.real.flat[0])), round(float(high.v.real.max()))
    if last - first >= MAX_TERMS:
        raise EvaluationError(f"a sum of more than {MAX_TERMS:,} terms")
    if last < first and not ragged:
        if node.kind in ("sum", "prod"):
            return constant(0.0 if node.kind == "sum" else 1.0)
        raise EvaluationError("an empty range")
    if node.loop and not ragged:
        return _over_loop(node, range(first, last + 1), frame)
    numbers = constant(np.arange(first, last + 1.0), (node.index,))
    within = (Compare("<=", Index(node.index), node.high),) if ragged else ()
    return _reduce(node, numbers, (*node.conditions, *within), frame)


def _reduce(node: Over, numbers: Value, conditions: tuple[Node, ...], frame: Frame) -> Value:
    """All terms at once, along the axis of the index."""
    inner = frame.at(node.index, numbers)
    body = evaluate(node.body, inner)
    masks = [evaluate(condition, inner) for condition in conditions]
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
    v, m = _REDUCE[node.kind](number, size, keep, k)
    return Value((*axes[:k], *axes[k + 1 :]), v, m)


def _added(number: Array, size: Array, keep: Array, k: int) -> tuple[Array, Array]:
    return np.where(keep, number, 0.0).sum(k), np.where(keep, size, 0.0).sum(k)


def _averaged(number: Array, size: Array, keep: Array, k: int) -> tuple[Array, Array]:
    total, magnitude = _added(number, size, keep, k)
    return total / keep.sum(k), magnitude / keep.sum(k)


def _multiplied(number: Array, size: Array, keep: Array, k: int) -> tuple[Array, Array]:
    factors = np.moveaxis(np.where(keep, number, 1.0), k, 0)
    sizes = np.moveaxis(np.where(keep, size, 1.0), k, 0)
    total, magnitude = factors[0], sizes[0]
    for factor, size_of_factor in zip(factors[1:], sizes[1:], strict=True):
        total, magnitude = total * factor, product_size(total, magnitude, factor, size_of_factor)
    return total, magnitude


def _largest(number: Array, size: Array, keep: Array, k: int, sign: int = 1) -> tuple[Array, Array]:
    where = np.expand_dims(np.argmax(np.where(keep, sign * number.real, -np.inf), axis=k), k)
    return np.take_along_axis(number, where, k).squeeze(k), np.take_along_axis(size, where, k).squeeze(k)


def _smallest(number: Array, size: Array, keep: Array, k: int) -> tuple[Array, Array]:
    return _largest(number, size, keep, k, sign=-1)


_REDUCE = {"sum": _added, "mean": _averaged, "prod": _multiplied, "max": _largest, "min": _smallest}


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
