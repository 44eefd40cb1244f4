"""The magnitude beside a value bounds its true rounding error, and is not so large that it says nothing."""

from fractions import Fraction

import numpy as np
import pytest

from mlp_theory.symbolic import Entry, Index, Number, Over, Piecewise, Size
from tests.symbolic.building import A, B, C, f, op, plus, x, y, z
from tests.symbolic.exact import (
    EPS,
    ROUNDINGS,
    SEEDS,
    assert_bounds,
    decimals,
    determinant,
    drawn,
    exactly,
    inverse,
    measured,
    nearly_singular,
    tanh,
)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("large", [1.0, 1e3, 1e8])
def test_a_sum_that_cancels(large, seed):
    given = {"x": drawn(seed, 3, 1), "y": drawn(seed + 100, 3, 1, scale=large)}
    node = plus(plus(x, y), y, signs=(1, -1))
    assert_bounds(node, given, exactly(given["x"]), at_most=1e12)


def test_the_magnitude_of_what_cancels_is_that_of_its_terms():
    v, m = measured(plus(x, Number(1e9), Number(1e9), signs=(1, 1, -1)), {"x": np.array([[0.5]])})
    assert (v[0, 0], m[0, 0]) == (0.5, 2e9 + 0.5)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_product_of_sums_that_cancel(seed):
    given = {"x": drawn(seed, 4, 1), "y": drawn(seed + 100, 4, 1, scale=1e5), "z": drawn(seed + 200, 4, 1)}
    rest = plus(plus(x, y), y, signs=(1, -1))
    xs, zs = exactly(given["x"]), exactly(given["z"])
    assert_bounds(op("times", op("times", rest, rest), z), given, xs * xs * zs, at_most=1e9)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_a_matrix_product(scale, seed):
    given = {"A": drawn(seed, 3, 30, scale=scale), "B": drawn(seed + 1, 30, 2)}
    assert_bounds(op("matmul", A, B), given, exactly(given["A"]) @ exactly(given["B"]), at_most=1e5)


