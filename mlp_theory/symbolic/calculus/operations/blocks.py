"""Kronecker products, vec, and matrices put together from blocks: what convolutions as products need."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_theory.errors import ShapeError
from mlp_theory.symbolic.calculus.algebra import call, shape_of, zeros
from mlp_theory.symbolic.calculus.table import Operation, Shape, dim_times, enter, same_shape, show_shape
from mlp_theory.symbolic.dimensions import Dim, plus
from mlp_theory.symbolic.expressions import Call


@enter
class Vec(Operation):
    """The columns of a matrix below each other."""

    name, law = "vec", "vec"
    equation = r"\mathrm{d}\,\mathrm{vec}(A) = \mathrm{vec}(\mathrm{d}A)"

    def shape(self, shapes, data):
        """One column."""
        return dim_times("vec", *shapes[0]), 1

    def pullback(self, G, node, k):
        """The same entries, back in their columns."""
        return Call("unvec", (G,), shape_of(node.args[0]))


@enter
class Commutation(Operation):
    """K with K vec(A) = vec(Aᵀ), for A of the shape `data` (Magnus & Neudecker, chapter 3, section 7)."""

    name, law = "commutation", "constant"
    equation = r"\mathrm{d}C = 0"

    def shape(self, shapes: Sequence[Shape], data: tuple) -> Shape:
        """Square, as many rows as A has entries."""
        size = dim_times("A commutation matrix", data[0], data[1])
        return size, size

    def pullback(self, G, node, k):
        """There is no argument."""
        return


@enter
class Unvec(Operation):
    """The matrix of shape `data` whose vec is given."""

    name, law = "unvec", "vec, back"
    equation = r"\mathrm{d}\,\mathrm{vec}^{-1}(a) = \mathrm{vec}^{-1}(\mathrm{d}a)"

    def shape(self, shapes: Sequence[Shape], data: tuple) -> Shape:
        """As `data` says."""
        return data[0], data[1]

    def pullback(self, G, node, k):
        """vec(G)."""
        return Call("vec", (G,), ())


@enter
class Kronecker(Operation):
    """A ⊗ B."""

    name, law = "kron", "product rule, Kronecker's"
    equation = r"\mathrm{d}(A \otimes B) = \mathrm{d}A \otimes B + A \otimes \mathrm{d}B"

    def shape(self, shapes, data):
        """Products of the sizes."""
        (p, q), (r, s) = shapes
        return dim_times("A Kronecker product", p, r), dim_times("A Kronecker product", q, s)

    def pullback(self, G, node, k):
        """By A, the inner product of each block of G with B; by B, the blocks of G weighted by A."""
        A, B = node.args
        return Call("inner of blocks", (G, B), shape_of(A)) if k == 0 else Call("sum of blocks", (G, A), shape_of(B))


class _OfBlocks(Operation):
    """Linear in both arguments: a matrix of blocks, and what they are weighted by; `data` is the shape."""

    def shape(self, shapes: Sequence[Shape], data: tuple) -> Shape:
        """As `data` says."""
        return data[0], data[1]


@enter
class InnerOfBlocks(_OfBlocks):
    """The matrix of ⟨block of G, B⟩: the transpose of A ↦ A ⊗ B."""

    name, law = "inner of blocks", "inner products of blocks"
    equation = r"\langle H, \mathrm{d}F \rangle = \langle H \otimes B, \mathrm{d}G \rangle + \cdots"

    def pullback(self, G, node, k):
        """H ⊗ B, or the blocks of G weighted by H."""
        blocks, B = node.args
        return Call("kron", (G, B), ()) if k == 0 else Call("sum of blocks", (blocks, G), shape_of(B))


@enter
class SumOfBlocks(_OfBlocks):
    """Σᵢⱼ Aᵢⱼ (block i, j of G): the transpose of B ↦ A ⊗ B."""

    name, law = "sum of blocks", "weighted sum of blocks"
    equation = r"\langle H, \mathrm{d}F \rangle = \langle A \otimes H, \mathrm{d}G \rangle + \cdots"

    def pullback(self, G, node, k):
        """A ⊗ H, or the inner products of H with the blocks."""
        blocks, A = node.args
        return Call("kron", (A, G), ()) if k == 0 else Call("inner of blocks", (blocks, G), shape_of(A))


@enter
class Blocks(Operation):
    """A matrix of blocks; `data` is the number of blocks in each row."""

    name, law = "blocks", "blocks"
    equation = r"\mathrm{d}(A \mid B) = (\mathrm{d}A \mid \mathrm{d}B)"

    def shape(self, shapes, data):
        """The sizes of the blocks, added."""
        rows: Dim = 0
        columns: Dim = 0
        k = 0
        for count in data:
            row = shapes[k : k + count]
            k += count
            same_shape("The blocks of a row", [(height, 1) for height, _ in row])
            width: Dim = 0
            for _, part in row:
                width = plus(width, part)
            if columns not in (0, width):
                raise ShapeError(
                    "Rows of blocks differ in width", expected=show_shape((1, columns)), got=show_shape((1, width))
                )
            rows, columns = plus(rows, row[0][0]), width
        return rows, columns

    def pullback(self, G, node, k):
        """The part of G that stands where the block does."""
        shapes = [shape_of(arg) for arg in node.args]
        top: Dim = 0
        first = 0
        for count in node.data:
            if k < first + count:
                left: Dim = 0
                for _, width in shapes[first:k]:
                    left = plus(left, width)
                return Call("part", (G,), (top, left, *shapes[k]))
            top = plus(top, shapes[first][0])
            first += count
        return None


@enter
class Part(Operation):
    """A part of a matrix; `data` is how many rows and columns stand before it, and its shape."""

    name, law = "part", "part"
    equation = r"\mathrm{d}(A_{I,J}) = (\mathrm{d}A)_{I,J}"

    def shape(self, shapes, data):
        """As `data` says."""
        top, left, rows, columns = data
        for place, size, whole in ((top, rows, shapes[0][0]), (left, columns, shapes[0][1])):
            rest = plus(plus(whole, place, -1), size, -1)
            if isinstance(rest, int) and rest < 0:
                raise ShapeError("A part reaches beyond its matrix", expected=show_shape(shapes[0]), got=str(data))
        return rows, columns

    def pullback(self, G, node, k):
        """G where the part stands, zeros around it."""
        top, left, rows, columns = node.data
        height, width = shape_of(node.args[0])
        below = plus(plus(height, top, -1), rows, -1)
        right = plus(plus(width, left, -1), columns, -1)
        middle = [part for part in (_zeros(rows, left), G, _zeros(rows, right)) if part is not None]
        out = middle[0] if len(middle) == 1 else call("blocks", middle, (len(middle),))
        column = [part for part in (_zeros(top, width), out, _zeros(below, width)) if part is not None]
        return column[0] if len(column) == 1 else call("blocks", column, (1,) * len(column))


def _zeros(rows: Dim, columns: Dim):
    return None if 0 in (rows, columns) else zeros(rows, columns)
