"""Losses: their values by hand, their gradients with one 1/n, and calm at huge logits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import log_softmax as scipy_log_softmax
from scipy.special import logsumexp

from mlp_theory.errors import LabelError, ShapeError
from mlp_theory.network import (
    BinaryCrossEntropy,
    LogSoftmax,
    NegativeLogLikelihood,
    NegativeLogProbability,
    SquaredError,
    log_normalizer,
    one_hot,
)

nll, bce, nlp, mse = NegativeLogLikelihood(), BinaryCrossEntropy(), NegativeLogProbability(), SquaredError()


def targets_of(loss, t, n_outputs):
    return loss.targets("test", np.asarray(t), None, n_outputs, np.float64)


# ------------------------------------------------------------------ one-hot


@given(st.lists(st.integers(0, 4), min_size=1, max_size=20))
def test_one_hot_columns_point_at_their_label(t):
    T = one_hot(t, 5)
    assert T.shape == (5, len(t))
    assert T.argmax(axis=0).tolist() == t
    assert (T.sum(axis=0) == 1).all()


@pytest.mark.parametrize("t", [[0, 3], [-1, 0]], ids=["too large", "negative"])
def test_a_label_out_of_range_is_refused_in_the_articles_words(t):
    with pytest.raises(LabelError, match=r"Elements in array must be in the interval \[0, 3\)"):
        one_hot(np.array(t), 3)


def test_labels_from_one_are_recognised():
    with pytest.raises(LabelError, match="pass t - 1"):
        one_hot(np.array([1, 2, 3]), 3)


@pytest.mark.parametrize(
    ("t", "mend"),
    [
        (np.array([[0], [1], [2]]), r"pass t\.ravel\(\)"),
        (np.array([[0, 1, 2]]), r"pass t\.ravel\(\)"),
        (np.eye(3), r"pass T\.argmax\(axis=0\)"),
        (np.array([0.0, 1.0]), r"pass t\.astype\(int\)"),
        (np.array([True, False]), r"pass t\.astype\(int\)"),
        (np.array([0.5, 1.0]), "float64"),
        (np.array(["a", "b"]), r"classes, t = numpy\.unique\(t, return_inverse=True\)"),
    ],
    ids=["column", "row", "one-hot", "whole floats", "bool", "floats", "text"],
)
def test_labels_of_another_kind_or_shape_are_refused_with_the_mend(t, mend):
    with pytest.raises(LabelError, match=mend):
        one_hot(t, 3)


# ------------------------------------------------------------------ log-sum-exp


@pytest.mark.parametrize("shift", [-1e4, -745, 0, 745, 1e4])
def test_the_normalizer_is_scipys_at_any_shift(shift):
    Z = np.random.default_rng(0).normal(size=(5, 7)) + shift
    assert log_normalizer(Z).shape == (1, 7)
    np.testing.assert_allclose(log_normalizer(Z)[0], logsumexp(Z, axis=0), rtol=1e-14)


def test_log_softmax_as_a_block_has_the_jacobian_times_vector_of_its_columns():
    rng = np.random.default_rng(0)
    Z, dY = rng.normal(size=(4, 3)), rng.normal(size=(4, 3))
    block = LogSoftmax()
    np.testing.assert_allclose(block.forward(Z), scipy_log_softmax(Z, axis=0), rtol=1e-13)
    for i in range(3):
        p = np.exp(scipy_log_softmax(Z[:, i]))
        jacobian = np.eye(4) - np.outer(np.ones(4), p)  # ∂y_k/∂z_j = δ_kj − p_j
        np.testing.assert_allclose(block.backward(dY, Z)[:, i], jacobian.T @ dY[:, i], atol=1e-14)


@pytest.mark.parametrize("size", [1e3, 1e4])
def test_log_softmax_is_finite_in_value_and_gradient_at_huge_logits(size):
    Z = np.array([[size, -size], [-size, size], [0.0, size]])
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        Y, dZ = LogSoftmax().forward(Z), LogSoftmax().backward(np.ones((3, 2)), Z)
    assert np.isfinite(Y).all()
    assert np.isfinite(dZ).all()


# ------------------------------------------------------------------ values by hand


def test_negative_log_likelihood_by_hand():
    Z, T = np.array([[np.log(3.0), 0.0], [0.0, 0.0]]), targets_of(nll, [0, 1], 2)
    loss, P = nll(Z, T)
    assert loss == pytest.approx((np.log(4 / 3) + np.log(2)) / 2, rel=1e-15)
    np.testing.assert_allclose(P, [[0.75, 0.5], [0.25, 0.5]], rtol=1e-15)
    np.testing.assert_allclose(nll.gradient(P, T), [[-0.125, 0.25], [0.125, -0.25]], rtol=1e-14)


def test_binary_cross_entropy_by_hand():
    Z, T = np.array([[np.log(3.0), 0.0]]), targets_of(bce, [1, 0], 1)
    loss, P = bce(Z, T)
    assert loss == pytest.approx((np.log(4 / 3) + np.log(2)) / 2, rel=1e-15)
    np.testing.assert_allclose(bce.gradient(P, T), [[-0.125, 0.25]], rtol=1e-14)


def test_squared_error_by_hand_divides_by_all_entries():
    Z, T = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.zeros((3, 2))
    loss, P = mse(Z, T)
    assert loss == pytest.approx(91 / 6)
    np.testing.assert_allclose(mse.gradient(P, T), Z / 3)


def test_negative_log_probability_is_the_mean_of_the_picked_ones():
    Y, T = np.log([[0.2, 0.5], [0.8, 0.5]]), targets_of(nlp, [0, 1], 2)
    loss, P = nlp(Y, T)
    assert loss == pytest.approx(-(np.log(0.2) + np.log(0.5)) / 2)
    np.testing.assert_array_equal(nlp.gradient(P, T), -T / 2)  # times n: minus the one-hot targets


def test_two_losses_for_two_classes_agree():
    z, t = np.random.default_rng(0).normal(size=(1, 9)), np.array([0, 1, 1, 0, 1, 0, 0, 1, 1])
    two = np.vstack([np.zeros_like(z), z])
    assert bce(z, targets_of(bce, t, 1))[0] == pytest.approx(nll(two, targets_of(nll, t, 2))[0], rel=1e-14)


# ------------------------------------------------------------------ gradients


@pytest.mark.parametrize("loss", [nll, nlp, mse], ids=lambda loss: loss.name)
@pytest.mark.parametrize(("n_outputs", "n"), [(1, 1), (3, 2), (4, 7), (5, 5)])
def test_a_gradient_is_the_slope_of_its_loss(loss, n_outputs, n):
    rng = np.random.default_rng(n)
    Z = rng.normal(size=(n_outputs, n))
    t = rng.normal(size=(n_outputs, n)) if loss is mse else rng.integers(0, n_outputs, n)
    assert_slope(loss, Z, targets_of(loss, t, n_outputs))


def test_the_gradient_of_binary_cross_entropy_is_its_slope():
    rng = np.random.default_rng(0)
    assert_slope(bce, rng.normal(size=(1, 6)), targets_of(bce, rng.integers(0, 2, 6), 1))


def assert_slope(loss, Z, T):
    dZ = loss.gradient(loss(Z, T)[1], T)
    for entry in np.ndindex(Z.shape):
        E = np.zeros_like(Z)
        E[entry] = 1e-5
        slope = (loss(Z + E, T)[0] - loss(Z - E, T)[0]) / 2e-5
        # Central differences at 1e-5: truncation 1e-10, rounding 1e-11.
        assert dZ[entry] == pytest.approx(slope, rel=1e-7, abs=1e-9)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("loss", [nll, bce], ids=lambda loss: loss.name)
def test_logits_of_ten_thousand_are_calm(loss, dtype):
    n_outputs = 1 if loss is bce else 2
    Z = np.array([[1e4, -1e4, 1e4, -1e4], [0, 0, -1e4, -1e4]], dtype=dtype)[:n_outputs]
    T = loss.targets("test", np.array([1, 0, 0, 1]), 4, n_outputs, dtype)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        value, P = loss(Z, T)
        dZ = loss.gradient(P, T)
    assert np.isfinite(value)
    assert np.isfinite(dZ).all()
    assert dZ.dtype == dtype


def test_the_likelihood_of_a_far_less_probable_class_does_not_turn_the_loss_into_nan():
    Z, T = np.array([[1.7e308], [-1.7e308]]), targets_of(nll, [0], 2)
    with np.errstate(over="ignore"):
        assert nll(Z, T)[0] == 0.0


# ------------------------------------------------------------------ targets


def test_targets_of_a_regression_are_columns():
    assert targets_of(mse, [1.0, 2.0], 1).shape == (1, 2)  # a flat list for a single output
    with pytest.raises(ShapeError, match=r"pass Y\.T"):
        targets_of(mse, np.ones((50, 3)), 3)
    with pytest.raises(ShapeError, match=r"expected: Y : \(1, 50\)"):
        mse.targets("test", np.ones((50, 1)), 50, 1, np.float64)


def test_a_loss_of_one_logit_wants_one_output():
    with pytest.raises(ShapeError, match="1 output unit"):
        targets_of(bce, [0, 1], 2)
