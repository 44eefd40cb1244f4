"""Random expressions of all operations, each beside a plain NumPy function that computes the same."""

import numpy as np
from hypothesis import strategies as st

from mlp_theory import symbolic as sy
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.expression import Dimension
from tests.symbolic.calculus import plain
from tests.symbolic.calculus import random_forms as forms
from tests.symbolic.calculus.random_forms import KRON, Pair, eye, unary


def letter(rows, columns, which, named=False):
    name = f"{which}_{rows}{columns}"
    shape = [NAMES[size] if named and size in NAMES else size for size in (rows, columns)]
    return Pair(sy.matrix(name, *shape), lambda env: env[name])


SIZES = {"m": 2, "n": 3}
NAMES = {size: Dimension(name) for name, size in SIZES.items()}
"""Sizes that are written as letters, where all sizes are."""


ANY = {  # of an argument of the same shape
    "tanh": unary(sy.tanh, np.tanh),
    "sin": unary(sy.sin, np.sin),
    "sigmoid": unary(sy.sigmoid, plain.FUNCTIONS["sigmoid"]),
    "softplus": unary(sy.softplus, plain.FUNCTIONS["softplus"]),
    "erf": unary(sy.erf, plain.FUNCTIONS["erf"]),
    "relu": unary(sy.relu, plain.FUNCTIONS["relu"]),
    "exp": unary(lambda A: sy.exp(sy.tanh(A)), lambda A: np.exp(np.tanh(A))),
    "log": unary(lambda A: sy.log(1 + sy.power(A, 2)), lambda A: np.log(1 + A * A)),
    "sqrt": unary(lambda A: sy.sqrt(2 + sy.sin(A)), lambda A: np.sqrt(2 + np.sin(A))),
    "one over": unary(lambda A: 1 / (2 + sy.cos(A)), lambda A: 1 / (2 + np.cos(A))),
    "square": unary(lambda A: sy.power(sy.tanh(A), 2), lambda A: np.tanh(A) ** 2),
    "negative": unary(lambda A: -A, lambda A: -A),
    "number": unary(lambda A: 0.5 * A, lambda A: 0.5 * A),
    "softmax": unary(sy.softmax, plain.softmax),
    "log-softmax": unary(sy.log_softmax, lambda Z: Z - plain.call("logsumexp", [Z], (), None)),
    "exp over its sum": unary(
        lambda A: sy.exp(sy.tanh(A)) / (sy.Expression(al.ones(A.shape[0], A.shape[0])) @ sy.exp(sy.tanh(A))),
        lambda A: np.exp(np.tanh(A)) / np.exp(np.tanh(A)).sum(0),
    ),
    **forms.ANY,
}
TWO = {  # of two arguments of the same shape
    "sum": unary(lambda A, B: A + B, lambda A, B: A + B),
    "difference": unary(lambda A, B: A - B, lambda A, B: A - B),
    "entrywise": unary(lambda A, B: A * B, lambda A, B: A * B),
    "twice": unary(lambda A, B: A * B + A - 2 * A, lambda A, B: A * B - A),
    **forms.TWO,
}
MATMUL = unary(lambda A, B: A @ B, lambda A, B: A @ B)
TRANSPOSE = unary(lambda A: A.T, lambda A: A.T)
SCALED = unary(lambda s, A: s * A, lambda s, A: s * A)
STACK = unary(sy.stack, lambda A, B: np.concatenate([A, B], 0))
BESIDE = unary(sy.beside, lambda A, B: np.concatenate([A, B], 1))
PART = unary(lambda A: sy.part(A, 1, 0, A.shape[0] - 1, A.shape[1]), lambda A: A[1:])
LSE = unary(sy.logsumexp, lambda Z: plain.call("logsumexp", [Z], (), None))
BROADCAST = unary(lambda A, b: A + b, lambda A, b: A + b)
VEC = unary(sy.vec, lambda A: A.reshape((-1, 1), order="F"))
DIAGONAL = unary(lambda A: sy.diag(A), lambda A: np.diag(A)[:, None])
DIAG = unary(lambda x: sy.diag(x), lambda x: np.diag(x[:, 0]))
COLUMN_SUMS = unary(lambda A: A.column_sums(), lambda A: A.sum(0, keepdims=True))
INVERSE = unary(lambda A: sy.inverse(SQUARE(A)), lambda A: np.linalg.inv(A @ A.T + 2 * np.eye(len(A))))
NUMBERS = {
    "squared norm": unary(sy.squared_norm, lambda A: (A * A).sum().reshape(1, 1)),
    "norm": unary(lambda A: sy.norm(2 + sy.tanh(A)), lambda A: np.sqrt(((2 + np.tanh(A)) ** 2).sum()).reshape(1, 1)),
    "mean": unary(sy.mean, lambda A: A.mean().reshape(1, 1)),
    "logdet": unary(lambda A: sy.logdet(SQUARE(A)), lambda A: np.log(np.linalg.det(_square(A))).reshape(1, 1)),
    "trace": unary(lambda A: sy.trace(SQUARE(A)), lambda A: np.trace(_square(A)).reshape(1, 1)),
    "det": unary(lambda A: sy.det(SQUARE(sy.tanh(A))), lambda A: np.linalg.det(_square(np.tanh(A))).reshape(1, 1)),
    "largest": unary(
        lambda A: (sy.largest(A) * sy.Expression(al.ones(1, A.shape[1]))).sum(),
        lambda A: np.take_along_axis(A, A.real.argmax(0)[None], 0).sum().reshape(1, 1),
    ),
}


