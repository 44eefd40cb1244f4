"""Every operation and elementwise function, against NumPy and SciPy."""

import numpy as np
import pytest
import scipy.linalg
import scipy.special

from mlp_theory.symbolic import Entry, Number, Size
from tests.symbolic.building import (
    THREE,
    TWO,
    A,
    B,
    C,
    I,
    J,
    P,
    S,
    T,
    arrays,
    column_major,
    f,
    op,
    plus,
    r,
    s,
    value,
    x,
    y,
    z,
)

OPERATIONS = {
    "a sum with signs": (plus(A, C, A, signs=(1, -1, 1)), lambda g: g["A"] - g["C"] + g["A"]),
    "a number is added to every entry": (plus(A, s), lambda g: g["A"] + g["s"][0, 0]),
    "a column is added to every column": (plus(A, y), lambda g: g["A"] + np.outer(g["y"], np.ones(4))),
    "a row is added to every row": (plus(A, r), lambda g: g["A"] + np.outer(np.ones(3), g["r"])),
    "entrywise product": (op("times", A, C), lambda g: g["A"] * g["C"]),
    "quotient": (op("divide", A, P), lambda g: g["A"] / g["P"]),
    "matrix product": (op("matmul", A, B), lambda g: np.einsum("ij,jk->ik", g["A"], g["B"])),
    "transpose": (op("transpose", A), lambda g: np.einsum("ij->ji", g["A"])),
    "square of each entry": (op("power", A, TWO), lambda g: g["A"] ** 2),
    "third power of a negative number": (op("power", Number(-2.0), THREE), lambda g: np.array([[-8.0]])),
    "a negative power": (op("power", A, Number(-2.0)), lambda g: 1 / g["A"] ** 2),
    "a broken power": (op("power", P, Number(0.3)), lambda g: g["P"] ** 0.3),
    "a power of numbers": (op("power", TWO, A), lambda g: 2.0 ** g["A"]),
    "matrix power": (op("matrix power", S, data=(4,)), lambda g: np.linalg.matrix_power(g["S"], 4)),
    "the larger of two": (op("larger", A, C), lambda g: np.maximum(g["A"], g["C"])),
    "the smaller of two": (op("larger", A, C, data=("min",)), lambda g: np.minimum(g["A"], g["C"])),
    "the largest entry": (op("largest entry", A), lambda g: np.max(g["A"], keepdims=True)),
    "of each column": (op("largest entry", A, data=("column",)), lambda g: np.max(g["A"], 0, keepdims=True)),
    "column sums": (op("column sums", A), lambda g: g["A"].sum(0, keepdims=True)),
    "sum of all": (op("total", A), lambda g: g["A"].sum(keepdims=True)),
    "mean of all": (op("mean of entries", A), lambda g: g["A"].mean(keepdims=True)),
    "softmax of columns": (op("softmax", A), lambda g: scipy.special.softmax(g["A"], axis=0)),
    "softmax of rows": (op("softmax", A, data=("row",)), lambda g: scipy.special.softmax(g["A"], axis=1)),
    "logsumexp of columns": (op("logsumexp", A), lambda g: scipy.special.logsumexp(g["A"], axis=0, keepdims=True)),
    "logsumexp of rows": (
        op("logsumexp", A, data=("row",)),
        lambda g: scipy.special.logsumexp(g["A"], axis=1, keepdims=True),
    ),
    "trace": (op("trace", S), lambda g: np.array([[np.trace(g["S"])]])),
    "diag of a column": (op("diagonal matrix", x), lambda g: np.diag(g["x"][:, 0])),
    "diag of a row": (op("diagonal matrix", r), lambda g: np.diag(g["r"][0])),
    "diag of a matrix": (op("diagonal", S), lambda g: np.diag(g["S"])[:, None]),
    "vec stacks columns": (op("vec", A), lambda g: column_major(g["A"])),
    "Kronecker product": (op("kron", A, T), lambda g: np.kron(g["A"], g["T"])),
    "inverse": (op("inverse", S), lambda g: scipy.linalg.solve(g["S"], np.eye(4))),
    "determinant": (op("determinant", S), lambda g: np.array([[scipy.linalg.det(g["S"])]])),
    "norm of a column": (op("norm", x, data=(2,)), lambda g: np.array([[np.linalg.norm(g["x"][:, 0])]])),
    "Frobenius' norm": (op("norm", A, data=(2,)), lambda g: np.array([[np.linalg.norm(g["A"], "fro")]])),
    "sum norm": (op("norm", x, data=(1,)), lambda g: np.array([[np.linalg.norm(g["x"][:, 0], 1)]])),
    "largest norm": (op("norm", x, data=("inf",)), lambda g: np.array([[np.linalg.norm(g["x"][:, 0], np.inf)]])),
    "spectral norm": (op("norm", A, data=("spectral",)), lambda g: np.array([[scipy.linalg.svdvals(g["A"])[0]]])),
    "squared norm": (op("squared norm", A), lambda g: np.array([[np.sum(g["A"] ** 2)]])),
    "square of the sum norm": (op("squared norm", x, data=(1,)), lambda g: np.array([[np.abs(g["x"]).sum() ** 2]])),
    "ones": (op("ones", data=("K", "n")), lambda g: np.ones((3, 4))),
    "zeros": (op("zeros", data=(2, "n")), lambda g: np.zeros((2, 4))),
    "identity": (op("identity", data=("n",)), lambda g: np.eye(4)),
    "unit column": (op("unit", TWO, data=("K",)), lambda g: np.array([[0.0], [1.0], [0.0]])),
    "a matrix of blocks": (
        op("blocks", A, y, r, s, data=(2, 2)),
        lambda g: np.block([[g["A"], g["y"]], [g["r"], g["s"]]]),
    ),
    "a size as a number": (op("divide", Size("n"), Size("K")), lambda g: np.array([[4 / 3]])),
}


