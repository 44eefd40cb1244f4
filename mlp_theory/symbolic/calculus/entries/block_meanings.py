"""What one entry is of a Kronecker product, of vec and its like, and of matrices that are put together from blocks."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.meaning import means
from mlp_theory.symbolic.calculus.entries.places import after, apart, place
from mlp_theory.symbolic.calculus.entries.terms import Indices, add, delta, entry, times, total
from mlp_theory.symbolic.dimensions import Dim, plus
from mlp_theory.symbolic.expressions import Call, Node

Wrap = Callable[[Node], Node]


def _parted(index: Node, outer: Dim, inner: Dim, indices: Indices) -> tuple[Node, Node, Wrap]:
    """The i and j of the place (i, j) that an index is; of a letter, those that δ picks out of all."""
    match index:
        case Call("place", (i, j), (m, n)) if (m, n) == (outer, inner):
            return i, j, lambda body: body
    if outer == 1 or inner == 1:
        i, j = (al.ONE, index) if outer == 1 else (index, al.ONE)
        return i, j, lambda body: body
    i, j = indices.one(outer), indices.one(inner)
    here = delta(index, place(i, j, outer, inner))
    return i, j, lambda body: total(i, outer, total(j, inner, times(here, body)))


@means("kron", "Kronecker product")
def _kronecker(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """Aᵢⱼ Bₖₗ in row (i, k) and column (j, l)."""
    A, B = node.args
    (m, n), (p, q) = al.shape_of(A), al.shape_of(B)
    row, inner_row, rows = _parted(i, m, p, indices)
    column, inner_column, columns = _parted(j, n, q, indices)
    return rows(columns(times(entry(A, row, column), entry(B, inner_row, inner_column))))


@means("vec", "vec")
def _vec(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """Aᵢⱼ in place (j, i): column by column."""
    rows, columns = al.shape_of(node.args[0])
    column, row, wrap = _parted(i, columns, rows, indices)
    return wrap(entry(node.args[0], row, column))


@means("unvec", "inverse of vec")
def _unvec(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    rows, columns = node.data
    return entry(node.args[0], place(j, i, columns, rows), al.ONE)


@means("commutation", "commutation matrix")
def _commutation(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """1 in row (i, j) and column (j, i)."""
    m, n = node.data
    row, inner_row, rows = _parted(i, m, n, indices)
    column, inner_column, columns = _parted(j, n, m, indices)
    return rows(columns(times(delta(row, inner_column), delta(inner_row, column))))


@means("inner of blocks", "inner products of blocks")
def _inner_of_blocks(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """Σₖ Σₗ of block (i, j), times Bₖₗ."""
    G, B = node.args
    (m, n), (p, q) = node.data, al.shape_of(B)
    k, l = indices.along(B, 0), indices.along(B, 1)
    inside = times(entry(G, place(i, k, m, p), place(j, l, n, q)), entry(B, k, l))
    return total(k, p, total(l, q, inside))


@means("sum of blocks", "sum of blocks")
def _sum_of_blocks(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """Σₖ Σₗ Aₖₗ, times the entry of block (k, l)."""
    G, A = node.args
    (p, q), (m, n) = node.data, al.shape_of(A)
    k, l = indices.along(A, 0), indices.along(A, 1)
    inside = times(entry(A, k, l), entry(G, place(k, i, m, p), place(l, j, n, q)))
    return total(k, m, total(l, n, inside))


@means("blocks", "matrix of blocks")
def _blocks(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    """Of each block its entry (k, l), where k and l are what i and j are inside it."""
    height, width = al.shape_of(node)
    terms: list[Node] = []
    top: Dim = 0
    blocks = iter(node.args)
    for count in node.data:
        left: Dim = 0
        rows: Dim = 0
        for _ in range(count):
            block = next(blocks)
            rows, columns = al.shape_of(block)
            k, row = _inside(i, top, rows, height, indices)
            l, column = _inside(j, left, columns, width, indices)
            if k is not al.ZERO and l is not al.ZERO:
                terms.append(row(column(entry(block, k, l))))
            left = plus(left, columns)
        top = plus(top, rows)
    return add(terms)


def _inside(index: Node, before: Dim, size: Dim, whole: Dim, indices: Indices) -> tuple[Node, Wrap]:
    """The number inside a block, and δ that says which it is; 0 where the index counts other blocks."""
    match index:
        case Call("after", (k,), (first, count)) if (first, count) == (before, size):
            return k, lambda body: body
        case Call("after", _, other) if apart(other, (before, size)):
            return al.ZERO, lambda body: al.ZERO
    if size == whole:
        return index, lambda body: body
    k = indices.one(size)
    here = delta(index, after(before, k, size, whole))
    return k, lambda body: total(k, size, times(here, body))


@means("part", "part of a matrix")
def _part(node: Call, i: Node, j: Node, indices: Indices) -> Node:
    top, left, rows, columns = node.data
    height, width = al.shape_of(node.args[0])
    return entry(node.args[0], after(top, i, rows, height), after(left, j, columns, width))