def test_a_matrix_product_that_vanishes():
    """A row and a column that are orthogonal but for rounding: [a, b, a, b] [b, −a, −b, a]ᵀ, say."""
    row = drawn(0, 1, 2)
    given = {"A": np.concatenate([row, row], 1), "B": np.concatenate([row[:, ::-1] * [[1, -1]], -row[:, ::-1]], 1).T}
    v, m = measured(op("matmul", A, B), given)
    exact = exactly(given["A"]) @ exactly(given["B"])
    assert abs(Fraction(float(v[0, 0])) - exact[0, 0]) <= Fraction(ROUNDINGS * EPS * float(m[0, 0]))
    np.testing.assert_allclose(m, np.abs(given["A"]) @ (2 * np.abs(given["B"])), rtol=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_chain_of_matrix_products(seed):
    given = {"A": drawn(seed, 5, 5), "B": drawn(seed + 1, 5, 5), "C": drawn(seed + 2, 5, 5)}
    node = op("matmul", op("matmul", op("matmul", A, B), op("matmul", C, A)), op("matmul", B, C))
    a, b, d = (exactly(given[key]) for key in "ABC")
    assert_bounds(node, given, a @ b @ d @ a @ b @ d, at_most=1e6)


FUNCTIONS = {
    "exp": (lambda u: u.exp(), -20, 20),
    "log": (lambda u: u.ln(), 0.01, 50),
    "sqrt": (lambda u: u.sqrt(), 1e-4, 50),
    "tanh": (tanh, -15, 15),
    "sigmoid": (lambda u: 1 / (1 + (-u).exp()), -30, 30),
    "softplus": (lambda u: (1 + u.exp()).ln(), -30, 30),
    "sinh": (lambda u: (u.exp() - (-u).exp()) / 2, -10, 10),
    "cosh": (lambda u: (u.exp() + (-u).exp()) / 2, -10, 10),
}


@pytest.mark.parametrize(("name", "low", "high"), [(k, v[1], v[2]) for k, v in FUNCTIONS.items()], ids=FUNCTIONS)
def test_a_function_of_a_number(name, low, high):
    given = {"x": np.random.default_rng(0).uniform(low, high, (40, 1))}
    assert_bounds(f(name, x), given, decimals(FUNCTIONS[name][0])(given["x"]), at_most=1e3)


@pytest.mark.parametrize(("name", "low", "high"), [(k, v[1], v[2]) for k, v in FUNCTIONS.items()], ids=FUNCTIONS)
def test_a_function_of_what_has_cancelled(name, low, high):
    """f(x + 10⁵ − 10⁵): the error of the argument, times the slope, and more where the slope is steep."""
    given = {"x": np.random.default_rng(1).uniform(low, high, (40, 1))}
    node = f(name, plus(plus(x, Number(1e5)), Number(1e5), signs=(1, -1)))
    assert_bounds(node, given, decimals(FUNCTIONS[name][0])(given["x"]), at_most=1e10)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_quotient_of_sums_that_cancel(seed):
    given = {"x": drawn(seed, 5, 1), "y": drawn(seed + 1, 5, 1)}
    top = plus(plus(x, Number(1e4)), Number(1e4), signs=(1, -1))
    below = plus(plus(y, Number(1e4)), Number(1e4), signs=(1, -1))
    exact = exactly(given["x"]) / exactly(given["y"])
    assert_bounds(op("divide", top, below), given, exact, at_most=1e8)


@pytest.mark.parametrize("exponent", [-3, -1, 2, 3, 10])
def test_a_power_of_what_has_cancelled(exponent):
    given = {"x": np.random.default_rng(2).uniform(0.3, 3.0, (8, 1)) * np.array([[1], [-1]] * 4)}
    base = plus(plus(x, Number(1e4)), Number(1e4), signs=(1, -1))
    node = op("power", base, Number(float(exponent)))
    assert_bounds(node, given, exactly(given["x"]) ** exponent, at_most=1e7)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("distance", [1.0, 1e-3, 1e-6])
def test_an_inverse_near_to_singular(distance, seed):
    given = {"A": nearly_singular(seed, 4, distance)}
    assert_bounds(op("inverse", A), given, inverse(exactly(given["A"])), at_most=1e6 / distance**2)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("distance", [1.0, 1e-3, 1e-6])
def test_a_determinant_near_to_zero(distance, seed):
    given = {"A": nearly_singular(seed, 4, distance)}
    exact = np.array([[determinant(exactly(given["A"]))]], dtype=object)
    assert_bounds(op("determinant", A), given, exact, at_most=1e5 / distance)


def test_the_determinant_of_a_singular_matrix_is_no_more_than_its_magnitude():
    v, m = measured(op("determinant", A), {"A": np.arange(1.0, 10.0).reshape(3, 3)})
    assert abs(v[0, 0]) <= ROUNDINGS * EPS * m[0, 0]


@pytest.mark.parametrize("loop", [False, True])
def test_an_indexed_sum_that_cancels(loop):
    """Σ (x_i − x_{n+1−i}) = 0 exactly: what is left is rounding, and the magnitude knows it."""
    given = {"x": drawn(3, 9, 1, scale=1e6)}
    i = Index("i")
    mirrored = plus(Size("n"), Number(1.0), i, signs=(1, 1, -1))
    difference = plus(Entry(x, i, Number(1.0)), Entry(x, mirrored, Number(1.0)), signs=(1, -1))
    v, m = measured(Over("sum", "i", Number(1.0), Size("n"), (), difference, loop), given, n=9)
    assert abs(v[0, 0]) <= ROUNDINGS * EPS * m[0, 0]
    np.testing.assert_allclose(m, 2 * np.abs(given["x"]).sum(keepdims=True), rtol=1e-12)


@pytest.mark.parametrize("kind", ["sum", "prod"])
@pytest.mark.parametrize("seed", SEEDS)
def test_an_indexed_sum_or_product(kind, seed):
    given = {"x": drawn(seed, 12, 1)}
    body = plus(plus(Entry(x, Index("i"), Number(1.0)), Number(1e3)), Number(1e3), signs=(1, -1))
    exact = exactly(given["x"])[:, 0]
    exact = sum(exact) if kind == "sum" else np.prod(exact)
    node = Over(kind, "i", Number(1.0), Number(12.0), (), body, False)
    assert_bounds(node, given, np.array([[exact]], dtype=object), at_most=1e8)


SAME_VALUE = {
    "transpose": op("transpose", op("transpose", B)),
    "vec": op("vec", op("transpose", B)),
    "a block": op("blocks", B, data=(1,)),
    "a diagonal": op("diagonal", op("diagonal matrix", op("vec", op("transpose", B)))),
    "a branch": Piecewise(((B, None),)),
}


@pytest.mark.parametrize("node", SAME_VALUE.values(), ids=SAME_VALUE)
def test_what_moves_entries_moves_their_magnitudes(node):
    given = {"A": drawn(4, 2, 3, scale=1e6)}
    definitions = {"B": plus(plus(A, Number(7.0)), A, signs=(1, -1))}
    v, m = measured(node, given, definitions)
    np.testing.assert_allclose(v, 7.0, rtol=1e-6)
    np.testing.assert_allclose(m.ravel(), (2 * np.abs(given["A"]) + 7).ravel(), rtol=1e-12)
