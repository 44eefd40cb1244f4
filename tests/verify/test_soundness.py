"""Attacks on the checker: wrong gradients that would like to pass, and right ones in bad company."""

import numpy as np
import pytest

from mlp_theory import Linear, Network, NNClassifier, NNRegressor, check_gradients
from mlp_theory.errors import MLPTheoryError
from mlp_theory.network import Activation, ReLU

SEEDS = range(20)


def verdict(f, grad, at):
    return check_gradients(f, grad, at=at).rows[0].verdict


# ------------------------------------------------------------------ what rounding hides


def test_a_zero_is_not_confirmed_by_a_function_that_did_not_move():
    """At a value of 1e8 a step of 1.5e-8 is lost: the difference is exactly zero."""

    def f(x):
        return float(1e8 + 10 * x[0] + 0.5 * x[1])

    at = np.array([1.0, 2.0])
    assert verdict(f, lambda x: np.array([10.0, 0.5]), at) == "ok"
    assert verdict(f, lambda x: np.array([10.0, 0.0]), at) == "wrong"


def test_a_forgotten_row_of_a_network_with_a_huge_loss_is_found():
    class Forgetful(NNRegressor):
        def backward(self, **options):
            super().backward(**options)
            self.layers[0].dW[0] = 0

    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        X, Y = rng.normal(size=(3, 20)), 1e6 * (5 + rng.normal(size=(1, 20)))
        assert not check_gradients(Forgetful([3, 5, 1], activation="tanh", rng=seed), X, Y).ok
        assert check_gradients(NNRegressor([3, 5, 1], activation="tanh", rng=seed), X, Y).ok


@pytest.mark.parametrize("seed", SEEDS)
def test_functions_that_are_rounded_are_measured_with_longer_steps(seed):
    w = np.random.default_rng(seed).normal(size=6)
    but_last = np.array([1, 1, 1, 1, 1, 0])

    def partly_float32(w):
        return float((w[:5] ** 2).sum() + np.float32(w[5]) ** 2)

    def rounded(w):
        return round(float(w @ w), 6)

    for f in (partly_float32, rounded):
        assert verdict(f, lambda w: 2 * w * but_last, w) == "wrong"
        assert verdict(f, lambda w: 2 * w, w) in ("ok", "untested")  # never: wrong


@pytest.mark.parametrize("seed", SEEDS)
def test_cancellation_makes_no_false_alarm_and_hides_no_slip(seed):
    rng = np.random.default_rng(seed)
    A, w = rng.normal(size=(20, 4)), rng.normal(size=4)
    y = 300 * rng.normal(size=20)
    G, c, yy = A.T @ A, A.T @ y, y @ y  # least squares, expanded: terms of 1e6 cancel

    def f(w):
        return float(w @ G @ w - 2 * w @ c + yy)

    assert verdict(f, lambda w: 2 * (G @ w - c), w) != "wrong"
    assert verdict(f, lambda w: 2 * (G @ w - c) * [1, 1, 1, 0], w) == "wrong"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_right_gradient_of_a_float32_function_is_never_called_wrong(seed):
    rng = np.random.default_rng(seed)
    A, y = rng.normal(size=(30, 4)).astype("f4"), rng.choice([-1, 1], 30).astype("f4")

    def f(w):
        return float(np.log1p(np.exp(-y * (A @ w.astype("f4")))).mean())

    def gradient(w):
        return -(A.T @ (y / (1 + np.exp(y * (A @ w))))) / 30

    at = rng.normal(size=4)
    assert verdict(f, gradient, at) in ("ok", "untested")
    assert verdict(f, lambda w: 1.2 * gradient(w), at) != "ok"


# ------------------------------------------------------------------ what overflow hides


@pytest.mark.parametrize("seed", range(5))
def test_an_infinite_difference_confirms_nothing(seed):
    def cliff(w):
        return np.inf if w[0] > 1 else float(w @ w)

    at = np.ones(200)
    for first in (1.0, 1 - 1.2e-8):
        at[0] = first
        assert not check_gradients(cliff, lambda w: -77 + 0 * w, at=at, rng=seed).ok


def test_a_function_that_is_nan_at_the_point_is_untested_there():
    report = check_gradients(lambda x: float(np.log(x).sum()), lambda x: 1 / x, at=np.array([-1.0, 2.0]))
    assert not report.ok
    assert (
        check_gradients(lambda x: float(np.log(x).sum()), lambda x: 1 / x, at=np.array([1e200])).rows[0].verdict
        != "wrong"
    )


# ------------------------------------------------------------------ what coincidences hide


class OneOver(NNClassifier):
    """1/size in place of 1/n."""

    size = 1

    def backward(self, **options):
        super().backward(**options)
        self.dtheta[...] *= self._kept.T.shape[1] / self.size


@pytest.mark.parametrize("units", [[3, 2], [4, 4, 3], [3, 1], [2, 3, 4, 5, 2]], ids=str)
@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_no_size_of_a_layer_can_stand_for_the_size_of_the_batch(units, n):
    rng = np.random.default_rng(0)
    X, t = rng.normal(size=(units[0], n)), np.arange(n) % 2
    for size in {*units, NNClassifier(units).n_classes}:
        model = OneOver(units, rng=0)
        model.size = size
        assert not check_gradients(model, X, t).ok, f"1/{size}"
    assert check_gradients(NNClassifier(units, rng=0), X, t).ok


