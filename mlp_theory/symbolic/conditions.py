"""Relations between numbers, and cases: where each branch is taken is noted."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.evaluate import evaluate, evaluation_rule
from mlp_theory.symbolic.expressions import Compare, Piecewise
from mlp_theory.symbolic.values import Value, align, constant
from mlp_theory.symbolic.world import Frame

RELATIONS = {
    "=": np.equal,
    "!=": np.not_equal,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}


@evaluation_rule.register(Compare)
def _compare(node: Compare, frame: Frame) -> Value:
    axes, (a, b), (ma, mb) = align([evaluate(node.left, frame), evaluate(node.right, frame)])
    gap = a.real - b.real
    # Both whole: indices and labels, which lie at no kink.
    whole = np.all(a.real == np.rint(a.real)) and np.all(b.real == np.rint(b.real))
    frame.current = node
    if not whole:
        frame.decide(gap, ma.real + mb.real)
    truth = RELATIONS[node.op](gap, 0)
    if whole:
        seen = frame.world.branches.setdefault(node, [False, False])
        seen[0] |= bool(np.any(truth))
        seen[1] |= not bool(np.all(truth))
    number = truth + 0.0
    return Value(axes, number, number)


@evaluation_rule.register(Piecewise)
def _piecewise(node: Piecewise, frame: Frame) -> Value:
    values = [evaluate(body, frame) for body, _ in node.branches]
    conditions = [constant(1.0) if c is None else evaluate(c, frame) for _, c in node.branches]
    axes, arrays, sizes = align([*values, *conditions])
    count = len(node.branches)
    shape = np.broadcast_shapes(*(p.shape for p in arrays))
    left = np.ones(shape, dtype=bool)
    v = np.full(shape, np.nan, dtype=np.result_type(*(p.dtype for p in arrays[:count])))
    m = np.zeros(shape, dtype=np.result_type(*(p.dtype for p in sizes[:count])))
    for k in range(count):
        take = left & (arrays[count + k].real != 0)
        v, m = np.where(take, arrays[k], v), np.where(take, sizes[k], m)
        seen = frame.world.branches.setdefault((node, k), [False, True])
        seen[0] |= bool(np.any(take))
        left &= ~take
    return Value(axes, v, m)
