"""Networks against the NumPy that is derived for them: every activation, every loss, any units and batch."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_theory import Linear, Network, NNClassifier, NNRegressor
from mlp_theory.errors import KindError, LabelError, ShapeError
from mlp_theory.network import ACTIVATIONS, LOSSES, LeakyReLU, LogSoftmax, ReLU, Tanh
from mlp_theory.symbolic.calculus import networks
from mlp_theory.verify.derived import compare_with_derivation, derivation_of
from tests.verify.samples import X, Y, t


def network(units, activation, loss, rng, l2=0.0):
    """A network with this loss, and random biases too."""
    if loss in ("nll", "bce"):
        model = NNClassifier(units, activation=activation, l2=l2, rng=rng)
    elif loss == "mse":
        model = NNRegressor(units, activation=activation, l2=l2, rng=rng)
    elif loss == "nlp":
        linear = [Linear(a, b, rng=rng) for a, b in pairwise(units)]
        between = [ACTIVATIONS[activation]() for _ in linear[1:]]
        chain = [block for pair in zip(linear, [*between, LogSoftmax()], strict=True) for block in pair]
        model = Network(chain, loss="nlp", l2=l2)
    else:
        pytest.fail(f"say here how a network has the loss {loss}")
    model.theta = model.theta + 0.1 * rng.normal(size=model.theta.size)
    return model


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("loss", LOSSES)
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_the_derived_function_agrees_with_backward(activation, loss, data):
    units = data.draw(st.lists(st.integers(1, 9), min_size=1, max_size=4), label="units")
    units.append(1 if loss == "bce" else data.draw(st.integers(1 if loss == "mse" else 2, 6), label="outputs"))
    n = data.draw(st.integers(1, 12), label="n")
    rng = np.random.default_rng(data.draw(st.integers(0, 1000), label="seed"))
    model = network(units, activation, loss, rng, l2=data.draw(st.sampled_from([0.0, 0.3]), label="l2"))
    inputs = rng.normal(size=(units[0], n))
    targets = rng.normal(size=(units[-1], n)) if loss == "mse" else rng.integers(0, max(2, units[-1]), n)
    agreement = compare_with_derivation(model, inputs, targets)
    assert agreement.ok, agreement
    assert set(agreement.gradients) == {f"{p}_{l}" for l in range(1, len(units)) for p in "Wb"}


def test_the_engine_knows_the_activations_and_losses_of_the_network():
    assert list(networks.ACTIVATIONS) == list(ACTIVATIONS)
    assert set(networks.LOSSES) == set(LOSSES)


def test_the_slope_of_a_leaky_relu_is_that_of_the_model():
    assert compare_with_derivation(NNClassifier([3, 5, 2], activation=LeakyReLU(0.3), rng=0), X, t).ok


def test_at_a_kink_both_take_the_same_convention():
    for activation in ("relu", "leaky_relu"):
        model = NNClassifier([3, 4, 2], activation=activation, rng=0)
        assert compare_with_derivation(model, np.zeros((3, 7)), t).ok


@pytest.mark.parametrize("factor", [1 + 1e-9, -1.0], ids=["scaled", "sign"])
def test_a_wrong_way_back_is_seen(factor, monkeypatch):
    true = Tanh.derivative
    monkeypatch.setattr(Tanh, "derivative", lambda self, Z: factor * true(self, Z))
    agreement = compare_with_derivation(NNClassifier([3, 4, 2], activation="tanh", rng=0), X, t)
    assert not agreement.ok
    assert agreement.loss < 1e-12
    assert {name for name, difference in agreement.gradients.items() if difference > 1e-12} == {"W_1", "b_1"}


def test_the_model_is_left_as_it_was():
    model = NNClassifier([3, 4, 2], rng=0)
    model.loss(X, t)
    theta, dtheta = model.theta.copy(), model.dtheta.copy()
    compare_with_derivation(model, X[:, :3], t[:3])
    assert np.array_equal(model.theta, theta)
    assert np.array_equal(model.dtheta, dtheta)
    model.backward()
    assert model.dtheta.any()


def test_the_derivation_of_a_model_has_its_sizes():
    assert "W_1 : (4, 3)" in derivation_of(NNRegressor([3, 4, 2], rng=0)).to_numpy()


@pytest.mark.parametrize(
    "chain",
    [
        [Linear(3, 2, rng=0), ReLU()],
        [Linear(3, 2, rng=0), ReLU(), Linear(2, 2, rng=0), Tanh(), Linear(2, 2, rng=0)],
        [Linear(3, 2, rng=0), Linear(2, 2, rng=0)],
        [Linear(3, 2, rng=0), LogSoftmax(), Linear(2, 2, rng=0)],
    ],
    ids=str,
)
def test_a_chain_that_has_no_derivation_is_refused(chain):
    with pytest.raises(KindError, match="no derivation for this model"):
        compare_with_derivation(Network(chain), X, t)


def test_what_does_not_fit_the_model_is_refused():
    with pytest.raises(ShapeError):
        compare_with_derivation(NNRegressor([3, 2], rng=0), X, Y.T)
    with pytest.raises(LabelError):
        compare_with_derivation(NNClassifier([3, 2], rng=0), X, t + 5)
