"""Operations of users' own: right ones, of several kinds, and the slips that people make in them."""

import numpy as np

from mlp_theory.errors import ShapeError
from mlp_theory.symbolic import OwnOperation, ones, sigmoid, sizes, softmax
from mlp_theory.symbolic.calculus import table
from mlp_theory.symbolic.calculus.writing import alphabets
from mlp_theory.symbolic.function_record import ELEMENTWISE_WORDS, FUNCTIONS
from mlp_theory.symbolic.numpy_source import OWN_SOURCES
from mlp_theory.symbolic.operations import OPERATIONS
from mlp_theory.symbolic.words import OWN_WORDS


class Swish(OwnOperation):
    """Z σ(Z), entry by entry."""

    name, law = "swish", "swish"
    equation = (
        r"\mathrm{d}\,\mathrm{swish}(Z) = (\sigma(Z) + Z \odot \sigma(Z) \odot (1 - \sigma(Z))) \odot \mathrm{d}Z"
    )
    numpy = "Z / (1 + np.exp(-Z))"

    def shape(self, Z):
        """That of Z."""
        return Z

    def value(self, Z):
        """Plain NumPy."""
        return Z / (1 + np.exp(-Z))

    def pullback(self, G, Z):
        """G ⊙ swish'(Z)."""
        s = sigmoid(Z)
        return G * (s + Z * s * (1 - s))


class Centre(OwnOperation):
    """Every row minus its mean: (rows, n)."""

    name = "centre"

    def shape(self, Z):
        """That of Z."""
        return Z

    def value(self, Z):
        """Plain NumPy."""
        return Z - Z.mean(axis=1, keepdims=True)

    def pullback(self, G, Z):
        """The projection is its own transpose."""
        _, n = sizes(Z)
        return G - 1 / n * G @ ones(n, n)


class LogMeanExp(OwnOperation):
    """log (1/m) 1ᵀe^Z: one number a column."""

    name, latex = "log_mean_exp", r"\mathrm{lme}"

    def shape(self, Z):
        """A row."""
        return 1, Z[1]

    def value(self, Z):
        """Plain NumPy."""
        return np.log(np.exp(Z).mean(axis=0, keepdims=True))

    def pullback(self, G, Z):
        """(1 G) ⊙ softmax(Z)."""
        return G * softmax(Z)


class Bilinear(OwnOperation):
    """Aᵀ B: two arguments."""

    name = "bilinear"

    def shape(self, A, B):
        """Columns of A by columns of B."""
        if A[0] != B[0]:
            raise ShapeError("bilinear does not fit", expected="as many rows in both", got=f"{A[0]} and {B[0]}")
        return A[1], B[1]

    def value(self, A, B):
        """Plain NumPy."""
        return A.T @ B

    def pullback(self, G, A, B):
        """B Gᵀ and A G."""
        return B @ G.T, A @ G


RIGHT = (Swish, Centre, LogMeanExp, Bilinear)


def changed(kind, **parts):
    """An operation with other parts: ``changed(Swish, pullback=lambda self, G, Z: G)``."""
    return type(kind.__name__, (kind,), parts)


def nothing_is_left_of(name):
    """Whether no table knows it."""
    tables = (OPERATIONS, FUNCTIONS, table.TABLE, alphabets.OPERATIONS, OWN_SOURCES)
    return not any(name in one for one in (*tables, OWN_WORDS, ELEMENTWISE_WORDS))
