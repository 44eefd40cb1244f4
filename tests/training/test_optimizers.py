"""Optimizers: one step by hand, many steps by the formula of the paper, in place on θ."""

import numpy as np
import pytest

from mlp_theory import SGD, Adam, NNClassifier
from mlp_theory.errors import KindError, OptionError


def model_with(theta, dtheta):
    model = NNClassifier([1, 2])  # θ is (w_1, w_2, b_1, b_2)
    model.theta, model.dtheta[...] = theta, dtheta
    return model


THETA, G = np.array([1.0, -2.0, 0.5, 0.0]), np.array([0.1, -0.2, 0.0, 4.0])


def test_sgd_by_hand():
    model = model_with(THETA, G)
    SGD(model, lr=0.5).step()
    np.testing.assert_allclose(model.theta, [0.95, -1.9, 0.5, -2.0], rtol=1e-15)


def test_sgd_moves_the_layers_themselves():
    model = model_with(THETA, G)
    W, b = model.layers[0].W, model.layers[0].b
    SGD(model, lr=0.5).step()
    np.testing.assert_allclose(W.ravel(), [0.95, -1.9])
    np.testing.assert_allclose(b.ravel(), [0.5, -2.0])


def test_momentum_by_hand():
    model = model_with(THETA, G)
    optimizer = SGD(model, lr=0.5, momentum=0.9)
    optimizer.step()  # v = −0.5 g
    np.testing.assert_allclose(model.theta, THETA - 0.5 * G)
    model.dtheta[...] = G
    optimizer.step()  # v = −0.45 g − 0.5 g
    np.testing.assert_allclose(model.theta, THETA - 0.5 * G - 0.95 * G)


def test_momentum_is_the_papers_recursion():
    gradients = np.random.default_rng(0).normal(size=(20, 4))
    model = model_with(THETA, np.zeros(4))
    optimizer = SGD(model, lr=0.1, momentum=0.8)
    for g in gradients:
        model.dtheta[...] = g
        optimizer.step()
    # v_k = −α Σ_j μ^(k−j) g_j, written out; θ is the sum of all v_k.
    v = [-0.1 * sum(0.8 ** (k - j) * gradients[j] for j in range(k + 1)) for k in range(20)]
    np.testing.assert_allclose(model.theta, THETA + np.sum(v, axis=0), rtol=1e-12)


def test_adams_first_step_by_hand_is_the_sign_of_the_gradient():
    model = model_with(THETA, G)
    Adam(model, lr=0.1).step()  # m̂ = g and v̂ = g², so the step is α g/(|g| + ε)
    np.testing.assert_allclose(model.theta, THETA - 0.1 * G / (np.abs(G) + 1e-8), rtol=1e-12)


def test_adam_is_the_papers_algorithm():
    gradients = np.random.default_rng(0).normal(size=(30, 4)) * [1e-4, 1, 1e3, 1e-9]
    model = model_with(THETA, np.zeros(4))
    optimizer = Adam(model, lr=0.01, beta1=0.8, beta2=0.95, epsilon=1e-7)
    theta = THETA.copy()
    for k, g in enumerate(gradients, start=1):
        model.dtheta[...] = g
        optimizer.step()
        # Bias-corrected means of Algorithm 1 as weighted sums over the whole past.
        past = gradients[:k]
        m_hat = sum(0.8 ** (k - 1 - j) * past[j] for j in range(k)) * 0.2 / (1 - 0.8**k)
        v_hat = sum(0.95 ** (k - 1 - j) * past[j] ** 2 for j in range(k)) * 0.05 / (1 - 0.95**k)
        theta = theta - 0.01 * m_hat / (np.sqrt(v_hat) + 1e-7)
    np.testing.assert_allclose(model.theta, theta, rtol=1e-12)


@pytest.mark.parametrize("kind", [SGD, Adam])
def test_a_step_uses_the_gradient_up(kind):
    model = model_with(THETA, G)
    kind(model, lr=0.1).step()
    assert not model.dtheta.any()
    assert not model.layers[0].dW.any()


def test_a_second_step_without_a_gradient_moves_nothing():
    model = model_with(THETA, G)
    optimizer = SGD(model, lr=0.5)
    optimizer.step()
    after = model.theta.copy()
    optimizer.step()
    np.testing.assert_array_equal(model.theta, after)


def test_an_optimizer_follows_its_model_into_float32():
    model = NNClassifier([2, 2], dtype=np.float32, rng=0)
    for optimizer in (SGD(model, lr=0.1, momentum=0.9), Adam(model)):
        model.loss(np.ones((2, 3)), [0, 1, 1])
        model.backward()
        optimizer.step()
        assert model.theta.dtype == np.float32


@pytest.mark.parametrize("lr", [0, -0.1, np.nan, np.inf])
@pytest.mark.parametrize("kind", [SGD, Adam])
def test_a_learning_rate_is_positive_and_finite(kind, lr):
    with pytest.raises(OptionError, match="lr"):
        kind(NNClassifier([1, 2]), lr=lr)


def test_other_numbers_keep_to_their_ranges():
    model = NNClassifier([1, 2])
    with pytest.raises(OptionError, match="momentum"):
        SGD(model, lr=0.1, momentum=1.0)
    with pytest.raises(OptionError, match="beta2"):
        Adam(model, beta2=1.5)
    with pytest.raises(KindError, match="lr"):
        SGD(model, lr="fast")
