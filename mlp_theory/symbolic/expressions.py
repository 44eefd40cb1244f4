"""The nodes of the language: immutable, hash-consed (equal expressions are one object), strictly 2-D.

Every value is a matrix: a column is m×1, a number 1×1. An index i that is not summed is a *named* leading
axis of the value, so that NumPy's broadcasting evaluates index notation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, dataclass_transform
from weakref import WeakValueDictionary

from mlp_theory.symbolic.dimensions import Dim


@dataclass_transform(eq_default=False, frozen_default=True)
class Interned(type):
    """Makes frozen dataclasses whose calls with equal arguments give one and the same object: equality is identity."""

    _pool: ClassVar[WeakValueDictionary] = WeakValueDictionary()

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]):
        super().__init__(name, bases, namespace)
        dataclass(frozen=True, eq=False)(cls)

    def __call__(cls, *args: Any) -> Any:
        """Look the node up before it is made."""
        key = (cls, *args)
        node = Interned._pool.get(key)
        if node is None:
            node = super().__call__(*args)
            Interned._pool[key] = node
        return node


class Node(metaclass=Interned):
    """An expression."""


class Number(Node):
    """A number, 1×1."""

    value: float


class Size(Node):
    """A dimension used as a number: the n of 1/n."""

    dim: Dim


class Symbol(Node):
    """A letter with its fonts and labels; a family of layers has one symbol a layer."""

    key: str


class Variable(Node):
    """A letter that carries its shape and what is assumed of it: what the calculus derives by."""

    key: str
    rows: Dim
    columns: Dim
    assumptions: frozenset[str] = frozenset()


class Named(Node):
    """An expression that has a name of its own: Z = W A + b 1ᵀ."""

    key: str
    body: Node


class Member(Node):
    """One sample of a family of equal shapes: x_i, x^{(i)}."""

    key: str
    index: Node


class Index(Node):
    """An index as a number; it belongs to the axis of that name."""

    name: str


class Entry(Node):
    """The entry (i, j) of a matrix, counted from 1."""

    body: Node
    i: Node
    j: Node


class Row(Node):
    """Row i of a matrix, as a column."""

    body: Node
    i: Node


class Column(Node):
    """Column j of a matrix."""

    body: Node
    j: Node


class Call(Node):
    """An operation on values: ``Call("matmul", (A, B))``. The operations stand in operations.py."""

    op: str
    args: tuple[Node, ...]
    data: tuple = ()


class Apply(Node):
    """An arbitrary smooth function applied: entry by entry (f, and its derivatives), or with a number as value (ℓ)."""

    key: str
    args: tuple[Node, ...]
    order: int
    scalar: bool


class Map(Node):
    """A function that the page defines, entry by entry: the body in one parameter, or its derivative."""

    parameter: str
    body: Node
    arg: Node
    order: int


class At(Node):
    """An expression where symbols have other values, all at once: f(w₁) of an f that is defined in w."""

    body: Node
    keys: tuple[str, ...]
    values: tuple[Node, ...]


class Over(Node):
    """A sum, product, largest or mean over an index from `low` to `high`, where all conditions are true."""

    kind: str
    index: str
    low: Node
    high: Node
    conditions: tuple[Node, ...]
    body: Node
    loop: bool


class Compare(Node):
    """A relation between numbers: true is 1, false is 0."""

    op: str
    left: Node
    right: Node


class Piecewise(Node):
    """The first branch whose condition is true; a condition of None is "otherwise"."""

    branches: tuple[tuple[Node, Node | None], ...]


class Expectation(Node):
    """The mean over the random symbols of the page: over these keys, or over all when there are none."""

    body: Node
    over: tuple[str, ...]


class Derivative(Node):
    """The derivative of `body` by `wrt`, which is a symbol, an entry, a sample or a row of one.

    layout is ``"gradient"`` (of a number: the shape of the variable), ``"row"``, ``"by a number"`` (the shape of
    the body), ``"jacobian"`` (rows are the body's), ``"transposed"`` (columns are the body's) or ``"tensor"``
    (vec of the body by vec of the variable, for chain rules).
    """

    body: Node
    wrt: Node
    layout: str


class Differential(Node):
    """The differential of `body`, linear in the increments of what it is taken by.

    `by` are letters, or parts with names. The increment of a letter W itself, dW, is its differential by W alone.
    """

    body: Node
    by: tuple[Node, ...]
