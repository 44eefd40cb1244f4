"""Functions of the page, and symbols that are given other values."""

import numpy as np
import pytest

from mlp_theory.symbolic import At, Derivative, Entry, Index, Map, Symbol, evaluate
from tests.symbolic.building import THREE, TWO, A, B, C, I, J, arrays, f, op, place, plus, value


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


@pytest.mark.parametrize(("x", "noted"), [(1e-3, True), (-1e-3, True), (1.0, False)])
def test_a_difference_that_steps_over_a_kink_notes_it(x, noted):
    frame = place({"A": np.array([[x]])})
    evaluate(Map("u", f("relu", u), A, 2), frame)
    assert frame.world.near_kink == noted


def test_so_does_a_second_derivative():
    slope = Derivative(op("total", f("relu", A)), A, "gradient")
    frame = place({"A": np.array([[1.0, 1e-5]])})
    evaluate(Derivative(op("total", slope), A, "gradient"), frame)
    assert frame.world.near_kink
