"""Operations on square matrices, and norms: trace, inverse, determinants, diagonals."""

from __future__ import annotations

from mlp_theory.errors import ShapeError
from mlp_theory.symbolic.calculus.algebra import identity, negative, power, product, shape_of, times, transpose
from mlp_theory.symbolic.calculus.table import Operation, enter, show_shape, square
from mlp_theory.symbolic.expressions import Call, Node, Number


def inverse(a: Node) -> Node:
    """A⁻¹."""
    return Call("inverse", (a,), ())


@enter
class Trace(Operation):
    """tr A."""

    name, law = "trace", "trace"
    equation = r"\mathrm{d}\,\mathrm{tr}(A) = \mathrm{tr}(\mathrm{d}A)"

    def shape(self, shapes, data):
        """A number."""
        square("A trace", shapes[0])
        return 1, 1

    def pullback(self, G, node, k):
        """⟨G, tr dA⟩ = ⟨G I, dA⟩."""
        return times(G, identity(shape_of(node.args[0])[0]))


@enter
class Inverse(Operation):
    """A⁻¹ (*The Matrix Cookbook*, 2012, (59))."""

    name, law = "inverse", "inverse"
    equation = r"\mathrm{d}(A^{-1}) = -A^{-1} (\mathrm{d}A) A^{-1}"

    def shape(self, shapes, data):
        """That of the matrix."""
        return square("An inverse", shapes[0])

    def pullback(self, G, node, k):
        """−A⁻ᵀ G A⁻ᵀ."""
        return negative(product(transpose(node), G, transpose(node)))


@enter
class Determinant(Operation):
    """det A (*The Matrix Cookbook*, 2012, (49))."""

    name, law = "determinant", "determinant"
    equation = r"\mathrm{d}\det(A) = \det(A)\,\mathrm{tr}(A^{-1}\mathrm{d}A)"

    def shape(self, shapes, data):
        """A number."""
        square("A determinant", shapes[0])
        return 1, 1

    def pullback(self, G, node, k):
        """G det(A) A⁻ᵀ."""
        return times(G, node, transpose(inverse(node.args[0])))


@enter
class LogDeterminant(Operation):
    """log |det A| (*The Matrix Cookbook*, 2012, (57))."""

    name, law = "log-determinant", "log-determinant"
    equation = r"\mathrm{d}\log|\det A| = \mathrm{tr}(A^{-1}\mathrm{d}A)"

    def shape(self, shapes, data):
        """A number."""
        square("A determinant", shapes[0])
        return 1, 1

    def pullback(self, G, node, k):
        """G A⁻ᵀ."""
        return times(G, transpose(inverse(node.args[0])))


@enter
class Diagonal(Operation):
    """The diagonal of a matrix, as a column."""

    name, law = "diagonal", "diagonal"
    equation = r"\mathrm{d}\,\mathrm{diag}(A) = \mathrm{diag}(\mathrm{d}A)"

    def shape(self, shapes, data):
        """One number a row."""
        return square("A diagonal", shapes[0])[0], 1

    def pullback(self, G, node, k):
        """⟨g, diag(dA)⟩ = ⟨diag(g), dA⟩."""
        return Call("diagonal matrix", (G,), ())


@enter
class DiagonalMatrix(Operation):
    """A column as the diagonal of a matrix."""

    name, law = "diagonal matrix", "diagonal matrix"
    equation = r"\mathrm{d}\,\mathrm{diag}(x) = \mathrm{diag}(\mathrm{d}x)"

    def shape(self, shapes, data):
        """Square."""
        if shapes[0][1] != 1:
            raise ShapeError("diag makes a matrix of a column", expected="(m, 1)", got=show_shape(shapes[0]))
        return shapes[0][0], shapes[0][0]

    def pullback(self, G, node, k):
        """⟨G, diag(dx)⟩ = ⟨diag(G), dx⟩."""
        return Call("diagonal", (G,), ())


@enter
class SquaredNorm(Operation):
    """‖A‖²: the sum of all squares."""

    name, law = "squared norm", "squared norm"
    equation = r"\mathrm{d}\|A\|^2 = 2 \langle A, \mathrm{d}A \rangle"

    def shape(self, shapes, data):
        """A number."""
        return 1, 1

    def pullback(self, G, node, k):
        """2 G A."""
        return times(Number(2.0), G, node.args[0])


@enter
class Norm(Operation):
    """‖A‖, the square root of the sum of all squares; `data` is (2,)."""

    name, law = "norm", "norm"
    equation = r"\mathrm{d}\|A\| = \langle A, \mathrm{d}A \rangle / \|A\|"

    def shape(self, shapes, data):
        """A number."""
        return 1, 1

    def pullback(self, G, node, k):
        """G A / ‖A‖, where A ≠ 0."""
        return times(G, power(node, -1), node.args[0])
