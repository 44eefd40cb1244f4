"""The evaluator: what an expression is at given arrays, against NumPy, SciPy and central differences."""

import numpy as np
import pytest
import scipy.linalg
import scipy.special

from mlp_theory.symbolic import (
    Apply,
    At,
    Call,
    Column,
    Compare,
    Definition,
    Derivative,
    Dimensions,
    Entry,
    EvaluationError,
    Frame,
    Index,
    Map,
    Member,
    Node,
    Number,
    Over,
    Piecewise,
    Row,
    Size,
    Symbol,
    World,
    evaluate,
)
from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.limits import MAX_TERMS, MemoryLimitError
from mlp_theory.symbolic.values import constant

SIZES = {"n": 4, "K": 3}
ONE, TWO, THREE = Number(1.0), Number(2.0), Number(3.0)
I, J = Index("i"), Index("j")


def arrays(seed=0):
    """A matrix of each kind: general (A, C: 3×4, B: 4×5), square (S, T), positive (P), columns and a family."""
    rng = np.random.default_rng(seed)
    return {
        "A": rng.standard_normal((3, 4)),
        "B": rng.standard_normal((4, 5)),
        "C": rng.standard_normal((3, 4)),
        "S": rng.standard_normal((4, 4)) + 3 * np.eye(4),
        "T": rng.standard_normal((2, 2)),
        "P": rng.uniform(0.2, 2.0, (3, 4)),
        "x": rng.standard_normal((4, 1)),
        "y": rng.standard_normal((3, 1)),
        "z": rng.standard_normal((3, 1)),
        "r": rng.standard_normal((1, 4)),
        "s": rng.standard_normal((1, 1)),
        "X": rng.standard_normal((5, 4, 1)),  # a family of 5 columns
    }


A, B, C, S, T, P, x, y, z, r, s = (Symbol(name) for name in "ABCSTPxyzrs")


def place(given, definitions=None, free=()):
    """Where to evaluate: arrays for all letters, definitions, and free indices with how many there are."""
    book = Book({key: Definition(node) for key, node in (definitions or {}).items()})
    frame = Frame(World(book, Dimensions(), SIZES, lambda key, _rng: given[key], seed=0))
    for name, count in free:
        frame = frame.at(name, constant(np.arange(1.0, count + 1), (name,)))
    return frame


def value(node, given=None, definitions=None, free=()):
    """The array of an expression; its free indices lead, in the order in which they are given."""
    found = evaluate(node, place(arrays() if given is None else given, definitions, free))
    assert set(found.axes) <= {name for name, _ in free}
    order = [found.axes.index(name) for name, _ in free if name in found.axes]
    return found.v.transpose([*order, len(order), len(order) + 1])


def op(name, *args, data=()):
    return Call(name, args, data)


def plus(*args, signs=None):
    return Call("add", args, signs or (1,) * len(args))


def f(name, arg):
    return Call("elementwise", (arg,), (name,))


def total(kind, index, high, body, conditions=(), low=ONE, loop=False):
    return Over(kind, index, low, high, tuple(conditions), body, loop)


# ------------------------------------------------------------------ operations


def _column_major(M):
    return np.array([[M[i, j]] for j in range(M.shape[1]) for i in range(M.shape[0])])


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
    "vec stacks columns": (op("vec", A), lambda g: _column_major(g["A"])),
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


# ------------------------------------------------------------------ entries, sums, cases


def test_free_indices_are_named_leading_axes():
    given = arrays()
    np.testing.assert_array_equal(value(Entry(A, I, J), given, free=[("i", 3), ("j", 4)])[..., 0, 0], given["A"])
    np.testing.assert_array_equal(value(Entry(A, I, J), given, free=[("j", 4), ("i", 3)])[..., 0, 0], given["A"].T)


def test_a_diagonal_entry_uses_one_index_twice():
    given = arrays()
    np.testing.assert_array_equal(value(Entry(S, I, I), given, free=[("i", 4)])[:, 0, 0], np.diag(given["S"]))


