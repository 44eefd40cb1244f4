"""Indices that are more than a letter: a place (i, j) among the rows of A ⊗ B, and a row of a block, after others.

A size that is a product m p is counted by pairs: (i, j) is number (i − 1) p + j. A size that is a sum p + q is counted
by its parts: row j of the second is number p + j.
"""

from __future__ import annotations

from typing import NamedTuple

from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.dimensions import Dim, plus
from mlp_theory.symbolic.expressions import Call, Index, Named, Node, Number, Size

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
    match node:
        case Named(_, body):
            return split_of(body, axis)
        case Call("kron", (a, b), _):
            return _split((a, axis), (b, axis))
        case Call("vec", (a,), _):
            return _split((a, 1), (a, 0)) if axis == 0 else None
        case Call("commutation", (), sizes):
            outer, inner = sizes if axis == 0 else sizes[::-1]
            return None if 1 in sizes else Split(outer, inner)
        case Call("transpose", (a,), _):
            return split_of(a, 1 - axis)
        case Call("matmul", args, _):
            return split_of(args[-axis], axis)
        case Call("diagonal" | "diagonal matrix", (a,), _):
            return split_of(a, 0)
        case Call(op, args, _) if op in ENTRYWISE:
            found = (split_of(a, axis) for a in args if al.shape_of(a) == al.shape_of(node))
            return next((split for split in found if split is not None), None)
    return None


def _split(outer: tuple[Node, int], inner: tuple[Node, int]) -> Split | None:
    (m, of_m), (n, of_n) = ((al.shape_of(node)[axis], split_of(node, axis)) for node, axis in (outer, inner))
    return of_n if m == 1 else of_m if n == 1 else Split(m, n, of_m, of_n)
