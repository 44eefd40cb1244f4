"""Products, sums, transposes, and the matrices of ones and zeros that broadcasting is written with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mlp_theory.errors import ShapeError
from mlp_theory.symbolic.calculus.algebra import is_scalar, negative, product, times, total, transpose
from mlp_theory.symbolic.calculus.table import Operation, Shape, enter, same_shape, show_shape


@enter
class Product(Operation):
    """A₁ A₂ ⋯ Aₘ."""

    name, law = "matmul", "product rule"
    equation = r"\mathrm{d}(AB) = (\mathrm{d}A)\,B + A\,(\mathrm{d}B)"

    def shape(self, shapes, data):
        """Outer rows and columns, where the inner ones fit."""
        for k, ((_, columns), (rows, _)) in enumerate(pairwise(shapes)):
            if columns != rows:
                raise ShapeError(
                    "A matrix product does not fit",
                    expected=f"as many rows on the right as columns on the left, which is {show_shape(shapes[k])}",
                    got=show_shape(shapes[k + 1]),
                )
        return shapes[0][0], shapes[-1][1]

    def pullback(self, G, node, k):
        """⟨G, A (dB) C⟩ = ⟨Aᵀ G Cᵀ, dB⟩."""
        before = [transpose(factor) for factor in node.args[:k][::-1]]
        after = [transpose(factor) for factor in node.args[k + 1 :][::-1]]
        return product(*before, G, *after)


@enter
class Sum(Operation):
    """A₁ ± A₂ ± ⋯; `data` holds the signs."""

    name, law = "add", "sum rule"
    equation = r"\mathrm{d}(A + B) = \mathrm{d}A + \mathrm{d}B"

    def shape(self, shapes, data):
        """That of every term."""
        return same_shape("The terms of a sum", shapes)

    def pullback(self, G, node, k):
        """G, with the sign of the term."""
        return G if node.data[k] == 1 else negative(G)


@enter
class Times(Operation):
    """A ⊙ B ⊙ ⋯, entry by entry; factors that are numbers are repeated."""

    name, law = "times", "product rule, entry by entry"
    equation = r"\mathrm{d}(A \odot B) = \mathrm{d}A \odot B + A \odot \mathrm{d}B"

    def shape(self, shapes, data):
        """That of every factor that is no number."""
        large = [shape for shape in shapes if shape != (1, 1)]
        return same_shape("The factors of an entrywise product", large) if large else (1, 1)

    def pullback(self, G, node, k):
        """⟨G, A ⊙ dB⟩ = ⟨G ⊙ A, dB⟩; by a number s, ⟨G, A ds⟩ = ⟨G, A⟩ ds."""
        out = times(G, *node.args[:k], *node.args[k + 1 :])
        return total(out) if is_scalar(node.args[k]) and not is_scalar(node) else out


@enter
class Transpose(Operation):
    """Aᵀ."""

    name, law = "transpose", "transpose"
    equation = r"\mathrm{d}(A^\top) = (\mathrm{d}A)^\top"

    def shape(self, shapes, data):
        """Columns and rows."""
        rows, columns = shapes[0]
        return columns, rows

    def pullback(self, G, node, k):
        """⟨G, (dA)ᵀ⟩ = ⟨Gᵀ, dA⟩."""
        return transpose(G)


class _Constant(Operation):
    """A matrix that no variable stands in."""

    law = "constant"
    equation = r"\mathrm{d}C = 0"

    def shape(self, shapes: Sequence[Shape], data: tuple) -> Shape:
        """As `data` says."""
        return data[0], data[-1]

    def pullback(self, G, node, k):
        """There is no argument."""
        return


@enter
class Ones(_Constant):
    """The matrix of ones, 1 1ᵀ."""

    name = "ones"


@enter
class Zeros(_Constant):
    """The matrix of zeros."""

    name = "zeros"


@enter
class Identity(_Constant):
    """The identity matrix."""

    name = "identity"
