"""The activations of `network` and those of `symbolic`, which know nothing of each other: held against each other."""

import numpy as np
import pytest

from mlp_theory.network import ACTIVATIONS, ELU, LeakyReLU, NNClassifier
from mlp_theory.network.activations import Activation
from mlp_theory.symbolic import at_arrays, gradients, matrix
from mlp_theory.symbolic.functions import ACTIVATIONS as EXPRESSIONS
from mlp_theory.symbolic.functions import WITH_ALPHA
from mlp_theory.verify.derived import compare_with_derivation
from tests.verify.samples import X, t

PLACES = np.concatenate([np.linspace(-8, 8, 81), [-30.0, 0.0, 1e-9, 30.0]])[np.newaxis]


def symbolic_pair(name, places, *alpha):
    """f and f' at some places, as evaluator and engine have them."""
    Z = matrix("Z", *places.shape)
    F = EXPRESSIONS[name](Z, *alpha)
    slope = gradients(F.sum(), [Z])[Z]
    return [np.broadcast_to(at_arrays(one, {"Z": places}), places.shape) for one in (F, slope)]


def assert_agreement(f, *alpha):
    value, slope = symbolic_pair(f.name, PLACES, *alpha)
    np.testing.assert_allclose(f.value(PLACES), value, rtol=1e-14, atol=1e-15)
    np.testing.assert_allclose(f.derivative(PLACES), slope, rtol=1e-13, atol=2e-15)


def test_both_know_the_same_names_in_one_order():
    assert list(EXPRESSIONS) == list(ACTIVATIONS)
    assert {name for name in ACTIVATIONS if hasattr(ACTIVATIONS[name](), "alpha")} == set(WITH_ALPHA)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_value_and_derivative_agree_at_the_kink_too(name):
    assert_agreement(ACTIVATIONS[name]())


@pytest.mark.parametrize("alpha", [0.0, 0.3, 0.999])
@pytest.mark.parametrize("kind", [LeakyReLU, ELU])
def test_so_they_do_at_any_alpha(kind, alpha):
    assert_agreement(kind(alpha), alpha)
    assert compare_with_derivation(NNClassifier([3, 5, 2], activation=kind(alpha), rng=0), X, t).ok


@pytest.mark.parametrize("what", ["value", "derivative"])
@pytest.mark.parametrize(
    "damage",
    [lambda Y, Z: 1.0001 * Y, lambda Y, Z: -Y, lambda Y, Z: Y + 1e-9 * (Z == 0)],
    ids=["factor", "sign", "at the kink"],
)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_slip_in_one_of_them_is_seen(name, damage, what):
    right = ACTIVATIONS[name]()

    class Wrong(Activation):
        def value(self, Z):
            return damage(right.value(Z), Z) if what == "value" else right.value(Z)

        def derivative(self, Z):
            return damage(right.derivative(Z), Z) if what == "derivative" else right.derivative(Z)

    Wrong.name = name
    with pytest.raises(AssertionError):
        assert_agreement(Wrong())