def SQUARE(A):  # noqa: N802 (of capitals like its peers)
    return A @ A.T + 2 * eye(A)


def _square(A):
    return A @ A.T + 2 * np.eye(len(A))


sizes = st.integers(1, 3)


@st.composite
def pairs(draw, rows, columns, depth, named=False):
    """An expression of this shape; with sizes that are `named`, what is made of parts is left out."""

    def of(r, c):
        return draw(pairs(r, c, depth - 1, named))

    if depth == 0:
        return letter(rows, columns, draw(st.sampled_from("AB")), named)
    kinds = ["letter", *ANY, *TWO, "matmul", "matmul", "transpose", "scaled", "broadcast", "column", "identity"]
    kinds += ["kron", "kron"] * (rows * columns > 1) + ["inner", "inner with identity"] * (rows == columns == 1)
    if not named:
        kinds += ["norm of kron"] * (rows == columns == 1)
        kinds += ["part"] + ["stack"] * (rows > 1) + ["beside"] * (columns > 1)
    kinds += (
        ["lse", "column sums"] * (rows == 1) + ["diagonal"] * (columns == 1) + ["vec"] * (columns == 1 and not named)
    )
    kinds += ["inverse", "diag"] * (rows == columns) + list(NUMBERS) * (rows == columns == 1)
    kind = draw(st.sampled_from(kinds))
    inner = draw(sizes)
    if kind in ANY:
        return ANY[kind](of(rows, columns))
    if kind in TWO:
        return TWO[kind](of(rows, columns), of(rows, columns))
    if kind in NUMBERS:  # the largest of letters alone: of sums two entries may be the same
        return NUMBERS[kind](letter(inner, 2, "A", named) if kind == "largest" else of(inner, draw(sizes)))
    match kind:
        case "matmul":
            return MATMUL(of(rows, inner), of(inner, columns))
        case "transpose":
            return TRANSPOSE(of(columns, rows))
        case "scaled":
            return SCALED(of(1, 1), of(rows, columns))
        case "part":
            return PART(of(rows + 1, columns))
        case "broadcast":
            return BROADCAST(of(rows, columns), of(rows, 1))
        case "stack":
            return STACK(of(1, columns), of(rows - 1, columns))
        case "beside":
            return BESIDE(of(rows, 1), of(rows, columns - 1))
        case "kron":
            return draw(kroneckers(rows, columns, inner, depth, named))
        case "norm of kron":
            return NUMBERS["squared norm"](draw(kroneckers(4, draw(st.sampled_from([2, 4])), inner, depth, named)))
        case "inner":
            shape = draw(st.sampled_from([(1, inner), (inner, 1), (inner, inner)]))
            return forms.INNER(of(*shape), of(*shape))
        case "inner with identity":
            return forms.INNER_WITH_IDENTITY(of(inner, inner))
        case "identity":
            return forms.LESS_THAN_IDENTITY(of(rows, columns), of(columns, columns))
        case "column":
            return forms.BY_COLUMN(of(rows, columns), of(rows, 1))
        case "lse":
            return LSE(of(inner, columns))
        case "column sums":
            return COLUMN_SUMS(of(inner, columns))
        case "vec":
            return VEC(of(rows, 1)) if rows % 2 else VEC(of(2, rows // 2))
        case "diagonal":
            return DIAGONAL(of(rows, rows))
        case "inverse":
            return INVERSE(of(rows, columns))
        case "diag":
            return DIAG(of(rows, 1))
    return letter(rows, columns, "A", named)


def _divisors(size):
    return [k for k in range(1, size + 1) if size % k == 0]


@st.composite
def kroneckers(draw, rows, columns, inner, depth, named):
    """A ⊗ B of this shape, sums and products of such."""

    def of(r, c):
        return draw(pairs(r, c, depth - 1, named))

    r, c = draw(st.sampled_from(_divisors(rows))), draw(st.sampled_from(_divisors(columns)))
    a, b = (r, c), (rows // r, columns // c)
    match draw(st.sampled_from(["one", "sum", "sum on the left", "product", "right", "numbers"])):
        case "sum":
            return forms.KRON_SUM(of(*a), of(*b), of(*b))
        case "sum on the left":
            return forms.KRON_SUM_LEFT(of(*a), of(*b), of(*b))
        case "product":
            return forms.KRON_PRODUCT(of(r, inner), of(rows // r, 1), of(inner, c), of(1, columns // c))
        case "right":
            return forms.KRON_RIGHT(of(*a), of(*b), of(rows, rows))
        case "numbers":
            return forms.KRON_NUMBERS(of(1, 1), of(*a), of(*b))
    return KRON(of(*a), of(*b))
