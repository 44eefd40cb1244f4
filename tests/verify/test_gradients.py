"""`check_gradients`: every network is right, kinks are walked around, nothing is disturbed."""

import copy

import numpy as np
import pytest

from mlp_theory import Linear, Network, NNClassifier, NNRegressor, check_gradients
from mlp_theory.errors import KindError, LabelError, OptionError, ShapeError
from mlp_theory.network import ACTIVATIONS, LogSoftmax, ReLU, Sigmoid

X = np.random.default_rng(0).normal(size=(3, 7))
t = np.array([0, 1, 1, 0, 1, 0, 0])
Y = np.random.default_rng(1).normal(size=(2, 7))


# ------------------------------------------------------------------ networks


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("units", [[3, 2], [3, 1], [3, 4, 2], [3, 5, 4, 1]], ids=str)
@pytest.mark.parametrize("l2", [0.0, 0.3])
def test_every_classifier_has_the_right_gradients(units, activation, l2):
    report = check_gradients(NNClassifier(units, activation=activation, l2=l2, rng=0), X, t)
    assert report.ok, str(report)
    assert [(row.layer, row.name) for row in report.rows] == [(l, p) for l in range(1, len(units)) for p in "Wb"]


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("units", [[3, 2], [3, 4, 2], [3, 5, 4, 2]], ids=str)
def test_every_regressor_has_the_right_gradients(units, activation):
    assert check_gradients(NNRegressor(units, activation=activation, l2=0.1, rng=0), X, Y).ok


def test_chains_of_blocks_are_checked_like_the_rest():
    shared = Linear(4, 4, rng=1)
    for network in (
        Network([Linear(3, 4, rng=0), ReLU(), shared, Sigmoid(), shared, Linear(4, 2, rng=2)]),
        Network([Linear(3, 4, rng=0), ReLU(), Linear(4, 2, rng=1), LogSoftmax()], loss="nlp", l2=0.1),
    ):
        report = check_gradients(network, X, t)
        assert report.ok, str(report)


def test_a_block_with_a_wrong_way_back_is_caught():
    class Forgetful(Sigmoid):
        def derivative(self, Z):
            return super().value(Z)  # σ' = σ(1 − σ) without its second factor

    report = check_gradients(Network([Linear(3, 4, rng=0), Forgetful(), Linear(4, 2, rng=1)]), X, t)
    assert [row.layer for row in report.failures] == [1, 1]


def test_many_seeds_give_no_false_alarm():
    for seed in range(100):
        rng = np.random.default_rng(seed)
        report = check_gradients(NNClassifier([2, 6, 6, 3], rng=rng), rng.normal(size=(2, 5)), rng.integers(0, 3, 5))
        assert report.ok, f"{report}\nseed {seed}"


def test_a_trained_network_with_small_gradients_is_still_resolved():
    from mlp_theory import fit

    model = NNClassifier([3, 8, 2], activation="tanh", l2=1e-3, rng=0)
    fit(model, X, t, epochs=3000, batch_size=None, lr=0.5)
    model.loss(X, t)
    model.backward()
    assert np.abs(model.dtheta).max() < 1e-3
    report = check_gradients(model, X, t)
    assert report.ok, str(report)


# ------------------------------------------------------------------ kinks


def test_exact_kinks_are_walked_around():
    """Columns of zeros and zero biases put every ReLU of every layer at its kink."""
    model = NNClassifier([3, 5, 5, 2], rng=0)
    zeros = np.zeros((3, 4))
    report = check_gradients(model, np.hstack([zeros, X]), np.concatenate([[0, 0, 0, 1], t]))
    assert report.ok, str(report)
    assert max(row.draws for row in report.rows) > 1


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


# ------------------------------------------------------------------ nothing is disturbed


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_parameters_gradients_and_batch_are_bit_equal_afterwards(dtype):
    model = NNClassifier([3, 5, 2], rng=0, dtype=dtype)
    model.loss(X, t)
    model.backward()
    theta, dtheta = model.theta.copy(), model.dtheta.copy()
    inputs, labels = X.copy(), t.copy()
    assert check_gradients(model, 2 * X, 1 - t).ok
    np.testing.assert_array_equal(model.theta, theta)
    np.testing.assert_array_equal(model.dtheta, dtheta)
    np.testing.assert_array_equal(X, inputs)
    np.testing.assert_array_equal(t, labels)
    model.backward()  # still the batch from before the check
    np.testing.assert_array_equal(model.dtheta, dtheta)


