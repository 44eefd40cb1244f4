"""Derivatives against central differences and known matrices, in every layout."""

import numpy as np
import pytest
import scipy.linalg
import scipy.special

from mlp_theory.symbolic import Column, Derivative, Entry, EvaluationError, Member, Number, Row, Size, Symbol
from tests.symbolic.building import (
    ONE,
    THREE,
    TWO,
    A,
    B,
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
    s,
    slopes,
    total,
    value,
    x,
    y,
    z,
)

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
        (op("vec", A), column_major),
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