def test_rows_are_columns_and_columns_are_columns():
    given = arrays()
    np.testing.assert_array_equal(value(Row(A, I), given, free=[("i", 3)])[..., 0], given["A"])
    np.testing.assert_array_equal(value(Column(A, J), given, free=[("j", 4)])[..., 0], given["A"].T)


def test_a_member_is_one_sample_of_a_family():
    given = arrays()
    np.testing.assert_array_equal(value(Member("X", TWO), given), given["X"][1])
    np.testing.assert_array_equal(value(Member("X", I), given, free=[("i", 5)]), given["X"])


def test_the_index_notation_of_a_product_is_the_product():
    given = arrays()
    summed = total("sum", "k", Size("n"), op("times", Entry(A, I, Index("k")), Entry(B, Index("k"), J)))
    np.testing.assert_allclose(
        value(summed, given, free=[("i", 3), ("j", 5)])[..., 0, 0], given["A"] @ given["B"], rtol=1e-12
    )


def test_a_matrix_is_spread_from_its_entries():
    given = arrays()
    spread = op("spread", op("times", Entry(A, I, J), Entry(A, I, J)), data=("i", "j", "K", "n"))
    np.testing.assert_allclose(value(spread, given), given["A"] ** 2, rtol=1e-14)


SUMS = {
    "a sum of numbers": (total("sum", "i", Number(10.0), I), 55.0),
    "a sum where a condition is true": (total("sum", "i", Number(10.0), I, [Compare("!=", I, THREE)]), 52.0),
    "an empty sum": (total("sum", "i", Number(0.0), I), 0.0),
    "an empty product": (total("prod", "i", Number(0.0), I), 1.0),
    "a product": (total("prod", "i", Number(5.0), I), 120.0),
    "a mean": (total("mean", "i", Number(5.0), op("times", I, I)), 11.0),
    "a mean where a condition is true": (total("mean", "i", Number(5.0), I, [Compare(">", I, THREE)]), 4.5),
    "the largest": (total("max", "i", Number(5.0), op("times", plus(I, Number(6.0), signs=(1, -1)), I)), -5.0),
    "the smallest": (total("min", "i", Number(5.0), op("times", plus(I, Number(6.0), signs=(1, -1)), I)), -9.0),
    "a sum term by term": (total("sum", "i", Number(10.0), I, loop=True), 55.0),
    "a product term by term": (total("prod", "i", Number(5.0), I, loop=True), 120.0),
    "a condition term by term": (total("sum", "i", Number(10.0), I, [Compare("!=", I, THREE)], loop=True), 52.0),
    "a sum up to another index": (  # Σ_i Σ_{j ≤ i} j = 1 + 3 + 6 + 10
        total("sum", "i", Number(4.0), total("sum", "j", I, J)),
        20.0,
    ),
    "a product up to another index": (  # 1! + 2! + 3! + 4!
        total("sum", "i", Number(4.0), total("prod", "j", I, J)),
        33.0,
    ),
    "a body that has no index": (total("sum", "i", Number(7.0), TWO), 14.0),
}


@pytest.mark.parametrize(("node", "expected"), SUMS.values(), ids=SUMS)
def test_a_sum_or_product_is_the_hand_worked_number(node, expected):
    np.testing.assert_allclose(value(node), [[expected]], rtol=1e-14)


def test_a_mean_term_by_term_counts_only_the_terms_that_it_adds():
    node = total("mean", "i", Number(5.0), I, [Compare(">", I, THREE)], loop=True)
    np.testing.assert_allclose(value(node), [[4.5]])


def test_a_product_of_matrices_is_taken_in_order():
    given = arrays()
    body = plus(S, op("times", I, op("identity", data=("n",))))  # S + i·1, for i = 1, 2, 3
    got = value(total("prod", "i", THREE, body, loop=True), given)
    np.testing.assert_allclose(
        got, np.linalg.multi_dot([given["S"] + k * np.eye(4) for k in (1, 2, 3)]), rtol=1e-11, atol=1e-11
    )


def test_cases_take_the_first_branch_that_is_true():
    node = Piecewise(((Number(10.0), Compare("=", I, J)), (Number(20.0), Compare("<", I, THREE)), (Number(30.0), None)))
    got = value(node, free=[("i", 3), ("j", 2)])[..., 0, 0]
    np.testing.assert_array_equal(got, [[10, 20], [20, 10], [30, 30]])


