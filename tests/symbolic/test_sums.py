"""Sums and products over an index, against numbers worked by hand."""

import numpy as np
import pytest

from mlp_theory.symbolic import Compare, Number
from tests.symbolic.building import THREE, TWO, I, J, S, arrays, op, plus, total, value

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
