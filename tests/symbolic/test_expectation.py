"""E over independent random entries, against moments that textbooks give."""

import numpy as np
import pytest
from scipy import special

from mlp_theory.symbolic import (
    Book,
    Definition,
    Derivative,
    Dimensions,
    Entry,
    EvaluationError,
    Expectation,
    Frame,
    Law,
    Number,
    Symbol,
    World,
    evaluate,
    quadrature,
)
from tests.symbolic.building import ONE, THREE, TWO, A, f, op, plus, s, x, y

A_LAW = Law("normal", (Number(0.0), Symbol("s")))


def mean(node, laws, over=(), definitions=None, s_value=0.7):
    """E[node]; A is 3×4, x a column of 4, y a column of 3, s a number."""
    rng = np.random.default_rng(5)
    given = {"A": (3, 4), "x": (4, 1), "y": (3, 1), "Q": (2, 2)}
    arrays = {key: rng.standard_normal(shape) for key, shape in given.items()} | {"s": np.array([[s_value]])}
    book = Book({key: Definition(body) for key, body in (definitions or {}).items()}, laws)
    frame = Frame(World(book, Dimensions(), {}, lambda key, _rng: arrays[key], seed=0))
    return evaluate(Expectation(node, over), frame).v, arrays


def squared(node):
    return op("power", node, TWO)


AX = op("matmul", A, x)


def test_a_product_of_weights_and_inputs_has_variance_n_times_both():
    """Var((A x)_i) = Σ_j Var(A_ij) x_j²: the sum behind He's and Glorot's initialisation."""
    found, given = mean(squared(AX), {"A": A_LAW})
    np.testing.assert_allclose(found, np.full((3, 1), 0.7 * np.sum(given["x"] ** 2)), rtol=1e-13)


def test_two_independent_random_symbols():
    """E[(A x)_i²] = n σ² τ² where both are random."""
    found, _ = mean(squared(AX), {"A": A_LAW, "x": Law("normal", (Number(0.0), THREE))})
    np.testing.assert_allclose(found, np.full((3, 1), 4 * 0.7 * 3), rtol=1e-13)


def test_half_of_the_second_moment_passes_a_relu():
    found, given = mean(squared(f("relu", AX)), {"A": A_LAW})
    np.testing.assert_allclose(found, np.full((3, 1), 0.7 * np.sum(given["x"] ** 2) / 2), rtol=1e-13)


def test_a_fourth_moment():
    """E[(a·x)⁴] = 3 (σ² |x|²)²: more variables at once than a rule of strength two has."""
    found, given = mean(op("power", AX, Number(4.0)), {"A": A_LAW})
    np.testing.assert_allclose(found, np.full((3, 1), 3 * (0.7 * np.sum(given["x"] ** 2)) ** 2), rtol=1e-12)


def test_uniform_entries_have_a_third_of_the_squared_range():
    found, given = mean(squared(AX), {"A": Law("uniform", (Number(-2.0), TWO))})
    np.testing.assert_allclose(found, np.full((3, 1), 4 / 3 * np.sum(given["x"] ** 2)), rtol=1e-13)


def test_coins_and_signs():
    """E[m²] = p, E[±1 ±1] = 0: dropout."""
    found, _ = mean(op("times", x, x), {"x": Law("coin", (s,))})
    np.testing.assert_allclose(found, np.full((4, 1), 0.7), rtol=1e-14)
    found, _ = mean(op("matmul", x, op("transpose", x)), {"x": Law("sign", ())})
    np.testing.assert_allclose(found, np.eye(4), atol=1e-15)


def test_a_covariance_matrix():
    """E[q qᵀ] = μ μᵀ + Σ."""
    q = Symbol("y")
    covariance = plus(op("matmul", A, op("transpose", A)))
    found, given = mean(op("matmul", q, op("transpose", q)), {"y": Law("normal", (AX, covariance))})
    mu = given["A"] @ given["x"]
    np.testing.assert_allclose(found, mu @ mu.T + given["A"] @ given["A"].T, rtol=1e-12)


@pytest.mark.parametrize("power", range(1, 9))
def test_moments_of_one_number(power):
    found, _ = mean(op("power", s, Number(float(power))), {"s": Law("normal", (Number(0.0), ONE))})
    np.testing.assert_allclose(found, [[0 if power % 2 else special.factorial2(power - 1)]], atol=1e-11)


