"""`check_gradients` of networks: every one is right, kinks are walked around, nothing is disturbed."""

import numpy as np
import pytest

from mlp_theory import Linear, Network, NNClassifier, NNRegressor, check_gradients
from mlp_theory.network import ACTIVATIONS, LogSoftmax, ReLU, Sigmoid
from tests.verify.samples import X, Y, t


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


@pytest.mark.sample(every=10)
@pytest.mark.parametrize("seed", range(100))
def test_many_seeds_give_no_false_alarm(seed):
    rng = np.random.default_rng(seed)
    report = check_gradients(NNClassifier([2, 6, 6, 3], rng=rng), rng.normal(size=(2, 5)), rng.integers(0, 3, 5))
    assert report.ok, report


def test_a_trained_network_with_small_gradients_is_still_resolved():
    from mlp_theory import fit

    model = NNClassifier([3, 8, 2], activation="tanh", l2=1e-3, rng=0)
    fit(model, X, t, epochs=3000, batch_size=None, lr=0.5)
    model.loss(X, t)
    model.backward()
    assert np.abs(model.dtheta).max() < 1e-3
    report = check_gradients(model, X, t)
    assert report.ok, str(report)


def test_exact_kinks_are_walked_around():
    """Columns of zeros and zero biases put every ReLU of every layer at its kink."""
    model = NNClassifier([3, 5, 5, 2], rng=0)
    zeros = np.zeros((3, 4))
    report = check_gradients(model, np.hstack([zeros, X]), np.concatenate([[0, 0, 0, 1], t]))
    assert report.ok, str(report)
    assert max(row.draws for row in report.rows) > 1


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


def test_a_model_after_one_tiny_step_is_checked_where_it_stands():
    from mlp_theory import SGD

    model = NNClassifier([3, 5, 2], activation="tanh", rng=0)
    model.loss(X, t)
    model.backward()
    SGD(model, lr=1e-6).step()  # biases of size 1e-7
    report = check_gradients(model, X, t)
    assert report.ok, str(report)
    assert max(row.check_grad for row in report.rows) < 1e-6