@pytest.mark.parametrize(("node", "oracle"), OPERATIONS.values(), ids=OPERATIONS)
@pytest.mark.parametrize("seed", range(3))
def test_an_operation_is_what_numpy_says(node, oracle, seed):
    given = arrays(seed)
    np.testing.assert_allclose(value(node, given), oracle(given), rtol=1e-12, atol=1e-13)


FUNCTIONS = {
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "tanh": np.tanh,
    "sigmoid": scipy.special.expit,
    "softplus": lambda x: np.logaddexp(0, x),
    "relu": lambda x: np.maximum(x, 0),
    "abs": np.abs,
    "sign": np.sign,
    "step": lambda x: np.heaviside(x, 0.0),
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "arctan": np.arctan,
    "arcsin": np.arcsin,
    "arccos": np.arccos,
    "erf": scipy.special.erf,
}


@pytest.mark.parametrize(("name", "oracle"), FUNCTIONS.items(), ids=FUNCTIONS)
def test_an_elementwise_function_is_what_scipy_says(name, oracle):
    given = {"x": np.random.default_rng(1).uniform(0.05, 0.95, (4, 3)) * (1 if name in ("log", "sqrt") else -1)}
    given["x"][0] *= -1 if name not in ("log", "sqrt") else 1
    np.testing.assert_allclose(value(f(name, x), given), oracle(given["x"]), rtol=1e-12)


@pytest.mark.parametrize("huge", [1e4, -1e4])
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("logsumexp", lambda huge: huge + np.log(3)),
        ("softmax", lambda huge: np.full((3, 1), 1 / 3)),
    ],
)
def test_large_exponents_do_not_overflow(name, expected, huge):
    given = {"z": np.full((3, 1), huge)}
    np.testing.assert_allclose(value(op(name, z), given), expected(huge) + np.zeros_like(value(op(name, z), given)))


def test_logsumexp_of_numbers_far_apart_is_the_larger():
    assert value(op("logsumexp", z), {"z": np.array([[1e4], [-1e4]])})[0, 0] == 1e4


def test_a_matrix_is_spread_from_its_entries():
    given = arrays()
    spread = op("spread", op("times", Entry(A, I, J), Entry(A, I, J)), data=("i", "j", "K", "n"))
    np.testing.assert_allclose(value(spread, given), given["A"] ** 2, rtol=1e-14)
