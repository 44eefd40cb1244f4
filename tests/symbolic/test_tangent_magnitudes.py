"""The magnitude beside a derivative bounds its rounding error, and shows what has cancelled."""

import numpy as np
import pytest

from mlp_theory.symbolic import Derivative, Number, Symbol
from tests.symbolic.building import A, B, f, op, plus, x, y, z
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

c = Symbol("c")


def assert_vanishes(node, given, at_least=0.0, **more):
    """Zero, but for rounding; the magnitude shows what terms have cancelled."""
    v, m = measured(node, given, **more)
    assert np.all(np.abs(v) <= ROUNDINGS * EPS * m), f"{v} of magnitude {m}"
    assert np.all(m > at_least)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scale", [0.1, 1.0, 10.0])
def test_softmax_does_not_change_when_a_number_is_added(scale, seed):
    given = {"z": drawn(seed, 4, 1, scale=scale), "c": drawn(seed + 1, 1, 1)}
    moved = plus(z, op("times", c, op("ones", data=(4, 1))))
    v, m = measured(Derivative(op("softmax", moved), c, "by a number"), given)
    p = np.exp(given["z"] - given["z"].max())
    p /= p.sum()
    assert np.all(np.abs(v) <= ROUNDINGS * EPS * m)
    assert np.all(m >= p)  # ṗ = p − p (1ᵀp): two terms of the size of p


def test_the_sum_of_a_softmax_has_no_gradient():
    given = {"z": drawn(1, 5, 1)}
    assert_vanishes(Derivative(op("total", op("softmax", z)), z, "gradient"), given, at_least=1e-3)


IDENTITIES = {
    "(x + 10⁶) − 10⁶ − x": plus(plus(x, Number(1e6)), Number(1e6), x, signs=(1, -1, -1)),
    "log exp x − x": plus(f("log", f("exp", x)), x, signs=(1, -1)),
    "x/x": op("divide", x, x),
    "cosh² − sinh²": plus(
        op("power", f("cosh", x), Number(2.0)), op("power", f("sinh", x), Number(2.0)), signs=(1, -1)
    ),
    "cos² + sin²": plus(op("power", f("cos", x), Number(2.0)), op("power", f("sin", x), Number(2.0))),
    "tanh x − 2σ(2x)": plus(
        f("tanh", x), op("times", Number(2.0), f("sigmoid", op("times", Number(2.0), x))), signs=(1, -1)
    ),
    "σ(x) + σ(−x)": plus(f("sigmoid", x), f("sigmoid", plus(x, signs=(-1,)))),
    "softplus(x) − softplus(−x) − x": plus(f("softplus", x), f("softplus", plus(x, signs=(-1,))), x, signs=(1, -1, -1)),
    "√x² − x": plus(f("sqrt", op("times", x, x)), x, signs=(1, -1)),
    "log(3x) − log x": plus(f("log", op("times", Number(3.0), x)), f("log", x), signs=(1, -1)),
    "x³/x − x²": plus(op("divide", op("power", x, Number(3.0)), x), op("power", x, Number(2.0)), signs=(1, -1)),
}


@pytest.mark.parametrize("node", IDENTITIES.values(), ids=IDENTITIES)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_derivative_of_what_is_constant_is_zero_beside_its_terms(node, seed):
    given = {"x": np.random.default_rng(seed).uniform(0.1, 4.0, (5, 1))}
    assert_vanishes(Derivative(op("total", node), x, "gradient"), given, at_least=0.01)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("distance", [1.0, 1e-3])
def test_the_inverse_times_the_matrix_has_no_derivative(distance, seed):
    given = {"A": nearly_singular(seed, 3, distance), "B": drawn(seed + 1, 3, 3)}
    node = op("total", op("times", B, op("matmul", op("inverse", A), A)))
    assert_vanishes(Derivative(node, A, "gradient"), given, at_least=1e-3)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("distance", [1.0, 1e-3])
def test_the_determinant_times_that_of_the_inverse_has_no_derivative(distance, seed):
    given = {"A": nearly_singular(seed, 3, distance)}
    node = op("times", op("determinant", A), op("determinant", op("inverse", A)))
    assert_vanishes(Derivative(node, A, "gradient"), given, at_least=1e-3)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("distance", [1.0, 1e-3])
def test_the_gradient_of_a_determinant_is_within_its_magnitude_of_the_cofactors(distance, seed):
    given = {"A": nearly_singular(seed, 4, distance)}
    exact = exactly(given["A"])
    cofactors = inverse(exact).T * determinant(exact)
    assert_bounds(Derivative(op("determinant", A), A, "gradient"), given, cofactors, at_most=1e9 / distance**2)


DERIVED = {
    "exp": (lambda u: u.exp(), -5, 5),
    "log": (lambda u: 1 / u, 0.1, 10),
    "sqrt": (lambda u: 1 / (2 * u.sqrt()), 0.1, 10),
    "tanh": (lambda u: 1 - tanh(u) ** 2, -3, 3),
    "sigmoid": (lambda u: 1 / ((1 + (-u).exp()) * (1 + u.exp())), -5, 5),
    "softplus": (lambda u: 1 / (1 + (-u).exp()), -5, 5),
}


@pytest.mark.parametrize(("name", "low", "high"), [(k, v[1], v[2]) for k, v in DERIVED.items()], ids=DERIVED)
def test_a_slope_where_the_argument_has_cancelled(name, low, high):
    """f'(x + 10⁵ − 10⁵): the error of the argument, times the second derivative."""
    given = {"x": np.random.default_rng(5).uniform(low, high, (20, 1))}
    node = f(name, plus(plus(x, Number(1e5)), Number(1e5), signs=(1, -1)))
    exact = decimals(DERIVED[name][0])(given["x"])
    assert_bounds(Derivative(op("total", node), x, "gradient"), given, exact, at_most=1e9)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_gradient_of_a_quotient_of_sums_that_cancel(seed):
    given = {"x": drawn(seed, 4, 1), "y": drawn(seed + 1, 4, 1)}
    below = plus(plus(y, Number(1e3)), Number(1e3), signs=(1, -1))
    node = Derivative(op("total", op("divide", x, below)), y, "gradient")
    xs, ys = exactly(given["x"]), exactly(given["y"])
    assert_bounds(node, given, -xs / ys**2, at_most=1e9)


@pytest.mark.parametrize("size", [1e-9, 1.0, 1e9])
def test_the_magnitude_scales_with_the_loss(size):
    """What is judged at a loss of size 10⁻⁹ is judged at 10⁹: nothing is measured against 1."""
    given = {"x": drawn(6, 4, 1)}
    node = op("times", Number(size), op("total", f("tanh", x)))
    v, m = measured(Derivative(node, x, "gradient"), given)
    v1, m1 = measured(Derivative(op("total", f("tanh", x)), x, "gradient"), given)
    np.testing.assert_allclose(v / size, v1, rtol=1e-13)
    assert np.all(m / size <= 10 * m1)
