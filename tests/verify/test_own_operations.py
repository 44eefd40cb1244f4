"""Layers and losses of one's own: from a registered operation, or written by hand from what was derived for it."""

import numpy as np
import pytest

from mlp_theory import Linear, Network, check_gradients
from mlp_theory.errors import OptionError, ShapeError
from mlp_theory.network import Block
from mlp_theory.symbolic import OwnOperation, at_arrays, dims, gradients, matrix, mean, registered, sizes, tanh
from mlp_theory.verify.own_operations import block_of, loss_from, pulled_back
from tests.symbolic.calculus.own.operations import Bilinear, Centre, Swish
from tests.verify.samples import X, Y, t


class LogCosh(OwnOperation):
    """L = (1/n) Σ log cosh(z − t): a loss of outputs and targets."""

    name, latex = "log_cosh", r"\mathrm{logcosh}"

    def shape(self, Z, T):
        if Z != T:
            raise ShapeError("log_cosh", expected="two of one shape", got=f"{Z} and {T}")
        return 1, 1

    def value(self, Z, T):
        return np.log(np.cosh(Z - T)).sum().reshape(1, 1) / Z.shape[1]

    def pullback(self, G, Z, T):
        _, n = sizes(Z)
        slope = G / n * tanh(Z - T)
        return slope, -slope


def test_a_block_from_an_operation_is_accepted():
    with registered(Swish) as swish, registered(Centre) as centre:
        network = Network([Linear(3, 4, rng=0), block_of(swish), Linear(4, 2, rng=1)])
        assert check_gradients(network, X, t).ok
        network = Network([block_of(centre), Linear(3, 4, rng=0), block_of(swish), Linear(4, 2, rng=1)])
        assert check_gradients(network, X, t).ok  # and the way back to X, which centre alone has


def test_a_block_with_a_parameter_is_accepted():
    V = np.random.default_rng(3).normal(size=(4, 5))
    with registered(Bilinear) as bilinear:
        network = Network([Linear(3, 4, rng=0), block_of(bilinear, n_inputs=4, A=V), Linear(5, 2, rng=1)])
        report = check_gradients(network, X, t)
    assert report.ok, report
    assert report.rows[2].name == "A"


def test_a_loss_from_an_operation_is_accepted():
    with registered(LogCosh) as log_cosh:
        network = Network([Linear(3, 4, rng=0), Linear(4, 2, rng=1)], loss=loss_from(log_cosh))
        assert check_gradients(network, X, Y).ok


class HandWritten(Block):
    """Swish as people write it, from dZ = dA ⊙ (σ + Z ⊙ σ ⊙ (1 − σ))."""

    def forward(self, A):
        return A / (1 + np.exp(-A))

    def backward(self, dY, A):
        s = 1 / (1 + np.exp(-A))
        return dY * (s + A * s * (1 - s))


def test_a_hand_written_layer_computes_what_is_derived_for_the_operation():
    with registered(Swish) as swish:
        m, n = dims("m n")
        Z, B = matrix("Z", m, n), matrix("B", m, n)
        derived = gradients((B * swish(Z)).sum(), [Z])[Z]
        rng = np.random.default_rng(0)
        values = {"Z": rng.normal(size=(3, 5)), "B": rng.normal(size=(3, 5))}
        by_hand = HandWritten().backward(values["B"], values["Z"])
        assert at_arrays(derived, values) == pytest.approx(by_hand, rel=1e-12)
        assert block_of(swish).backward(values["B"], values["Z"]) == pytest.approx(by_hand, rel=1e-12)
    network = Network([Linear(3, 4, rng=0), HandWritten(), Linear(4, 2, rng=1)])
    assert check_gradients(network, X, t).ok


def test_a_wrong_layer_is_caught_where_a_right_one_was_derived():
    class Wrong(HandWritten):
        def backward(self, dY, A):
            return 1.01 * super().backward(dY, A)

    network = Network([Linear(3, 4, rng=0), Wrong(), Linear(4, 2, rng=1)])
    assert not check_gradients(network, X, t).ok


def test_a_loss_is_what_the_calculus_derives():
    with registered(LogCosh) as log_cosh:
        m, n = dims("m n")
        Z, T = matrix("Z", m, n), matrix("T", m, n)
        derived = gradients(log_cosh(Z, T), [Z])[Z]
        values = {"Z": Y, "T": X[:2]}
        assert at_arrays(derived, values) == pytest.approx(np.tanh(Y - X[:2]) / 7, rel=1e-12)
        assert loss_from(log_cosh).gradient(Y, X[:2]) == pytest.approx(np.tanh(Y - X[:2]) / 7, rel=1e-12)


def test_the_pull_back_of_what_does_not_depend_is_zero():
    class First(OwnOperation):
        name = "first_of_two"

        def shape(self, A, B):
            return A

        def value(self, A, B):
            return 1.0 * A

        def pullback(self, G, A, B):
            return G, None

    with registered(First) as first:
        dA, dB = pulled_back(first, X, [X, Y])
    assert np.array_equal(dA, X)
    assert not dB.any()


def test_what_is_no_block_or_loss_is_refused():
    with registered(Swish) as swish, registered(Bilinear) as bilinear:
        with pytest.raises(OptionError, match="first values of A"):
            block_of(bilinear)
        with pytest.raises(OptionError, match="first values of none"):
            block_of(swish, A=X)
        with pytest.raises(OptionError, match="is of Z and T"):
            loss_from(swish)


def test_numbers_of_an_expression_say_what_does_not_fit():
    m, n = dims("m n")
    Z, B = matrix("Z", m, n), matrix("B", n, m)
    assert at_arrays(mean(Z @ B), {"Z": X, "B": X.T}).shape == (1, 1)
    with pytest.raises(ShapeError, match="array of B does not fit"):
        at_arrays(Z @ B, {"Z": X, "B": X})
    with pytest.raises(ShapeError, match="array of Z does not fit"):
        at_arrays(Z, {"Z": np.ones(3)})
    with pytest.raises(OptionError, match="no array"):
        at_arrays(Z @ B, {"Z": X})
