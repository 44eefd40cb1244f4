"""Parts of a matrix: an entry, a row, a column; and one sample of a family."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic import expressions as ex
from mlp_theory.symbolic.evaluate import evaluate, evaluation_rule, value_of
from mlp_theory.symbolic.limits import EvaluationError
from mlp_theory.symbolic.values import Array, Value, align
from mlp_theory.symbolic.world import Frame


@evaluation_rule.register(ex.Member)
def _member(node: ex.Member, frame: Frame) -> Value:
    return member(value_of(node.key, frame), evaluate(node.index, frame))


@evaluation_rule.register(ex.Entry)
def _entry(node: ex.Entry, frame: Frame) -> Value:
    return entry(evaluate(node.body, frame), evaluate(node.i, frame), evaluate(node.j, frame))


@evaluation_rule.register(ex.Row)
def _row(node: ex.Row, frame: Frame) -> Value:
    return row(evaluate(node.body, frame), evaluate(node.i, frame))


@evaluation_rule.register(ex.Column)
def _column(node: ex.Column, frame: Frame) -> Value:
    return column(evaluate(node.body, frame), evaluate(node.j, frame))


def _whole(index: Value, size: int) -> Array:
    numbers = np.rint(index.v.real).astype(int)
    if np.any(numbers < 1) or np.any(numbers > size):
        raise EvaluationError("an index leaves its range")
    return numbers - 1


def _pick(value: Value, index: Value, axis: int) -> Value:
    """Entries along rows (−2) or columns (−1), one for every value of the index."""
    where = _whole(index, value.v.shape[axis])
    plain = Value(index.axes, where, where)
    axes, (v, k), (m, _) = align([value, plain])
    return Value(axes, np.take_along_axis(v, k, axis), np.take_along_axis(np.broadcast_to(m, v.shape), k, axis))


def entry(value: Value, i: Value, j: Value) -> Value:
    """The entry (i, j)."""
    return _pick(_pick(value, i, -2), j, -1)


def row(value: Value, i: Value) -> Value:
    """Row i, as a column."""
    picked = _pick(value, i, -2)
    return Value(picked.axes, np.swapaxes(picked.v, -1, -2), np.swapaxes(picked.m, -1, -2))


def column(value: Value, j: Value) -> Value:
    """Column j."""
    return _pick(value, j, -1)


def member(value: Value, index: Value) -> Value:
    """One sample out of the axis ``@``."""
    k = value.axes.index("@")
    count = value.v.shape[k]
    rest = (*value.axes[:k], *value.axes[k + 1 :])
    v, m = np.moveaxis(value.v, k, -3), np.moveaxis(np.broadcast_to(value.m, value.v.shape), k, -3)
    where = _whole(index, count)
    # (…, count, rows, columns): the samples become rows of a matrix of flat columns, and are picked there.
    flat = Value(rest, v.reshape(*v.shape[:-2], -1), m.reshape(*m.shape[:-2], -1))
    picked = _pick(flat, Value(index.axes, where + 1.0, where + 1.0), -2)
    shape = (*picked.v.shape[:-2], *value.v.shape[-2:])
    return Value(picked.axes, picked.v.reshape(shape), picked.m.reshape(shape))
