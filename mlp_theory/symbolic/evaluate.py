"""The evaluator: what an expression is at given arrays. It knows no law of differentiation.

Here stand its dispatcher, what a defined letter is, and the simple nodes; every other node has its rule in a module of
its own.
"""

from __future__ import annotations

from functools import singledispatch

import numpy as np

from mlp_theory.symbolic.expressions import Call, Index, Named, Node, Number, Size, Symbol, Variable
from mlp_theory.symbolic.limits import EvaluationError, in_time
from mlp_theory.symbolic.operations import OPERATIONS
from mlp_theory.symbolic.values import Array, Value, align, constant
from mlp_theory.symbolic.world import Frame


@singledispatch
def evaluation_rule(node: Node, _frame: Frame) -> Value:
    """The value of one kind of node; ``evaluation_rule.register(Kind)`` enters another."""
    raise EvaluationError(f"no value for {type(node).__name__}")


def evaluate(node: Node, frame: Frame) -> Value:
    """The value of an expression.

    Raises
    ------
    EvaluationError
        When it has none: an index outside its range, a derivative by what it does not depend on.
    MemoryLimitError, TimeLimitError
        When it would take more memory or time than one equation may.
    """
    if frame.replaced and node in frame.replaced:
        instead = frame.replaced[node]
        return instead if isinstance(instead, Value) else evaluate(instead, frame)
    # Not evaluation_rule(node, frame): deep expressions cannot spare the Python frame of its wrapper.
    return evaluation_rule.dispatch(type(node))(node, frame)


def value_of(key: str, frame: Frame) -> Value:
    """The value of a symbol (of a family: all samples, along the axis ``@``)."""
    if key in frame.varied:
        return frame.varied[key]
    world = frame.world
    if key in frame.memo:
        value, noted = frame.memo[key]
        world.recall(noted)
        return value
    definition = world.book.definitions.get(key)
    if definition is None:
        return world.leaf(key)
    if frame.parent is not None and not frame.moves(definition.node):
        return value_of(key, frame.parent)
    closed = Frame(world, {}, frame.varied, frame.replaced, frame.memo, frame.parent)
    before = world.take_notes()
    if definition.index is None:
        value = evaluate(definition.node, closed)
    else:
        count = frame.size(definition.count if definition.count is not None else 1)
        numbers = constant(np.arange(1.0, count + 1), (definition.index,))
        value = evaluate(definition.node, closed.at(definition.index, numbers))
        axes, (v, _), (m, _) = align([value, numbers])
        k = axes.index(definition.index)
        axes = (*axes[:k], *axes[k + 1 :], "@")
        v, m = (np.moveaxis(_stretch(p, k, count), k, -3) for p in (v, m))
        value = Value(axes, v, m)
    frame.memo[key] = value, world.notes()
    world.recall(before)
    return value


def _stretch(array: Array, axis: int, count: int) -> Array:
    return np.repeat(array, count, axis) if array.shape[axis] == 1 and count != 1 else array


@evaluation_rule.register(Number)
def _number(node: Number, _frame: Frame) -> Value:
    return constant(node.value)


@evaluation_rule.register(Size)
def _size(node: Size, frame: Frame) -> Value:
    return constant(float(frame.size(node.dim)))


@evaluation_rule.register(Index)
def _index(node: Index, frame: Frame) -> Value:
    if node.name not in frame.indices:
        raise EvaluationError(f"the index {node.name.split('#')[0]} is bound by nothing")
    return frame.indices[node.name]


@evaluation_rule.register(Symbol)
def _symbol(node: Symbol, frame: Frame) -> Value:
    return value_of(node.key, frame)


@evaluation_rule.register(Variable)
def _variable(node: Variable, frame: Frame) -> Value:
    return value_of(node.key, frame)


@evaluation_rule.register(Named)
def _named(node: Named, frame: Frame) -> Value:
    return evaluate(node.body, frame)


@evaluation_rule.register(Call)
def _call(node: Call, frame: Frame) -> Value:
    in_time(frame.world.deadline)
    if node.op == "spread":  # a matrix from its entries binds their indices
        for name, dim in zip(node.data[:2], node.data[2:], strict=True):
            if name is not None:
                frame = frame.at(name, constant(np.arange(1.0, frame.size(dim) + 1), (name,)))
    values = []
    for arg in node.args:  # no comprehension, which would be one more Python frame for each level of nesting
        values.append(evaluate(arg, frame))
    frame.current = node
    return OPERATIONS[node.op](frame, values, node.data)
