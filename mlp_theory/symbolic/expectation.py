"""Expectations over random entries, computed and not estimated: by points whose plain mean is exact."""

from __future__ import annotations

import math

import numpy as np

from mlp_theory.symbolic import quadrature
from mlp_theory.symbolic.evaluate import evaluate, evaluation_rule
from mlp_theory.symbolic.expressions import Expectation, Node
from mlp_theory.symbolic.limits import EvaluationError, MemoryLimitError
from mlp_theory.symbolic.operations import OPERATIONS
from mlp_theory.symbolic.quadrature import NoRuleError, Rule
from mlp_theory.symbolic.values import Array, Value, absolute, align, constant, same_kind
from mlp_theory.symbolic.world import Frame

AGREEMENT = 1e-12
"""How far two rules may differ, in units of the magnitude: exact ones differ by their rounding only."""


@evaluation_rule.register(Expectation)
def _expectation(node: Expectation, frame: Frame) -> Value:
    book = frame.world.book
    keys = sorted(key for key in book.keys_of(node.body) if key in book.laws and (not node.over or key in node.over))
    if not keys:
        raise EvaluationError("nothing in E[…] is random")
    near_kink = frame.world.near_kink
    refused = "it is no polynomial of low degree in what is random"
    for rule in quadrature.RULES:
        try:
            one, other = (_mean(node.body, frame, keys, rule, variant) for variant in (0, 1))
        except (NoRuleError, MemoryLimitError):
            refused = "too much is random at once"
            continue
        _axes, (v, w), (m, n) = align([one, other])
        if np.all(np.abs(v - w) <= AGREEMENT * np.abs(m + n) + 1e-300):
            frame.world.near_kink = near_kink  # no drawn argument: both rules agree, wherever their points lie
            return one
    raise EvaluationError(f"E[…] of this is not found exactly: {refused}")


def _mean(body: Node, frame: Frame, keys: list[str], rule: Rule, variant: int) -> Value:
    """The weighted mean over the points of one rule."""
    shapes = {key: frame.world.leaf(key).v.shape for key in keys}
    laws = {key: frame.world.book.laws[key] for key in keys}
    kinds = {law.kind for law in laws.values()}
    entries = sum(math.prod(shape) for shape in shapes.values())
    inner, start = frame, 0
    weights: dict[str, Value] = {}
    together = entries <= quadrature.FEW and len(kinds) == 1 and kinds <= set(quadrature.MOMENTS)
    grid, shared = np.empty((0, 0)), ""
    if together:
        grid, grid_weights = quadrature.grid(min(kinds), entries, variant)
        shared = frame.world.axis()
        weights[shared] = constant(grid_weights.reshape(-1, 1, 1), (shared,))
    for key in keys:
        law, shape, count = laws[key], shapes[key], math.prod(shapes[key])
        parameters = [evaluate(node, frame) for node in law.parameters]
        if together:
            axis, points = shared, grid[:, start : start + count]
        elif law.kind in quadrature.MOMENTS:
            axis, points = frame.world.axis(), quadrature.array_of_strength(law.kind, count, rule, variant)
            weights[axis] = constant(np.full((len(points), 1, 1), 1 / len(points)), (axis,))
        else:
            axis, points = frame.world.axis(), quadrature.coins(count)
            weights[axis] = _of_coins(points, parameters, axis)
        standard = constant(points.reshape(len(points), *shape), (axis, "@") if len(shape) == 3 else (axis,))
        inner = inner.vary(key, _random(law.kind, parameters, standard, frame), None)
        start += count
    value = evaluate(body, inner)
    for axis, weight in weights.items():
        value = OPERATIONS["times"](frame, [value, weight], ())
        k = value.axes.index(axis)
        value = Value((*value.axes[:k], *value.axes[k + 1 :]), value.v.sum(k), value.m.sum(k))
    return value


def _random(kind: str, parameters: list[Value], standard: Value, frame: Frame) -> Value:
    """A random symbol at points of mean 0 and variance 1; at 0 and 1 for coins."""
    if kind == "coin":
        return standard
    one = constant(1.0)
    if kind == "sign":
        return OPERATIONS["add"](frame, [standard, standard, one], (1, 1, -1))
    first, second = parameters
    if kind == "uniform":
        middle = OPERATIONS["times"](frame, [constant(0.5), OPERATIONS["add"](frame, [first, second], (1, 1))], ())
        width = OPERATIONS["add"](frame, [second, first], (1, -1))
        spread = OPERATIONS["times"](frame, [constant(1 / math.sqrt(12)), width], ())
        moved = OPERATIONS["times"](frame, [spread, standard], ())
    elif second.shape == (1, 1):
        middle = first
        moved = OPERATIONS["times"](frame, [OPERATIONS["elementwise"](frame, [second], ("sqrt",)), standard], ())
    else:
        if second.axes or np.iscomplexobj(second.v):
            raise EvaluationError("a covariance matrix that varies")
        middle = first
        moved = OPERATIONS["matmul"](frame, [constant(np.linalg.cholesky(second.v)), standard], ())
    if middle.shape != moved.shape and middle.shape != (1, 1):
        raise EvaluationError("a mean of another shape than what is random")
    return OPERATIONS["add"](frame, [middle, moved], (1, 1))


def _of_coins(points: Array, parameters: list[Value], axis: str) -> Value:
    """How likely each outcome of all coins is: pʰ (1 − p)ᵗ."""
    p = parameters[0] if parameters else constant(0.5)
    if np.any((p.v.real < 0) | (p.v.real > 1)):
        raise EvaluationError("a probability outside of 0 and 1")
    heads = points.sum(axis=1).reshape(-1, *[1] * p.v.ndim)
    v = p.v**heads * (1 - p.v) ** (points.shape[1] - heads)
    return Value((axis, *p.axes), v, same_kind(v, absolute(v)))