def test_cases_without_a_true_branch_are_not_a_number():
    node = Piecewise(((ONE, Compare("<", I, TWO)),))
    np.testing.assert_array_equal(value(node, free=[("i", 3)])[:, 0, 0], [1.0, np.nan, np.nan])


@pytest.mark.parametrize(
    ("relation", "truth"),
    [("=", [0, 1, 0]), ("!=", [1, 0, 1]), ("<", [1, 0, 0]), ("<=", [1, 1, 0]), (">", [0, 0, 1]), (">=", [0, 1, 1])],
)
def test_an_indicator_is_one_or_zero(relation, truth):
    np.testing.assert_array_equal(value(Compare(relation, I, TWO), free=[("i", 3)])[:, 0, 0], truth)


# ------------------------------------------------------------------ derivatives


def slopes(function, at):
    """Fourth-order central differences: axes of the value, then axes of the variable."""
    out = np.zeros((*np.shape(function(at)), *at.shape))
    for where in np.ndindex(at.shape):
        step = np.zeros(at.shape)
        step[where] = h = 1e-3
        out[(..., *where)] = (
            8 * (function(at + step) - function(at - step)) - (function(at + 2 * step) - function(at - 2 * step))
        ) / (12 * h)
    return out


GRADIENTS = {
    "sum of squares": (op("squared norm", A), "A", lambda M, g: np.sum(M**2)),
    "of tanh": (op("total", f("tanh", op("matmul", A, B))), "A", lambda M, g: np.tanh(M @ g["B"]).sum()),
    "the other factor": (op("total", f("tanh", op("matmul", A, B))), "B", lambda M, g: np.tanh(g["A"] @ M).sum()),
    "logsumexp": (op("logsumexp", z), "z", lambda M, g: scipy.special.logsumexp(M)),
    "determinant": (op("determinant", S), "S", lambda M, g: scipy.linalg.det(M)),
    "trace of an inverse": (op("trace", op("inverse", S)), "S", lambda M, g: np.trace(np.linalg.inv(M))),
    "spectral norm": (op("norm", A, data=("spectral",)), "A", lambda M, g: np.linalg.norm(M, 2)),
    "Euclid's norm": (op("norm", x, data=(2,)), "x", lambda M, g: np.sqrt(np.sum(M**2))),
    "sum norm": (op("norm", x, data=(1,)), "x", lambda M, g: np.abs(M).sum()),
    "trace of a power": (op("trace", op("matrix power", S, data=(3,))), "S", lambda M, g: np.trace(M @ M @ M)),
    "a quotient": (op("total", op("divide", A, P)), "P", lambda M, g: (g["A"] / M).sum()),
    "a broken power": (op("total", op("power", P, Number(1.7))), "P", lambda M, g: (M**1.7).sum()),
    "Kronecker product": (op("total", f("sin", op("kron", A, T))), "T", lambda M, g: np.sin(np.kron(g["A"], M)).sum()),
    "an entry of it": (
        op("times", Entry(A, ONE, TWO), Entry(A, TWO, THREE)),
        "A",
        lambda M, g: M[0, 1] * M[1, 2],
    ),
    "a product over entries": (
        total("prod", "i", Size("n"), Entry(x, I, ONE)),
        "x",
        lambda M, g: np.prod(M),
    ),
    "the largest entry": (op("largest entry", A), "A", lambda M, g: M.max()),
    "rectified": (op("total", f("relu", A)), "A", lambda M, g: np.maximum(M, 0).sum()),
}


@pytest.mark.parametrize(("body", "key", "function"), GRADIENTS.values(), ids=GRADIENTS)
@pytest.mark.parametrize("layout", ["gradient", "row"])
def test_a_gradient_meets_central_differences_and_has_the_shape_of_the_variable(body, key, function, layout):
    given = arrays(3)
    wanted = slopes(lambda M: function(M, given), given[key])
    got = value(Derivative(body, Symbol(key), layout), given)
    np.testing.assert_allclose(got, wanted if layout == "gradient" else wanted.T, rtol=1e-7, atol=1e-9)