def test_smooth_functions_of_one_number():
    """E[eˢ] = e^{μ + σ²/2}."""
    found, _ = mean(f("exp", s), {"s": Law("normal", (TWO, Number(0.25)))})
    np.testing.assert_allclose(found, [[np.exp(2.125)]], rtol=1e-13)


def test_the_mean_over_one_symbol_leaves_the_other_as_it_is():
    laws = {"A": A_LAW, "x": Law("normal", (Number(0.0), THREE))}
    found, given = mean(squared(AX), laws, over=("x",))
    np.testing.assert_allclose(found, 3 * np.sum(given["A"] ** 2, axis=1, keepdims=True), rtol=1e-13)


def test_definitions_are_followed():
    found, given = mean(squared(Symbol("z")), {"A": A_LAW}, definitions={"z": AX})
    np.testing.assert_allclose(found, np.full((3, 1), 0.7 * np.sum(given["x"] ** 2)), rtol=1e-13)


def test_the_derivative_of_a_mean_by_a_parameter():
    """∂E[(A x)_1²]/∂σ² = |x|²."""
    rng = np.random.default_rng(5)
    arrays = {"A": rng.standard_normal((3, 4)), "x": rng.standard_normal((4, 1)), "s": np.array([[0.7]])}
    frame = Frame(World(Book({}, {"A": A_LAW}), Dimensions(), {}, lambda key, _rng: arrays[key], seed=0))
    found = evaluate(Derivative(Expectation(Entry(squared(AX), ONE, ONE), ()), s, "gradient"), frame)
    np.testing.assert_allclose(found.v, [[np.sum(arrays["x"] ** 2)]], rtol=1e-12)


def test_the_magnitude_covers_terms_that_cancel():
    """E[A x] = 0 is a cancellation: its magnitude is that of the terms, not of the sum."""
    frame_mean, _ = mean(AX, {"A": A_LAW})
    assert np.max(np.abs(frame_mean)) < 1e-14


@pytest.mark.parametrize(
    ("node", "law"),
    [(squared(f("sigmoid", AX)), A_LAW), (f("exp", AX), A_LAW), (f("relu", AX), A_LAW), (f("relu", s), A_LAW)],
    ids=["sigmoid", "exp", "relu", "kink"],
)
def test_what_is_no_polynomial_is_refused_and_not_estimated(node, law):
    laws = {"s": Law("normal", (Number(0.0), ONE))} if node is f("relu", s) else {"A": law}
    with pytest.raises(EvaluationError, match="not found exactly"):
        mean(node, laws)


def test_a_coin_with_no_probability():
    with pytest.raises(EvaluationError, match="outside of 0 and 1"):
        mean(x, {"x": Law("coin", (TWO,))})


def test_nothing_random():
    with pytest.raises(EvaluationError, match="nothing in"):
        mean(squared(y), {"A": A_LAW})


@pytest.mark.parametrize("kind", quadrature.MOMENTS)
@pytest.mark.parametrize("p", [11, 13, 29, 31, 61])
def test_levels_have_the_moments_of_their_distribution(kind, p):
    levels = quadrature.levels(kind, p, 0)
    exact = {"normal": [1, 0, 1, 0, 3, 0, 15], "uniform": [1, 0, 1, 0, 9 / 5, 0, 27 / 7]}[kind]
    orders = range(7 if p >= 29 else 6)
    np.testing.assert_allclose([np.mean(levels**k) for k in orders], exact[: len(orders)], atol=1e-12)


@pytest.mark.parametrize(("variables", "strength"), [(3, 2), (12, 2), (40, 2), (7, 4), (13, 4)])
def test_any_few_coordinates_are_independent(variables, strength):
    """Every product of as many distinct variables as the strength has mean 0, every product of their squares mean 1."""
    points = quadrature.array_of_strength("normal", variables, quadrature.Rule(strength, 11), 0)
    rng = np.random.default_rng(0)
    for _ in range(20):
        some = points[:, rng.permutation(variables)[:strength]]
        assert abs(np.mean(np.prod(some, axis=1))) < 1e-13
        assert abs(np.mean(np.prod(some**2, axis=1)) - 1) < 1e-12
    np.testing.assert_allclose(np.sort(points, axis=0), np.sort(-points, axis=0), atol=1e-15)
