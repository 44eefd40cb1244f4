"""Expressions with shapes: how the calculus makes nodes, and goes through them without recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar
from weakref import WeakKeyDictionary

from mlp_theory.symbolic.book import children
from mlp_theory.symbolic.calculus.table import Shape, dim_times, operation_of
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import (
    Apply,
    Call,
    Compare,
    Derivative,
    Differential,
    Entry,
    Index,
    Named,
    Node,
    Number,
    Over,
    Size,
    Variable,
)  # fmt: skip

_shapes: WeakKeyDictionary[Node, Shape] = WeakKeyDictionary()
T = TypeVar("T")

OPAQUE = (Derivative, Differential, Named)
"""What is rewritten as a whole only."""

ONE, ZERO = Number(1.0), Number(0.0)


def shape_of(node: Node) -> Shape:
    """Rows and columns of an expression.

    Raises
    ------
    ShapeError
        When its parts do not fit each other.
    """
    shape = _shapes.get(node)
    if shape is None and all(child in _shapes for child in children(node)):
        shape = _shapes[node] = _shape(node)  # most nodes are made of what has just been looked at
    if shape is None:
        for part in postorder(node, known=_shapes.__contains__):
            _shapes[part] = _shape(part)
        shape = _shapes[node]
    return shape


def forget_shapes() -> None:
    """Work out every shape anew, after an operation has been taken out of the table."""
    _shapes.clear()


def _shape(node: Node) -> Shape:
    match node:
        case Call(op, args, data):
            return operation_of(op).shape([_shapes[arg] for arg in args], data)
        case Variable(_, rows, columns, _):
            return rows, columns
        case Named(_, body) | Differential(body, _):
            return _shapes[body]
        case Apply(_, (arg, *_), _, scalar):
            return (1, 1) if scalar else _shapes[arg]
        case Derivative(body, wrt, "tensor"):
            return dim_times("A Jacobian", *_shapes[body]), dim_times("A Jacobian", *_shapes[wrt])
        case Derivative(_, wrt, _):
            return _shapes[wrt]
        case Number() | Size() | Entry() | Index() | Over() | Compare():
            return 1, 1
    raise TypeError(f"{type(node).__name__} is no part of the calculus")


def postorder(*roots: Node, known: Callable[[Node], bool] | None = None) -> list[Node]:
    """All parts of some expressions, each once, arguments before what is made of them.

    A part that is `known` is not entered.
    """
    out: list[Node] = []
    seen: set[Node] = set()
    stack: list[tuple[Node, bool]] = [(root, False) for root in reversed(roots)]
    while stack:
        node, ready = stack.pop()
        if ready:
            out.append(node)
            continue
        if node in seen or (known is not None and known(node)):
            continue
        seen.add(node)
        parts = children(node)
        if not parts:
            out.append(node)
            continue
        stack.append((node, True))
        for child in reversed(parts):
            if child not in seen:
                stack.append((child, False))
    return out


def depending_on(some: Iterable[Node], order: Iterable[Node]) -> list[Node]:
    """The parts that are made of some others, in the order in which they are computed; without those others."""
    depends, out = set(some), []
    for part in order:
        if part not in depends and any(child in depends for child in children(part)):
            depends.add(part)
            out.append(part)
    return out


def rebuilt(node: Node, new: dict[Node, Node]) -> Node:
    """The node with other children; itself where none has changed."""
    if isinstance(node, Call):
        parts = tuple([new.get(arg, arg) for arg in node.args])
        return node if parts == node.args else Call(node.op, parts, node.data)
    match node:
        case Named(key, body):
            return Named(key, new.get(body, body))
        case Apply(key, args, order, scalar):
            return Apply(key, tuple(new.get(arg, arg) for arg in args), order, scalar)
        case Derivative(body, wrt, layout):
            return Derivative(new.get(body, body), new.get(wrt, wrt), layout)
    return node


def replace(node: Node, old: Node, new: Node) -> Node:
    """An expression with another part; what stands inside a derivative or behind a name is left alone."""
    return substitute(node, {old: new})


def substitute(node: Node, found: dict[Node, Node]) -> Node:
    """An expression with several other parts, at once; what became of each of its parts is added to `found`."""
    for part in postorder(node, known=lambda p: p in found or isinstance(p, OPAQUE)):
        found[part] = rebuilt(part, found)
    return found.get(node, node)


def call(op: str, args: Iterable[Node], data: tuple = ()) -> Node:
    """An operation on nodes, whose shapes are checked at once."""
    node = Call(op, tuple(args), data)
    shape_of(node)
    return node


def product(*factors: Node) -> Node:
    """A matrix product, of one factor that factor."""
    return factors[0] if len(factors) == 1 else Call("matmul", factors, ())


def plus(*terms: Node, signs: tuple[int, ...] | None = None) -> Node:
    """A sum; of one term that term."""
    if len(terms) == 1 and signs in (None, (1,)):
        return terms[0]
    return Call("add", terms, signs or (1,) * len(terms))


def minus(a: Node, b: Node) -> Node:
    """A difference."""
    return Call("add", (a, b), (1, -1))


def negative(a: Node) -> Node:
    """−A."""
    return Call("add", (a,), (-1,))


def times(*factors: Node) -> Node:
    """A product entry by entry; numbers are repeated."""
    return factors[0] if len(factors) == 1 else Call("times", factors, ())


def transpose(a: Node) -> Node:
    """Aᵀ; of 1ᵀ it is written as 1."""
    if isinstance(a, Call) and a.op in ("ones", "zeros"):
        return Call(a.op, (), a.data[::-1])
    return Call("transpose", (a,), ())


def power(a: Node, exponent: float) -> Node:
    """Every entry to a power; to the first it is the same."""
    return a if exponent == 1 else Call("power", (a, Number(float(exponent))), ())


def elementwise(name: str, a: Node) -> Node:
    """A function of one number, entry by entry."""
    return Call("elementwise", (a,), (name,))


def ones(rows: Dim, columns: Dim) -> Node:
    """A matrix of ones; 1 × 1 is the number."""
    return ONE if (rows, columns) == (1, 1) else Call("ones", (), (rows, columns))


def identity(n: Dim) -> Node:
    """The identity matrix; of size 1 the number."""
    return ONE if n == 1 else Call("identity", (), (n,))


def zeros(rows: Dim, columns: Dim) -> Node:
    """A matrix of zeros; 1 × 1 is the number."""
    return ZERO if (rows, columns) == (1, 1) else Call("zeros", (), (rows, columns))


def total(a: Node) -> Node:
    """The sum of all entries, 1ᵀ A 1."""
    rows, columns = shape_of(a)
    factors = ([ones(1, rows)] if rows != 1 else []) + [a] + ([ones(columns, 1)] if columns != 1 else [])
    return product(*factors)


def is_scalar(node: Node) -> bool:
    """Whether it is a number, 1 × 1."""
    return shape_of(node) == (1, 1)


def tree_size(node: Node, at_most: int) -> int:
    """How many signs it takes to write an expression, names counted as one; counted up to a bound."""
    count, todo = 0, [node]
    while todo and count <= at_most:
        part = todo.pop()
        count += 1
        if not isinstance(part, OPAQUE):
            todo.extend(children(part))
    return count