X, t = np.random.default_rng(0).normal(size=(3, 7)), np.array([0, 1, 0, 1, 1, 0, 1])


def test_a_backward_that_does_nothing_is_not_right_by_what_was_left_there():
    class Idle(NNClassifier):
        def backward(self, **options):
            pass

    idle, right = Idle([3, 2], rng=0), NNClassifier([3, 2], rng=0)
    right.loss(X, t)
    right.backward()
    idle.dtheta[...] = right.dtheta
    report = check_gradients(idle, X, t)
    assert not report.ok
    np.testing.assert_array_equal(idle.dtheta, right.dtheta)  # and it is put back


def test_a_backward_that_adds_to_what_was_there_is_found():
    class Adding(NNClassifier):
        def backward(self, **options):
            before = self.dtheta.copy()
            super().backward(**options)
            self.dtheta[...] += before

    assert not check_gradients(Adding([3, 2], rng=0), X, t).ok


class WrongSlope(Activation):
    def value(self, Z):
        return np.tanh(Z)

    def derivative(self, Z):
        return -17 * Z


def test_the_way_back_through_the_first_block_is_checked():
    report = check_gradients(Network([WrongSlope(), Linear(3, 2, rng=0)]), X, t)
    assert [row.title for row in report.failures] == ["dX of the inputs"]
    assert check_gradients(Network([ReLU(), Linear(3, 2, rng=0)]), X, t).ok


def test_the_gradient_of_the_inputs_is_checked_on_request():
    report = check_gradients(NNClassifier([3, 4, 2], activation="tanh", rng=0), X, t, wrt_inputs=True)
    assert report.ok
    assert report.rows[-1].title == "dX of the inputs"

    class Transposed(NNClassifier):
        def backward(self, **options):
            return -super().backward(**options) if options else super().backward()

    assert not check_gradients(Transposed([3, 4, 2], rng=0), X, t, wrt_inputs=True).ok
    inputs = X.copy()
    check_gradients(NNClassifier([3, 4, 2], rng=0), inputs, t, wrt_inputs=True)
    np.testing.assert_array_equal(inputs, X)


# ------------------------------------------------------------------ functions that live on another scale


def test_a_bend_much_shorter_than_the_point_is_seen():
    def f(x):
        return float(1e7 * x[0] + np.tanh(1e7 * x[1]))

    at = np.array([1.0, 0.0])
    assert verdict(f, lambda x: np.array([1e7, 0.0]), at) != "ok"
    assert verdict(f, lambda x: np.array([1e7, 1e7 / np.cosh(1e7 * x[1]) ** 2]), at) != "wrong"


def test_waves_much_shorter_than_the_point_are_seen():
    def f(x):
        return float(x[0] + np.sin(x[1]))

    at = np.full(2, np.pi * 1e6)
    assert verdict(f, lambda x: np.array([1.0, 0.0]), at) != "ok"
    assert verdict(f, lambda x: np.array([1.0, np.cos(x[1])]), at) != "wrong"


@pytest.mark.parametrize("scale", [1e5, 1e6, 1e7])
def test_inputs_of_very_different_sizes_raise_no_false_alarm(scale):
    for seed in range(30):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(2, 20)) * [[1], [scale]]
        model = NNRegressor([2, 8, 2], rng=seed)
        model.layers[0].W[:, 1] /= scale
        wrong = [
            row.complaint for row in check_gradients(model, X, rng.normal(size=(2, 20))).rows if row.verdict == "wrong"
        ]
        assert not wrong, f"seed {seed}"


# ------------------------------------------------------------------ functions with habits


def test_a_gradient_in_a_buffer_that_is_used_again_is_taken_when_it_is_returned():
    buffer = np.zeros(3)

    def zeroing(w):
        buffer[:] = 0
        return float(w @ w)

    def right(w):
        buffer[:] = 2 * w
        return buffer

    def filling(w):
        buffer[:] = 2 * w
        return float(w @ w)

    def wrong(w):
        buffer[:] = 99
        return buffer

    at = np.array([1.0, 2.0, 3.0])
    assert verdict(zeroing, right, at) == "ok"
    assert verdict(filling, wrong, at) == "wrong"


def test_a_random_function_is_untested_and_told_so():
    rng = np.random.default_rng(0)
    report = check_gradients(lambda x: float((x * (rng.random(3) > 0.5)).sum()), lambda x: 0.5 + 0 * x, at=np.ones(3))
    assert (report.ok, report.rows[0].reason) == (False, "the function is random: two calls at one point differ")


@pytest.mark.parametrize("odd", [None, 1j, "1", [[1, 2], [3]], 10**400], ids=repr)
def test_functions_that_return_no_numbers_are_refused(odd):
    with pytest.raises(MLPTheoryError):
        check_gradients(lambda x: odd, lambda x: x, at=np.ones(2))
    with pytest.raises(MLPTheoryError):
        check_gradients(lambda x: 1.0, lambda x: odd, at=np.ones(2))
    with pytest.raises(MLPTheoryError):
        check_gradients(lambda x: 1.0, lambda x: x, at=odd)


def test_a_point_for_a_model_is_refused_and_not_ignored():
    with pytest.raises(MLPTheoryError):
        check_gradients(NNClassifier([3, 2]), X, t, at=np.ones(3))