def test_parameters_are_restored_even_if_the_loss_raises():
    class Breaking(NNClassifier):
        calls = 0

        def loss(self, X, t):
            self.calls += 1
            if self.calls == 20:
                raise RuntimeError
            return super().loss(X, t)

    model = Breaking([3, 5, 2], rng=0)
    before = model.theta.copy()
    with pytest.raises(RuntimeError):
        check_gradients(model, X, t)
    np.testing.assert_array_equal(model.theta, before)


def test_a_float32_model_is_checked_in_float64():
    report = check_gradients(NNClassifier([3, 5, 2], rng=0, dtype=np.float32), X, t)
    assert report.ok
    assert max(row.relative for row in report.rows) < 1e-5  # differences in float32 would be off by 0.1 and more
    assert any("float64" in note for note in report.notes)


def test_a_function_that_works_in_place_does_not_move_the_point():
    W = np.array([1.0, 2.0])

    def sum_of_squares(w):
        w *= w
        return w.sum()

    assert check_gradients(sum_of_squares, lambda w: 2 * w, at=W).ok
    assert W.tolist() == [1, 2]


# ------------------------------------------------------------------ functions of one's own


def half_squares(W):
    return 0.5 * float((W**2).sum())


POINT = np.random.default_rng(0).normal(size=(3, 3))


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


def test_a_model_after_one_tiny_step_is_checked_where_it_stands():
    from mlp_theory import SGD

    model = NNClassifier([3, 5, 2], activation="tanh", rng=0)
    model.loss(X, t)
    model.backward()
    SGD(model, lr=1e-6).step()  # biases of size 1e-7
    report = check_gradients(model, X, t)
    assert report.ok, str(report)
    assert max(row.check_grad for row in report.rows) < 1e-6


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


# ------------------------------------------------------------------ reports


def test_a_report_prints_a_table_a_row_a_parameter():
    report = check_gradients(NNClassifier([3, 4, 2], rng=0), X, t)
    lines = str(report).splitlines()
    assert lines[1].split() == ["layer", "parameter", "shape", "check_grad", "relative", "worst", "entry", "verdict"]
    assert [line.split()[:2] for line in lines[2:6]] == [["1", "W"], ["1", "b"], ["2", "W"], ["2", "b"]]
    assert lines[-1].startswith("4 of 4 gradients right")
    assert bool(report) is report.ok is True
    assert "<table>" in report._repr_html_()


def test_scipys_own_number_stands_in_the_table():
    from scipy.optimize import check_grad

    report = check_gradients(half_squares, lambda W: 2 * W, at=POINT)
    expected = check_grad(lambda x: half_squares(x), lambda x: 2 * x, POINT.ravel())
    assert report.rows[0].check_grad == pytest.approx(expected, rel=1e-6)


# ------------------------------------------------------------------ bad input


@pytest.mark.parametrize(
    ("arguments", "options", "error", "says"),
    [
        ((NNClassifier([3, 2]), X.T, t), {}, ShapeError, r"pass X\.T"),
        ((NNClassifier([3, 2]), X, t[:3]), {}, LabelError, r"\(7,\)"),
        ((NNClassifier([3, 2]), X[:, :1], t[:1]), {}, ShapeError, "n >= 2"),
        ((half_squares, lambda W: W), {}, KindError, "at=W"),
        ((half_squares, POINT), {"at": POINT}, KindError, r"check_gradients\(f, grad, at=W\)"),
        (("model", X, t), {}, KindError, "a str"),
        ((half_squares, lambda W: W[0]), {"at": POINT}, ShapeError, "the shape of its variable"),
        ((half_squares, lambda W: W.T), {"at": POINT[:2]}, ShapeError, "transpose what grad returns"),
        ((lambda W: W, lambda W: W), {"at": POINT}, ShapeError, "only a number has a gradient"),
        ((half_squares, lambda W: W), {"at": "here"}, KindError, "array of finite real numbers"),
        ((half_squares, lambda W: W), {"at": []}, KindError, "array of finite real numbers"),
        ((half_squares, lambda W: W), {"at": POINT, "tolerance": 2}, OptionError, "tolerance"),
    ],
)
def test_what_cannot_be_checked_is_refused(arguments, options, error, says):
    with pytest.raises(error, match=says):
        check_gradients(*copy.copy(arguments), **options)
