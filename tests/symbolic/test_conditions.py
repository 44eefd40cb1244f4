"""Relations and cases."""

import numpy as np
import pytest

from mlp_theory.symbolic import Compare, Number, Piecewise
from tests.symbolic.building import ONE, THREE, TWO, I, J, value


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
