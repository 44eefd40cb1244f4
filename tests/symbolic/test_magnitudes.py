"""The magnitude beside a value bounds its true rounding error, and is not so large that it says nothing.

The oracle is exact: fractions for what is rational, 60 digits of `decimal` for what is not.
"""

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest

from mlp_theory.symbolic import (
    Call,
    Definition,
    Derivative,
    Dimensions,
    Entry,
    Frame,
    Index,
    Number,
    Over,
    Piecewise,
    Size,
    Symbol,
    World,
    evaluate,
)
from mlp_theory.symbolic.book import Book

EPS = float(np.finfo(float).eps)
ROUNDINGS = 200  # what the judge allows: this many roundings of a magnitude
SEEDS = range(6)


def op(name, *args, data=()):
    return Call(name, args, data)


def plus(*args, signs=None):
    return Call("add", args, signs or (1,) * len(args))


def f(name, arg):
    return Call("elementwise", (arg,), (name,))


A, B, C, x, y, z, c = (Symbol(name) for name in "ABCxyzc")


def measured(node, given, definitions=None, **sizes):
    """Value and magnitude, as arrays of one shape."""
    book = Book({key: Definition(body) for key, body in (definitions or {}).items()})
    world = World(book, Dimensions(), sizes, lambda key, _rng: given[key], seed=0)
    with np.errstate(all="ignore"):
        found = evaluate(node, Frame(world))
    assert found.axes == ()
    return found.v, np.broadcast_to(found.m, found.v.shape)


def assert_bounds(node, given, exact, *, at_most=1e9, **more):
    """The error is at most 200 roundings of the magnitude; the magnitude at most so many times the value."""
    v, m = measured(node, given, **more)
    for place in np.ndindex(v.shape):
        error = abs(Fraction(float(v[place])) - Fraction(exact[place]))
        bound = Fraction(ROUNDINGS * EPS * float(m[place]))
        assert error <= bound, f"entry {place}: off by {float(error):.3g}, allowed {float(bound):.3g}"
        assert m[place] <= at_most * abs(v[place]), f"entry {place}: {v[place]:.3g} of magnitude {m[place]:.3g}"


def exactly(array):
    """Floats are fractions."""
    return np.vectorize(lambda number: Fraction(float(number)), otypes=[object])(array)


def decimals(function):
    """An oracle with 60 digits, entry by entry."""

    def at(array):
        with localcontext(Context(prec=60)):
            return np.vectorize(lambda number: Fraction(function(Decimal(float(number)))), otypes=[object])(array)

    return at


def drawn(seed, *shape, scale=1.0):
    return np.random.default_rng(seed).standard_normal(shape) * scale


# ------------------------------------------------------------------ values


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


def _tanh(u):
    return (u.exp() - (-u).exp()) / (u.exp() + (-u).exp())


FUNCTIONS = {
    "exp": (lambda u: u.exp(), -20, 20),
    "log": (lambda u: u.ln(), 0.01, 50),
    "sqrt": (lambda u: u.sqrt(), 1e-4, 50),
    "tanh": (_tanh, -15, 15),
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


def determinant(M):
    """Leibniz' sum over all permutations, exactly."""
    n = len(M)
    total = Fraction(0)
    for order in permutations(range(n)):
        sign = (-1) ** sum(order[i] > order[j] for i in range(n) for j in range(i + 1, n))
        term = Fraction(sign)
        for i in range(n):
            term *= M[i, order[i]]
        total += term
    return total


def inverse(M):
    """Cramer's rule, exactly."""
    n, whole = len(M), determinant(M)
    out = np.empty((n, n), dtype=object)
    for i in range(n):
        for j in range(n):
            minor = np.delete(np.delete(M, j, 0), i, 1)
            out[i, j] = (-1) ** (i + j) * determinant(minor) / whole
    return out


def nearly_singular(seed, n, distance):
    M = drawn(seed, n, n)
    M[-1] = M[0] + distance * M[-1]
    return M


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


# ------------------------------------------------------------------ tangents


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
    "tanh": (lambda u: 1 - _tanh(u) ** 2, -3, 3),
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
