"""Indices that are more than a letter: a place (i, j) among the rows of A ⊗ B, and a row of a block, after others.

A size that is a product m p is counted by pairs: (i, j) is number (i − 1) p + j. A size that is a sum p + q is counted
by its parts: row j of the second is number p + j.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.dimensions import Dim, plus
from mlp_theory.symbolic.expressions import Call, Index, Named, Node, Number, Size

_Found = TypeVar("_Found")

ENTRYWISE = ("add", "times", "power", "elementwise", "softmax")


class Split(NamedTuple):
    """A size as a product: the pairs (i, j) with i up to `outer` and j up to `inner`, which may be pairs again."""

    outer: Dim
    inner: Dim
    of_outer: Split | None = None
    of_inner: Split | None = None


def place(i: Node, j: Node, outer: Dim, inner: Dim) -> Node:
    """The place (i, j); where one of the sizes is 1, the other index."""
    return j if outer == 1 else i if inner == 1 else Call("place", (i, j), (outer, inner))


def after(before: Dim, i: Node, size: Dim, whole: Dim) -> Node:
    """Number `i` of the `size` that come after some others; where these are the whole, i itself."""
    match i:
        case Call("after", (inner,), (first, inner_size)):
            return after(plus(before, first), inner, inner_size, whole)
    return i if size == whole else Call("after", (i,), (before, size))


def number_of(index: Node) -> Node:
    """A place, or a number after others, as arithmetic."""
    match index:
        case Call("place", (i, j), (_, inner)):
            before = Call("add", (number_of(i), al.ONE), (1, -1))
            return Call("add", (Call("times", (before, size(inner)), ()), number_of(j)), (1, 1))
        case Call("after", (i,), (before, _)):
            return number_of(i) if before == 0 else Call("add", (size(before), number_of(i)), (1, 1))
    return index


def size(dim: Dim) -> Node:
    """A size as a number."""
    return Number(float(dim)) if isinstance(dim, int) else Size(dim)


def letters_in(index: Node) -> set[str]:
    """The letters of an index."""
    return {part.name for part in parts_of(index) if isinstance(part, Index)}


def ranges_of(index: Node, dim: Dim) -> dict[str, Dim]:
    """How far each letter of an index counts."""
    match index:
        case Index(name):
            return {name: dim}
        case Call("place", (i, j), (outer, inner)):
            return ranges_of(i, outer) | ranges_of(j, inner)
    return {}


def apart(a: tuple[Dim, Dim], b: tuple[Dim, Dim]) -> bool:
    """Whether two parts of a sum of sizes, told by what comes before each and its size, have nothing in common."""
    return any(_never_negative(plus(plus(y[0], x[0], -1), x[1], -1)) for x, y in ((a, b), (b, a)))


def _never_negative(dim: Dim) -> bool:
    if isinstance(dim, tuple):
        return dim[2] >= 0 and all(count >= 0 for _, count in dim[1])
    return isinstance(dim, str) or dim >= 0


def split_of(node: Node, axis: int) -> Split | None:
    """The pairs by which the rows (axis 0) or columns (axis 1) of an expression are counted, where it has them."""
    return _counted(node, axis, _own_split)


def parts_along(node: Node, axis: int) -> tuple[tuple[Dim, Dim], ...] | None:
    """The blocks of which the rows or columns of an expression consist: what comes before each, and its size."""
    return _counted(node, axis, _own_parts)


def counts(index: Node, whole: Dim, parts: tuple[tuple[Dim, Dim], ...] | None) -> list[tuple[Node, Node, Dim]]:
    """What an index is in each of these parts, the index that is summed there, and how far."""
    if parts is None:
        return [(index, index, whole)]
    inside = [(before, al.ONE if size == 1 else index, size) for before, size in parts]
    return [(after(before, k, size, whole), k, size) for before, k, size in inside]


def _counted(node: Node, axis: int, own: Callable[[Node, int], _Found | None]) -> _Found | None:
    """What the operation says of its rows or columns; else what it has from an argument."""
    found = own(node, axis)
    if found is not None:
        return found
    match node:
        case Named(_, body):
            return _counted(body, axis, own)
        case Call("transpose", (a,), _):
            return _counted(a, 1 - axis, own)
        case Call("matmul", args, _):
            return _counted(args[-axis], axis, own)
        case Call("diagonal" | "diagonal matrix", (a,), _):
            return _counted(a, 0, own)
        case Call(op, args, _) if op in ENTRYWISE:
            of_each = (_counted(a, axis, own) for a in args if al.shape_of(a) == al.shape_of(node))
            return next((found for found in of_each if found is not None), None)
    return None


def _own_split(node: Node, axis: int) -> Split | None:
    match node:
        case Call("kron", (a, b), _):
            return _split((a, axis), (b, axis))
        case Call("vec", (a,), _):
            return _split((a, 1), (a, 0)) if axis == 0 else None
        case Call("commutation", (), sizes):
            outer, inner = sizes if axis == 0 else sizes[::-1]
            return None if 1 in sizes else Split(outer, inner)
    return None


def _own_parts(node: Node, axis: int) -> tuple[tuple[Dim, Dim], ...] | None:
    """Of a matrix of blocks; of its columns where all its rows are divided in the same way."""
    match node:
        case Call("blocks", args, data):
            blocks = iter(al.shape_of(arg) for arg in args)
            rows = [[next(blocks) for _ in range(count)] for count in data]
            sizes = [[row[0][0] for row in rows]] if axis == 0 else [[width for _, width in row] for row in rows]
            if len(sizes[0]) > 1 and all(other == sizes[0] for other in sizes):
                before: list[Dim] = [0]
                for size in sizes[0]:
                    before.append(plus(before[-1], size))
                return tuple(zip(before, sizes[0], strict=False))
    return None


def _split(outer: tuple[Node, int], inner: tuple[Node, int]) -> Split | None:
    (m, of_m), (n, of_n) = ((al.shape_of(node)[axis], split_of(node, axis)) for node, axis in (outer, inner))
    return of_n if m == 1 else of_m if n == 1 else Split(m, n, of_m, of_n)
