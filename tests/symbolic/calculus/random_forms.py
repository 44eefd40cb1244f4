"""What the laws of broadcasting, means, quotients and Kronecker products are about: builders for random expressions."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mlp_theory import symbolic as sy
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.expression import reciprocal


@dataclass(frozen=True)
class Pair:
    """An expression, and the function of all letters' arrays that computes it."""

    expression: sy.Expression
    at: Callable


def unary(build, compute):
    """An operation on pairs, from one on expressions and one on arrays."""
    return lambda *pairs: Pair(
        build(*(p.expression for p in pairs)), lambda env: env["seen"](compute(*(p.at(env) for p in pairs)))
    )


def eye(like: sy.Expression) -> sy.Expression:
    """The identity with as many rows."""
    return sy.Expression(al.identity(like.shape[0]))


def column_means(A):
    return sy.Expression(reciprocal(A.shape[0])) * A.column_sums()


def _rows(A):
    return A.sum(1, keepdims=True)


def _columns(A):
    return A.sum(0, keepdims=True)


def _sigmoid(A):
    return 1 / (1 + np.exp(-A))


ANY = {  # of an argument of the same shape
    "centred": unary(lambda A: A - A.row_means(), lambda A: A - A.mean(1, keepdims=True)),
    "centred columns": unary(lambda A: A - column_means(A), lambda A: A - A.mean(0, keepdims=True)),
    "row sums of centred": unary(
        lambda A: sy.tanh(A) + (A * A.row_sums() - (A - A.row_means())).row_sums(),
        lambda A: np.tanh(A) + _rows(A * _rows(A)),
    ),
    "common denominator": unary(
        lambda A: A - sy.tanh(A).row_means() - sy.sin(A).row_means(),
        lambda A: A - (np.tanh(A) + np.sin(A)).mean(1, keepdims=True),
    ),
    "repeated columns": unary(
        lambda A: A / (2 + sy.cos(A.row_sums())) * A.row_sums(), lambda A: A / (2 + np.cos(_rows(A))) * _rows(A)
    ),
    "repeated rows": unary(
        lambda A: A / (2 + sy.cos(A.column_sums())) * A.column_sums(),
        lambda A: A / (2 + np.cos(_columns(A))) * _columns(A),
    ),
    "one over one and exp": unary(lambda A: 1 / (1 + sy.exp(-sy.sin(A))), lambda A: _sigmoid(np.sin(A))),
    "exp over one and exp": unary(lambda A: sy.exp(sy.sin(A)) / (1 + sy.exp(sy.sin(A))), lambda A: _sigmoid(np.sin(A))),
    "log of one and exp": unary(lambda A: sy.log(1 + sy.exp(sy.sin(A))), lambda A: np.log(1 + np.exp(np.sin(A)))),
    "quotient that cancels": unary(
        lambda A: (A / (2 + sy.cos(A)) - sy.sin(A)) * (2 + sy.cos(A)), lambda A: A - np.sin(A) * (2 + np.cos(A))
    ),
}
TWO = {  # of two arguments of the same shape
    "products that cancel": unary(lambda A, B: (1 - A) * B - A * (1 - B), lambda A, B: B - A),
    "squares that cancel": unary(lambda A, B: (A + B) * (A - B) - A * A, lambda A, B: -B * B),
    "times row sums": unary(lambda A, B: A * B.row_sums() - B.row_sums(), lambda A, B: (A - 1) * _rows(B)),
    "times column sums": unary(lambda A, B: A * B.column_sums() + B.column_sums(), lambda A, B: (A + 1) * _columns(B)),
    "row sums of products": unary(
        lambda A, B: A + (A * B * B.row_sums()).row_sums(), lambda A, B: A + _rows(A * B) * _rows(B)
    ),
    "column sums of products": unary(
        lambda A, B: A + (A * B * B.column_sums()).column_sums(), lambda A, B: A + _columns(A * B) * _columns(B)
    ),
}
INNER = unary(lambda A, B: (A * B).sum(), lambda A, B: (A * B).sum().reshape(1, 1))
INNER_WITH_IDENTITY = unary(lambda A: (A * eye(A)).sum(), lambda A: np.trace(A).reshape(1, 1))
LESS_THAN_IDENTITY = unary(lambda A, B: A @ (eye(B) - B), lambda A, B: A - A @ B)
BY_COLUMN = unary(lambda A, b: A * b, lambda A, b: A * b)
KRON = unary(sy.kron, np.kron)
KRON_SUM = unary(lambda A, B, C: sy.kron(A, B) - sy.kron(A, C), lambda A, B, C: np.kron(A, B - C))
KRON_SUM_LEFT = unary(lambda A, B, C: sy.kron(B, A) + sy.kron(C, A), lambda A, B, C: np.kron(B + C, A))
KRON_PRODUCT = unary(lambda A, B, C, D: sy.kron(A, B) @ sy.kron(C, D), lambda A, B, C, D: np.kron(A, B) @ np.kron(C, D))
KRON_RIGHT = unary(lambda A, B, C: sy.kron(A, B) - C @ sy.kron(A, B), lambda A, B, C: np.kron(A, B) - C @ np.kron(A, B))
KRON_NUMBERS = unary(lambda s, A, B: sy.kron(s * A, 2 * B), lambda s, A, B: 2 * s * np.kron(A, B))
