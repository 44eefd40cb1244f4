"""The linear layer: Z = W A + b 1ᵀ, and the way back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_theory.errors import DataError, KindError, OptionError, ShapeError
from mlp_theory.network import Linear

sizes = st.integers(1, 6)


def layer_of(n_inputs, n_outputs, seed=0):
    layer = Linear(n_inputs, n_outputs, rng=seed)
    layer.b = np.random.default_rng(seed).normal(size=(n_outputs, 1))
    return layer


@given(sizes, sizes, sizes)
def test_forward_is_one_dot_product_a_unit_and_example(n_inputs, n_outputs, n):
    layer = layer_of(n_inputs, n_outputs)
    A = np.random.default_rng(1).integers(-3, 4, (n_inputs, n)).astype(float)
    layer.W, layer.b = np.round(5 * layer.W), np.round(5 * layer.b)
    Z = layer.forward(A)
    for k in range(n_outputs):
        for i in range(n):  # whole numbers: equal to the last bit
            assert Z[k, i] == sum(layer.W[k, j] * A[j, i] for j in range(n_inputs)) + layer.b[k, 0]


@given(sizes, sizes, sizes)
def test_backward_is_the_sum_of_outer_products(n_inputs, n_outputs, n):
    layer = layer_of(n_inputs, n_outputs)
    rng = np.random.default_rng(2)
    A, dZ = rng.normal(size=(n_inputs, n)), rng.normal(size=(n_outputs, n))
    dA = layer.backward(dZ, A)
    np.testing.assert_allclose(layer.dW, sum(np.outer(dZ[:, i], A[:, i]) for i in range(n)), atol=1e-13)
    np.testing.assert_allclose(layer.db, np.einsum("ki->k", dZ)[:, None], atol=1e-13)
    np.testing.assert_allclose(dA, np.einsum("kj,ki->ji", layer.W, dZ), atol=1e-13)


def test_a_layer_used_twice_adds_both_gradients():
    layer, A, dZ = layer_of(2, 2), np.eye(2), np.ones((2, 2))
    layer.backward(dZ, A)
    layer.backward(dZ, A)
    np.testing.assert_array_equal(layer.dW, 2 * dZ)


def test_gradients_are_zero_before_the_first_backward():
    layer = Linear(3, 2)
    assert layer.dW.shape == (2, 3)
    assert layer.db.shape == (2, 1)
    assert not layer.dW.any()
    assert not layer.db.any()


def test_assigning_copies_into_the_layer():
    layer, W = Linear(3, 2), np.ones((2, 3))
    view = layer.W
    layer.W = W
    W[0, 0] = 99
    assert view.tolist() == np.ones((2, 3)).tolist()


def test_a_transposed_weight_is_refused_with_both_shapes():
    with pytest.raises(ShapeError, match=r"(?s)expected: W : \(2, 3\).*got     : W : \(3, 2\).*pass the transpose"):
        Linear(3, 2).W = np.ones((3, 2))


def test_rows_for_columns_are_refused_in_the_house_form():
    with pytest.raises(ShapeError) as caught:
        Linear(3, 2).forward(np.ones((100, 3)))
    assert str(caught.value) == (
        "Linear.forward does not fit its input\n"
        "  expected: A : (3, n), one example per column\n"
        "  got     : A : (100, 3)\n"
        "  to mend : one example per row? pass A.T"
    )


@pytest.mark.parametrize(
    ("A", "error"),
    [
        (np.ones(3), ShapeError),
        (np.ones((3, 0)), ShapeError),
        ([["a", "b"]], KindError),
        ([[1, 2], [3]], KindError),
        (np.ones((3, 2)) * 1j, KindError),
        (np.array([[1.0], [np.nan], [2.0]]), DataError),
    ],
    ids=["one example", "empty", "text", "ragged", "complex", "nan"],
)
def test_what_is_no_batch_is_refused(A, error):
    with pytest.raises(error):
        Linear(3, 2).forward(A)


@pytest.mark.parametrize(
    ("n", "error"), [(0, OptionError), (-1, OptionError), (2.0, KindError), ("2", KindError), (True, KindError)]
)
def test_sizes_are_whole_and_positive(n, error):
    with pytest.raises(error, match="n_inputs"):
        Linear(n, 2)


@pytest.mark.parametrize("dtype", [int, bool, complex, object, "letters"], ids=str)
def test_a_layer_computes_in_real_numbers(dtype):
    with pytest.raises(OptionError, match="float64 or float32"):
        Linear(2, 2, dtype=dtype)
