"""Activations: their values, their derivatives, and calm in the tails."""

import numpy as np
import pytest
import scipy.special

from mlp_theory.errors import OptionError
from mlp_theory.network import ACTIVATIONS, LeakyReLU, LogSoftmax, NNClassifier, ReLU, Sigmoid, Softplus, Tanh

ALL = list(ACTIVATIONS.values())
BY_NAME = pytest.mark.parametrize("kind", ALL, ids=ACTIVATIONS)


def complex_step(f, z):
    """f'(z) by an imaginary step, from the textbook's formula and not from ours."""
    return f(z + 1e-30j).imag / 1e-30


TEXTBOOK = {
    "relu": lambda z: np.where(z.real > 0, z, 0 * z),
    "leaky_relu": lambda z: np.where(z.real > 0, z, 0.01 * z),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "identity": lambda z: z,
    "gelu": lambda z: z / 2 * (1 + scipy.special.erf(z / np.sqrt(2))),
    "elu": lambda z: np.where(z.real > 0, z, np.exp(z) - 1),
}


@BY_NAME
def test_values_and_derivatives_are_the_textbooks(kind):
    z = np.linspace(-8, 8, 161)
    z = z[z != 0]  # at 0 the convention decides, below
    f, textbook = kind(), TEXTBOOK[kind.name]
    np.testing.assert_allclose(f.value(z), textbook(z + 0j).real, rtol=1e-12, atol=1e-15)
    # σ(z)(1 − σ(z)) by complex step cancels near z = 8: seven digits of it are left above eps.
    np.testing.assert_allclose(f.derivative(z), complex_step(textbook, z), rtol=1e-9, atol=1e-15)


@BY_NAME
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_finite_without_a_warning_at_ten_thousand(kind, dtype):
    Z = np.array([[-1e4, -800, -90, 0], [90, 800, 1e4, -0.0]], dtype=dtype)
    f = kind()
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        A, slope = f.value(Z), f.derivative(Z)
    assert np.isfinite(A).all()
    assert np.isfinite(slope).all()
    assert A.shape == slope.shape == Z.shape
    assert A.dtype == slope.dtype == dtype


def test_relu_and_its_derivative_by_hand():
    f = ReLU()
    assert f([-1, 0, 2]).tolist() == [0, 0, 2]
    assert f.derivative(np.array([-1, 0, 2])).tolist() == [0, 0, 1]


def test_relu_of_minus_infinity_is_zero_and_not_nan():
    assert ReLU()([-np.inf]).tolist() == [0]


def test_derivatives_at_the_kink_follow_the_convention():
    zero = np.zeros(1)
    assert ReLU().derivative(zero) == 0
    assert LeakyReLU(alpha=0.1).derivative(zero) == pytest.approx(0.1)


def test_tails_keep_their_relative_accuracy():
    z = np.array([-40.0, 40.0])
    np.testing.assert_allclose(Sigmoid().value(z[:1]), np.exp(-40.0), rtol=1e-14)
    np.testing.assert_allclose(Sigmoid().derivative(z), np.exp(-40.0), rtol=1e-14)
    np.testing.assert_allclose(Tanh().derivative(z / 2), 4 * np.exp(-40.0), rtol=1e-14)
    np.testing.assert_allclose(Softplus().value(z[:1]), np.exp(-40.0), rtol=1e-14)


@BY_NAME
def test_backward_is_the_chain_rule_entry_by_entry(kind):
    rng = np.random.default_rng(0)
    Z, dA = rng.normal(size=(3, 5)), rng.normal(size=(3, 5))
    f = kind()
    expected = [[dA[i, j] * complex_step(TEXTBOOK[kind.name], Z[i : i + 1, j])[0] for j in range(5)] for i in range(3)]
    np.testing.assert_allclose(f.backward(dA, Z), expected, rtol=1e-12)


def test_small_integers_do_not_wrap_around():
    np.testing.assert_allclose(Sigmoid()(np.array([-128, 127], dtype=np.int8)), [0, 1], atol=1e-15)
    assert Softplus()(np.array([200], dtype=np.uint8)) == 200


def test_backward_takes_what_forward_takes():
    for f in (ReLU(), Sigmoid(), LogSoftmax()):
        forward, backward = f.forward([[1.0, -1.0], [0.0, 2.0]]), f.backward(np.ones((2, 2)), [[1.0, -1.0], [0.0, 2.0]])
        assert forward.shape == backward.shape == (2, 2)


def test_an_unknown_activation_names_the_nearest_known_one():
    with pytest.raises(OptionError, match="did you mean 'relu'"):
        NNClassifier([2, 3, 2], activation="relluu")


@pytest.mark.parametrize("alpha", [-0.1, 1.0, np.nan])
def test_a_leak_lies_between_zero_and_one(alpha):
    with pytest.raises(OptionError, match="alpha"):
        LeakyReLU(alpha=alpha)


def test_an_activation_of_ones_own_is_used_as_it_is():
    f = LeakyReLU(alpha=0.5)
    model = NNClassifier([1, 1, 2], activation=f, rng=0)
    model.layers[0].W, model.layers[1].W = [[1.0]], [[1.0], [0.0]]
    assert model.forward(np.array([[-2.0]])).ravel().tolist() == [-1.0, 0.0]
