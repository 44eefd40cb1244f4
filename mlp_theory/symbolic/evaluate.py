"""The evaluator: what an expression is at given arrays. It knows no law of differentiation.

Here stand its dispatcher and the simple nodes; every other node has its rule in a module of its own.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

import numpy as np

from mlp_theory.symbolic.expressions import Call, Index, Named, Node, Number, Size, Symbol, Variable
from mlp_theory.symbolic.limits import in_time
from mlp_theory.symbolic.operations import OPERATIONS
from mlp_theory.symbolic.values import Value, constant

if TYPE_CHECKING:
    from mlp_theory.symbolic.world import Frame


class EvaluationError(Exception):
    """An expression has no value here; the message says why."""


class OutsideError(EvaluationError):
    """A part reaches beyond its matrix at these sizes; at others it may not."""


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
    return frame.value_of(node.key)


@evaluation_rule.register(Variable)
def _variable(node: Variable, frame: Frame) -> Value:
    return frame.value_of(node.key)


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
