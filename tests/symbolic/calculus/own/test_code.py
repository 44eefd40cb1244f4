"""Operations of one's own in the NumPy that is written for a derivation."""

import numpy as np
import pytest

from mlp_theory.errors import OptionError
from mlp_theory.symbolic import (
    dims,
    gradients,
    matrix,
    mean,
    register_function,
    registered,
    sigmoid,
    squared_norm,
    tanh,
)
from mlp_theory.symbolic.calculus.own.registry import forget
from tests.symbolic.calculus.code.emitted import assert_emits_the_gradients
from tests.symbolic.calculus.own.operations import Centre, LogMeanExp, Swish

d, K, n = dims("d K n")
W, X = matrix("W", K, d), matrix("X", d, n)


@pytest.mark.parametrize("kind", [Swish, Centre, LogMeanExp])
def test_an_operation_of_ones_own_is_written_with_its_source(kind):
    with registered(kind) as operation:
        g = gradients(squared_norm(operation(W @ X) + 1), [W, X])
        assert f"def own_{kind.name}(" in g.to_numpy()
        assert_emits_the_gradients(g)


def test_a_function_of_ones_own_is_written_with_its_source():
    swish = register_function(
        "swish", lambda Z: Z / (1 + np.exp(-Z)), lambda Z: sigmoid(Z) + Z * sigmoid(Z) * (1 - sigmoid(Z))
    )
    try:
        assert_emits_the_gradients(gradients(mean(swish(W @ X)), [W]))
    finally:
        forget("swish")


def test_a_source_that_does_not_stand_alone_is_refused_with_its_mend():
    outside = np.tanh
    squash = register_function("squash", lambda Z: outside(Z), lambda Z: 1 - tanh(Z) * tanh(Z))
    try:
        with pytest.raises(OptionError, match="give its NumPy"):
            gradients(mean(squash(W @ X)), [W]).to_numpy()
    finally:
        forget("squash")