JACOBIANS = {
    "softmax": (op("softmax", z), "z", lambda M, g: scipy.special.softmax(M)),
    "an affine map": (plus(op("matmul", A, x), y), "x", lambda M, g: g["A"] @ M + g["y"]),
    "after tanh": (f("tanh", op("matmul", A, x)), "x", lambda M, g: np.tanh(g["A"] @ M)),
}


@pytest.mark.parametrize(("body", "key", "function"), JACOBIANS.values(), ids=JACOBIANS)
def test_the_jacobian_has_the_rows_of_the_body_and_its_transpose_those_of_the_variable(body, key, function):
    given = arrays(4)
    wanted = slopes(lambda M: function(M, given), given[key])[:, 0, :, 0]
    np.testing.assert_allclose(value(Derivative(body, Symbol(key), "jacobian"), given), wanted, rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(
        value(Derivative(body, Symbol(key), "transposed"), given), wanted.T, rtol=1e-8, atol=1e-10
    )


def test_the_softmax_jacobian_is_diag_p_minus_p_p_transposed():
    given = arrays(5)
    p = scipy.special.softmax(given["z"])
    got = value(Derivative(op("softmax", z), z, "jacobian"), given)
    np.testing.assert_allclose(got, np.diag(p[:, 0]) - p @ p.T, rtol=1e-13, atol=1e-15)


def test_a_derivative_by_a_number_has_the_shape_of_the_body():
    given = arrays(6)
    got = value(Derivative(op("times", f("sin", op("times", s, A)), P), s, "by a number"), given)
    np.testing.assert_allclose(got, given["P"] * given["A"] * np.cos(given["s"] * given["A"]), rtol=1e-12)


def test_the_tensor_layout_is_vec_by_vec():
    """∂ vec(A B) / ∂ vec A = Bᵀ ⊗ 1, in column-major order (Magnus and Neudecker)."""
    given = arrays(7)
    got = value(Derivative(op("matmul", A, B), A, "tensor"), given)
    np.testing.assert_allclose(got, np.kron(given["B"].T, np.eye(3)), rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize(
    ("wrt", "pick"),
    [
        (Entry(A, TWO, THREE), lambda G: G[1:2, 2:3]),
        (Row(A, TWO), lambda G: G[1:2].T),
        (Column(A, THREE), lambda G: G[:, 2:3]),
        (op("transpose", A), lambda G: G.T),
        (op("vec", A), _column_major),
    ],
    ids=["an entry", "a row", "a column", "the transpose", "vec"],
)
def test_a_derivative_by_a_part_is_that_part_of_the_derivative(wrt, pick):
    given = arrays(8)
    got = value(Derivative(op("total", op("power", A, THREE)), wrt, "gradient"), given)
    np.testing.assert_allclose(got, pick(3 * given["A"] ** 2), rtol=1e-12)


def test_a_derivative_by_a_free_entry_has_the_indices_of_that_entry():
    given = arrays(8)
    got = value(Derivative(op("squared norm", A), Entry(A, I, J), "gradient"), given, free=[("i", 3), ("j", 4)])
    np.testing.assert_allclose(got[..., 0, 0], 2 * given["A"], rtol=1e-14)


def test_a_derivative_by_a_sample_of_a_family():
    given = arrays(9)
    loss = total("sum", "i", Number(5.0), op("times", I, op("squared norm", Member("X", I))))
    got = value(Derivative(loss, Member("X", THREE), "gradient"), given)
    np.testing.assert_allclose(got, 6 * given["X"][2], rtol=1e-13)


HESSIANS = {
    "of a quadratic form": (
        op("matmul", op("transpose", x), op("matmul", S, x)),
        "x",
        lambda g: g["S"] + g["S"].T,
    ),
    "of logsumexp": (
        op("logsumexp", z),
        "z",
        lambda g: (
            np.diagflat(scipy.special.softmax(g["z"])) - scipy.special.softmax(g["z"]) @ scipy.special.softmax(g["z"]).T
        ),
    ),
    "of cubes": (op("total", op("power", x, THREE)), "x", lambda g: np.diagflat(6 * g["x"])),
    "of exponentials": (op("total", f("exp", x)), "x", lambda g: np.diagflat(np.exp(g["x"]))),
}


@pytest.mark.parametrize(("body", "key", "hessian"), HESSIANS.values(), ids=HESSIANS)
def test_a_second_derivative_is_the_known_hessian(body, key, hessian):
    given = arrays(10)
    gradient = Derivative(body, Symbol(key), "gradient")
    got = value(Derivative(gradient, Symbol(key), "jacobian"), given)
    np.testing.assert_allclose(got, hessian(given), rtol=1e-7, atol=1e-8)


def test_mixed_second_derivatives():
    """∂/∂s of ∂(sin(s t) )/∂t is cos(s t) − s t sin(s t)."""
    given = {"s": np.array([[0.7]]), "t": np.array([[1.3]])}
    inner = Derivative(f("sin", op("times", s, Symbol("t"))), Symbol("t"), "gradient")
    np.testing.assert_allclose(
        value(Derivative(inner, s, "gradient"), given), [[np.cos(0.91) - 0.91 * np.sin(0.91)]], rtol=1e-9
    )


@pytest.mark.parametrize("layout", ["gradient", "row", "by a number", "jacobian", "transposed", "tensor"])
def test_a_derivative_by_what_the_body_does_not_depend_on_is_never_zero(layout):
    with pytest.raises(EvaluationError, match="does not depend"):
        value(Derivative(op("squared norm", A), B, layout))


@pytest.mark.parametrize("wrt", [op("matmul", A, B), f("exp", A), ONE], ids=["product", "function", "number"])
def test_a_derivative_by_what_is_no_variable_has_no_meaning(wrt):
    with pytest.raises(EvaluationError, match="no variable"):
        value(Derivative(op("squared norm", op("matmul", A, B)), wrt, "gradient"))


def test_too_many_variables_raise():
    with pytest.raises(MemoryLimitError):
        value(Derivative(op("squared norm", A), A, "gradient"), {"A": np.ones((50, 50))})


# ------------------------------------------------------------------ definitions


def test_a_defined_symbol_is_independent_where_it_stands():
    """L = ‖Z‖², Z = A B: ∂L/∂Z is 2Z, not a derivative through A."""
    given = arrays(11)
    definitions = {"Z": op("matmul", A, B), "L": op("squared norm", Symbol("Z"))}
    got = value(Derivative(Symbol("L"), Symbol("Z"), "gradient"), given, definitions)
    np.testing.assert_allclose(got, 2 * given["A"] @ given["B"], rtol=1e-13)


def test_a_defined_symbol_is_independent_where_its_definition_stands():
    """The loss spells out A B, and Z = A B: ∂L/∂Z takes the spelled-out product as Z."""
    given = arrays(11)
    definitions = {"Z": op("matmul", A, B), "L": op("squared norm", op("matmul", A, B))}
    got = value(Derivative(Symbol("L"), Symbol("Z"), "gradient"), given, definitions)
    np.testing.assert_allclose(got, 2 * given["A"] @ given["B"], rtol=1e-13)


def test_the_derivative_runs_through_definitions():
    given = arrays(11)
    definitions = {
        "Z": op("matmul", A, B),
        "H": f("tanh", Symbol("Z")),
        "L": op("total", op("power", Symbol("H"), TWO)),
    }
    got = value(Derivative(Symbol("L"), A, "gradient"), given, definitions)
    H = np.tanh(given["A"] @ given["B"])
    np.testing.assert_allclose(got, (2 * H * (1 - H**2)) @ given["B"].T, rtol=1e-11, atol=1e-13)


def test_a_symbol_beside_its_own_definition_counts_twice():
    """∂(zᵀz + (Ax)ᵀz)/∂z for z = A x: both z and A x are the variable."""
    given = {"A": arrays()["A"], "x": arrays()["x"]}
    definitions = {"z": op("matmul", A, x)}
    product = op("matmul", op("transpose", op("matmul", A, x)), z)
    got = value(Derivative(plus(op("squared norm", z), product), z, "gradient"), given, definitions)
    np.testing.assert_allclose(got, 4 * given["A"] @ given["x"], rtol=1e-13)


def test_a_family_may_be_defined_by_its_index():
    given = arrays(12)
    book = Book({"q": Definition(op("times", Index("k"), Member("X", Index("k"))), "k", 5)})
    frame = Frame(World(book, Dimensions(), {}, lambda key, _rng: given[key], seed=0))
    np.testing.assert_allclose(evaluate(Member("q", Number(4.0)), frame).v, 4 * given["X"][3], rtol=1e-15)


def test_at_gives_a_symbol_another_value_everywhere():
    given = arrays(13)
    definitions = {"Z": op("matmul", A, B)}
    got = value(At(op("squared norm", Symbol("Z")), ("A",), (op("times", TWO, C),)), given, definitions)
    np.testing.assert_allclose(got, [[np.sum((2 * given["C"] @ given["B"]) ** 2)]], rtol=1e-13)


def test_at_leaves_the_symbol_as_it_was_outside():
    given = arrays(13)
    node = plus(At(op("total", A), ("A",), (C,)), op("total", A), signs=(1, -1))
    np.testing.assert_allclose(value(node, given), [[given["C"].sum() - given["A"].sum()]], rtol=1e-12)


u = Index("u")


@pytest.mark.parametrize(
    ("order", "expected", "tolerance"),
    [
        (0, lambda a: a**3 + np.sin(a), 1e-13),
        (1, lambda a: 3 * a**2 + np.cos(a), 1e-13),
        (2, lambda a: 6 * a - np.sin(a), 1e-8),
        (3, lambda a: 6 - np.cos(a), 1e-6),
    ],
)
def test_a_function_of_the_page_and_its_primes(order, expected, tolerance):
    given = arrays(14)
    node = Map("u", plus(op("power", u, THREE), f("sin", u)), A, order)
    np.testing.assert_allclose(value(node, given), expected(given["A"]), rtol=tolerance, atol=tolerance)


def test_a_function_of_the_page_at_an_indexed_argument():
    given = arrays(14)
    got = value(Map("u", op("times", u, u), Entry(A, I, J), 1), given, free=[("i", 3), ("j", 4)])
    np.testing.assert_allclose(got[..., 0, 0], 2 * given["A"], rtol=1e-14)


def test_the_derivative_through_a_function_of_the_page():
    given = arrays(14)
    node = Derivative(op("total", Map("u", op("power", u, THREE), A, 0)), A, "gradient")
    np.testing.assert_allclose(value(node, given), 3 * given["A"] ** 2, rtol=1e-13)


@pytest.mark.parametrize("order", [0, 1])
def test_the_prime_of_an_arbitrary_function_is_its_slope(order):
    given = {"x": np.random.default_rng(15).standard_normal((4, 1))}

    def at(array):
        return value(Apply("f", (x,), order, False), {"x": array})

    got = value(Apply("f", (x,), order + 1, False), given)
    np.testing.assert_allclose(got, np.diag(slopes(at, given["x"])[:, 0, :, 0])[:, None], rtol=1e-8, atol=1e-9)


def test_an_arbitrary_loss_has_its_gradient():
    given = {"A": arrays(16)["A"]}
    loss = Apply("ell", (A,), 0, True)
    wanted = slopes(lambda M: value(loss, {"A": M})[0, 0], given["A"])
    np.testing.assert_allclose(value(Derivative(loss, A, "gradient"), given), wanted, rtol=1e-8, atol=1e-9)


# ------------------------------------------------------------------ outside of the domain


@pytest.mark.parametrize(
    ("node", "number"),
    [
        (f("log", s), -1.0),
        (f("log", s), 0.0),
        (f("sqrt", s), -1.0),
        (f("arcsin", s), 2.0),
        (f("arccos", s), -2.0),
        (op("power", s, Number(0.5)), -1.0),
        (op("divide", ONE, s), 0.0),
        (op("power", s, Number(-1.0)), 0.0),
    ],
    ids=["log of −1", "log of 0", "root of −1", "arcsin of 2", "arccos of −2", "(−1)^0.5", "1/0", "0⁻¹"],
)
@pytest.mark.parametrize("derived", [False, True], ids=["value", "derivative"])
def test_outside_of_its_domain_a_function_is_no_number_and_not_0(node, number, derived):
    node = Derivative(node, s, "gradient") if derived else node
    with np.errstate(all="ignore"):
        assert np.isnan(value(node, {"s": np.array([[number]])})).all()


@pytest.mark.parametrize(
    "derived",
    [
        False,
        True,
    ],
    ids=["value", "derivative"],
)
def test_a_singular_matrix_has_no_inverse(derived):
    node = op("trace", op("inverse", S))
    with np.errstate(all="ignore"):
        got = value(Derivative(node, S, "gradient") if derived else node, {"S": np.ones((2, 2))})
    assert np.isnan(got).all()


@pytest.mark.parametrize(
    ("node", "free"),
    [
        (Entry(A, Number(4.0), ONE), ()),
        (Entry(A, Number(0.0), ONE), ()),
        (Entry(A, ONE, Number(-1.0)), ()),
        (Row(A, Number(4.0)), ()),
        (Column(A, Number(5.0)), ()),
        (Member("X", Number(6.0)), ()),
        (Entry(A, plus(I, ONE), ONE), [("i", 3)]),
        (total("sum", "i", Number(4.0), Entry(A, I, ONE)), ()),
    ],
    ids=["row 4 of 3", "row 0", "column −1", "Row", "Column", "Member", "i + 1", "a sum that runs too far"],
)
def test_an_index_out_of_range_raises(node, free):
    with pytest.raises(EvaluationError, match="range"):
        value(node, free=free)


def test_a_node_without_a_rule_has_no_value():
    class Riddle(Node):
        pass

    with pytest.raises(EvaluationError, match="no value for Riddle"):
        value(Riddle())


def test_an_unbound_index_raises():
    with pytest.raises(EvaluationError, match="bound by nothing"):
        value(Entry(A, I, ONE))


def test_an_unknown_size_raises():
    with pytest.raises(EvaluationError, match="size"):
        value(Size("unheard"))


@pytest.mark.parametrize("loop", [False, True])
@pytest.mark.parametrize("high", [MAX_TERMS + 1.0, 1e9, 1e15])
def test_too_many_terms_raise(high, loop):
    with pytest.raises(EvaluationError, match="terms"):
        value(total("sum", "i", Number(high), I, loop=loop))


def test_the_largest_number_of_terms_is_summed():
    np.testing.assert_allclose(value(total("sum", "i", Number(MAX_TERMS), I)), [[MAX_TERMS * (MAX_TERMS + 1) / 2]])


@pytest.mark.parametrize("depth", [3, 4, 8])
def test_too_large_arrays_raise(depth):
    """Σ Σ Σ i j k over a thousand each would need a billion products at a time."""
    node = ONE
    for k in range(depth):
        node = op("times", node, Index(f"i{k}"))
    for k in range(depth):
        node = total("sum", f"i{k}", Number(1000.0), node)
    with pytest.raises(MemoryLimitError):
        value(node)


@pytest.mark.parametrize(
    ("node", "given"),
    [
        (op("identity", data=(2001,)), {}),
        (op("ones", data=(2001, 2000)), {}),
        (op("zeros", data=(2001, 2000)), {}),
        (op("kron", A, A), {"A": np.ones((45, 45))}),
        (op("matmul", x, op("transpose", x)), {"x": np.ones((2001, 1))}),
        (op("times", x, op("transpose", x)), {"x": np.ones((2001, 1))}),
        (op("diagonal matrix", x), {"x": np.ones((2001, 1))}),
    ],
    ids=["identity", "ones", "zeros", "Kronecker product", "outer product", "broadcast product", "diag"],
)
def test_an_operation_whose_result_is_too_large_raises(node, given):
    """Each asks for a little more than the four million numbers that an array may have."""
    with pytest.raises(MemoryLimitError):
        value(node, given)
