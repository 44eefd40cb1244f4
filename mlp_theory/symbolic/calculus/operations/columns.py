"""Operations on every column: log-sum-exp, softmax, and the largest entry."""

from __future__ import annotations

from mlp_theory.symbolic.calculus.algebra import minus, ones, product, shape_of, times
from mlp_theory.symbolic.calculus.table import Operation, enter
from mlp_theory.symbolic.expressions import Call, Node


def repeated(row: Node, rows) -> Node:
    """1 r: a row, once for every row of a matrix."""
    return row if rows == 1 else product(ones(rows, 1), row)


@enter
class LogSumExp(Operation):
    """log 1ᵀe^Z: of each column, a row."""

    name, law = "logsumexp", "log-sum-exp"
    equation = r"\mathrm{d}\,\mathrm{lse}(Z) = \mathbf{1}^\top (\mathrm{softmax}(Z) \odot \mathrm{d}Z)"

    def shape(self, shapes, data):
        """One number a column."""
        return 1, shapes[0][1]

    def pullback(self, G, node, k):
        """P ⊙ (1 G)."""
        (Z,) = node.args
        return times(Call("softmax", (Z,), ()), repeated(G, shape_of(Z)[0]))


@enter
class Softmax(Operation):
    """e^Z ⊘ (1 1ᵀ e^Z): of each column."""

    name, law = "softmax", "softmax"
    equation = r"\mathrm{d}P = P \odot (\mathrm{d}Z - \mathbf{1}\mathbf{1}^\top (P \odot \mathrm{d}Z))"

    def shape(self, shapes, data):
        """That of the scores."""
        return shapes[0]

    def pullback(self, G, node, k):
        """P ⊙ G − P ⊙ (1 1ᵀ (P ⊙ G))."""
        rows = shape_of(node)[0]
        weighted = times(node, G)
        return minus(weighted, times(node, product(ones(rows, 1), ones(1, rows), weighted)))


@enter
class LargestEntry(Operation):
    """The largest entry of each column, a row; `data` is ("column",)."""

    name, law = "largest entry", "maximum of a column"
    equation = r"\mathrm{d}\max(Z) = \mathbf{1}^\top (M \odot \mathrm{d}Z)"

    def shape(self, shapes, data):
        """One number a column."""
        return 1, shapes[0][1]

    def pullback(self, G, node, k):
        """M ⊙ (1 G): only the largest entry counts (where two are the largest there is no derivative)."""
        (Z,) = node.args
        return times(Call("where largest", (Z,), ()), repeated(G, shape_of(Z)[0]))


@enter
class WhereLargest(Operation):
    """1 where an entry is the largest of its column, else 0."""

    name, law = "where largest", "piecewise constant"
    equation = r"\mathrm{d}M = 0"

    def shape(self, shapes, data):
        """That of the argument."""
        return shapes[0]

    def pullback(self, G, node, k):
        """It is constant between its jumps."""
        return
