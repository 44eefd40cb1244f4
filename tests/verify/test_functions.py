"""`check_gradients` of functions of one's own: slips are caught at any size, what cannot be told is said."""

import numpy as np
import pytest

from mlp_theory import check_gradients
from tests.verify.samples import POINT, half_squares


@pytest.mark.parametrize("size", [1e-9, 1.0, 1e9])
@pytest.mark.parametrize(
    "wrong",
    [
        lambda W: 1.001 * W,
        lambda W: -W,
        lambda W: W.T,
        lambda W: W + 1e-3 * np.eye(3)[0],
        lambda W: 0 * W,
        lambda W: W * np.nan,
    ],
    ids=["scaled", "sign", "transposed", "one row", "zero", "nan"],
)
def test_a_wrong_gradient_of_a_function_is_caught(wrong, size):
    def f(W):
        return size * half_squares(W)

    assert check_gradients(f, lambda W: size * W, at=POINT).ok
    report = check_gradients(f, lambda W: size * wrong(W), at=POINT)
    assert report.rows[0].verdict == "wrong"
    with pytest.raises(AssertionError, match=r"grad\[\d, \d\]: not"):
        report.assert_ok()


@pytest.mark.parametrize("scale", [1e-9, 1e-4, 1e4, 1e9])
def test_points_of_any_size_are_measured_with_steps_of_their_size(scale):
    def f(W):
        return float(np.exp(W / scale).sum())

    at = scale * POINT
    assert check_gradients(f, lambda W: np.exp(W / scale) / scale, at=at).ok
    assert not check_gradients(f, lambda W: 1.001 * np.exp(W / scale) / scale, at=at).ok


@pytest.mark.parametrize("scale", [1e-300, 1e-12, 1e-8, 1e-3, 1e6, 1e12])
def test_a_function_with_a_scale_of_its_own_is_resolved_at_points_of_any_size(scale):
    A = np.random.default_rng(0).normal(size=(5, 3))

    def f(w):
        return ((A @ w - 1) ** 2).mean()

    def gradient(w):
        return 2 * A.T @ (A @ w - 1) / 5

    at = scale * np.array([1.0, 2.0, -1.0])
    assert check_gradients(f, gradient, at=at).ok
    assert check_gradients(f, lambda w: 1.001 * gradient(w), at=at).rows[0].verdict == "wrong"


def test_a_check_beside_the_point_says_so():
    report = check_gradients(lambda x: float(np.abs(x).sum()), np.sign, at=np.zeros(3))
    assert report.ok
    assert "checked near the given point, where nothing could be told: grad" in str(report)


def test_scalars_vectors_and_whole_numbers_are_points_too():
    assert check_gradients(lambda x: float(x**2), lambda x: 2 * x, at=3).ok
    assert check_gradients(lambda x: float((x**3).sum()), lambda x: 3 * x**2, at=[1, 2, 3]).ok


def test_what_drowns_in_rounding_is_untested_and_not_ok():
    report = check_gradients(lambda x: 1e9 + x.sum(), lambda x: np.ones_like(x), at=np.ones(3))
    assert not report.ok
    assert "lost in the rounding" in report.rows[0].reason


def test_a_constant_tests_nothing():
    report = check_gradients(lambda x: 3.0, lambda x: np.zeros_like(x), at=np.ones(3))
    assert (report.ok, report.rows[0].verdict) == (False, "untested")


def test_a_vanishing_gradient_is_looked_at_elsewhere():
    assert check_gradients(half_squares, lambda W: W, at=np.zeros((2, 2))).ok
    assert not check_gradients(half_squares, lambda W: 2 * W, at=np.zeros((2, 2))).ok


def test_a_loss_of_nan_is_untested():
    report = check_gradients(lambda x: np.nan, lambda x: x, at=np.ones(2))
    assert (report.ok, report.rows[0].reason) == (False, "the function is nan here")


def test_a_function_at_its_kink_is_checked_beside_it():
    def hinge(x):
        return np.maximum(x, 0).sum()

    right = check_gradients(hinge, lambda x: (x > 0).astype(float), at=np.zeros(3))
    assert right.ok
    assert right.rows[0].draws > 1
    assert not check_gradients(hinge, lambda x: (x >= -1).astype(float), at=np.zeros(3)).ok


def test_a_function_with_kinks_everywhere_is_never_called_right():
    def sawtooth(x):
        return float(np.abs(np.modf(x * 1e12)[0] - 0.5).sum())

    report = check_gradients(sawtooth, lambda x: np.zeros_like(x), at=np.array([0.3, 0.7]))
    assert not report.ok


def test_a_function_that_works_in_place_does_not_move_the_point():
    W = np.array([1.0, 2.0])

    def sum_of_squares(w):
        w *= w
        return w.sum()

    assert check_gradients(sum_of_squares, lambda w: 2 * w, at=W).ok
    assert W.tolist() == [1, 2]
