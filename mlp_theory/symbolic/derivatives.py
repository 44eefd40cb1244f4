"""The derivative of an expression by a symbol, an entry, a sample or a row of one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.entries import column, entry, member, row
from mlp_theory.symbolic.evaluate import evaluate, evaluation_rule, value_of
from mlp_theory.symbolic.expressions import Call, Column, Derivative, Entry, Index, Member, Node, Row, Symbol
from mlp_theory.symbolic.layouts import arrange
from mlp_theory.symbolic.limits import MAX_NESTED_VARIABLES, MAX_VARIABLES, EvaluationError, MemoryLimitError
from mlp_theory.symbolic.operations import OPERATIONS
from mlp_theory.symbolic.regrouping import regrouped
from mlp_theory.symbolic.remainders import hides_variable
from mlp_theory.symbolic.steps import DIFFERENCE, STEP, difference, tangent
from mlp_theory.symbolic.values import Array, Value
from mlp_theory.symbolic.world import Frame


@evaluation_rule.register(Derivative)
def _remembered_derivative(node: Derivative, frame: Frame) -> Value:
    if frame.parent is not None or frame.world.book.is_open(node):
        return _derivative(node, frame)
    if node not in frame.world.derived:  # one gradient stands in many claims of a page
        before = frame.world.take_notes()
        value = _derivative(node, frame)
        frame.world.derived[node] = value, frame.world.notes()
        frame.world.recall(before)
    value, noted = frame.world.derived[node]
    frame.world.recall(noted)
    return value


def _variable(wrt: Node) -> tuple[str, Callable[[Value, Frame], Value]]:
    """The symbol that is varied, and how the part that is meant is picked from its derivative."""
    match wrt:
        case Symbol(key):
            return key, lambda value, frame: value
        case Member(key, index):
            return key, lambda value, frame: member(value, evaluate(index, frame))
        case Entry(body, i, j):
            key, inner = _variable(body)
            return key, lambda value, frame: entry(inner(value, frame), evaluate(i, frame), evaluate(j, frame))
        case Row(body, i):
            key, inner = _variable(body)
            return key, lambda value, frame: row(inner(value, frame), evaluate(i, frame))
        case Column(body, j):
            key, inner = _variable(body)
            return key, lambda value, frame: column(inner(value, frame), evaluate(j, frame))
        case Call("transpose" | "vec", (body,), _):
            key, inner = _variable(body)
            return key, lambda value, frame: OPERATIONS[wrt.op](frame, [inner(value, frame)], ())
    raise EvaluationError("a derivative by this is not defined: it is no variable")


def _derivative(node: Derivative, frame: Frame) -> Value:
    if isinstance(node.wrt, Index):
        return _derivative_by_parameter(node, node.wrt.name, frame)
    book = frame.world.book
    key, part = _variable(node.wrt)
    _check_dependence(node, key, book)
    base = value_of(key, frame)
    _check_remainder(node.body, key, base, frame)
    # A family is varied as a whole: its samples belong to the variable's own shape.
    family = ("@",) if "@" in base.axes else ()
    own = base.v.shape[len(base.axes) - len(family) :]
    count = int(np.prod(own))
    if count > MAX_VARIABLES or (book.has_derivative(node.body) and count > MAX_NESTED_VARIABLES):
        raise MemoryLimitError
    axis = frame.world.axis()
    unit = np.eye(count).reshape(count, *(1,) * (base.v.ndim - len(own)), *own)
    result = _stepped(node.body, key, base, axis, unit, frame)
    if axis not in result.axes:
        raise EvaluationError("it does not depend on the variable")
    # (axis, …, p, q) becomes (…, ~p, ~q, own): a value of the variable's shape, for every entry of the body.
    k = result.axes.index(axis)
    v, m = (np.moveaxis(array, k, -1) for array in (result.v, np.broadcast_to(result.m, result.v.shape)))
    v, m = v.reshape(*v.shape[:-1], *own), m.reshape(*m.shape[:-1], *own)
    names = (*result.axes[:k], *result.axes[k + 1 :], "~p", "~q", *family)
    return arrange(part(Value(names, v, m), frame), result.shape, node.layout)


def _check_dependence(node: Derivative, key: str, book: Book) -> None:
    """Refuse a derivative that would be zero, or wrong, because of what depends on what."""
    if isinstance(node.body, Derivative) and not isinstance(node.body.wrt, Index):
        other, _ = _variable(node.body.wrt)
        if other != key and (key in book.keys_of(Symbol(other)) or other in book.keys_of(Symbol(key))):
            raise EvaluationError("one variable of this second derivative depends on the other")
    definition = book.definitions.get(key)
    if key not in book.keys_of(node.body) and not (
        definition and (definition.node in book.made_of(node.body) or regrouped(book, node.body, definition.node, key))
    ):
        raise EvaluationError("it does not depend on the variable")


def _check_remainder(body: Node, key: str, base: Value, frame: Frame) -> None:
    """Refuse a derivative that would leave out what depends on the variable unseen."""
    definition = frame.world.book.definitions.get(key)
    if definition is None or definition.index or frame.parent is not None:
        return
    fixed = frame.vary(key, base, definition.node, regrouped(frame.world.book, body, definition.node, key))
    if hides_variable(body, key, definition.node, frame, fixed):
        raise EvaluationError("a part of it depends on the variable in a form that is not recognised")


def _stepped(body: Node, key: str, base: Value, axis: str, unit: Array, frame: Frame) -> Value:
    """The derivatives by all entries of a symbol at once, along a new axis: `unit` has a one for each."""
    book = frame.world.book
    definition = book.definitions.get(key)
    spelled_out = definition.node if definition and not definition.index else None

    hidden = regrouped(book, body, spelled_out, key) if spelled_out is not None else []

    def body_at(v: Array, m: Array) -> Value:
        return evaluate(body, frame.vary(key, Value((axis, *base.axes), v, m), spelled_out, hidden))

    if np.iscomplexobj(base.v):
        raise EvaluationError("a complex step inside a complex step")
    if book.has_derivative(body):
        frame.world.margin = 20 * DIFFERENCE
        h = DIFFERENCE * min(1.0, float(np.sqrt(np.mean(base.v**2))) or 1.0)
        return difference(lambda s: body_at(base.v + s * unit, base.m + abs(s) * unit), h, frame.world)
    return tangent(body_at(base.v + 1j * STEP * unit, base.m + 1j * STEP * unit))


def _derivative_by_parameter(node: Derivative, name: str, frame: Frame) -> Value:
    """By the parameter of a function: d/dx inside the body of f(x)."""
    x = frame.indices[name]
    if np.iscomplexobj(x.v) or frame.world.book.has_derivative(node.body):
        return difference(
            lambda h: evaluate(node.body, frame.at(name, Value(x.axes, x.v + h, x.m))), DIFFERENCE, frame.world
        )
    return tangent(evaluate(node.body, frame.at(name, Value(x.axes, x.v + 1j * STEP, x.m + 1j * STEP))))
