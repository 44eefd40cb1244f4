"""Arbitrary functions have the slopes that their primes say."""

import numpy as np
import pytest

from mlp_theory.symbolic import Apply, Derivative
from tests.symbolic.building import A, arrays, slopes, value, x


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
