"""The multilayer perceptron against the same equations, written one example and one unit at a time."""

import math

import numpy as np
import pytest

from mlp_theory.errors import DataError, KindError, LabelError, OptionError, ShapeError
from mlp_theory.network import NNClassifier, NNRegressor

relu, d_relu = (lambda z: max(z, 0.0)), (lambda z: 1.0 if z > 0 else 0.0)


def one_example(layers, x, k):
    """−log softmax_k and its gradients for a single example, by plain sums over units (no matrices)."""
    activations, logits = [list(x)], []
    for number, (W, b) in enumerate(layers, start=1):
        z = [
            sum(w * a for w, a in zip(row, activations[-1], strict=True)) + bias for row, bias in zip(W, b, strict=True)
        ]
        logits.append(z)
        activations.append(z if number == len(layers) else [relu(v) for v in z])
    total = sum(math.exp(v) for v in logits[-1])
    p = [math.exp(v) / total for v in logits[-1]]
    d = [p_i - (i == k) for i, p_i in enumerate(p)]
    gradients = []
    for number in range(len(layers), 0, -1):
        W, _ = layers[number - 1]
        gradients.append(([[d_i * a_j for a_j in activations[number - 1]] for d_i in d], d))
        if number > 1:
            z = logits[number - 2]
            d = [d_relu(z[j]) * sum(d[i] * W[i][j] for i in range(len(d))) for j in range(len(z))]
    return -math.log(p[k]), gradients[::-1]


@pytest.mark.parametrize("units", [[3, 2], [2, 5, 3], [4, 3, 5, 2], [2, 4, 4, 4, 3]], ids=str)
@pytest.mark.parametrize("n", [1, 2, 7])
def test_loss_and_gradients_are_means_over_single_examples(units, n):
    rng = np.random.default_rng(n)
    model = NNClassifier(units, rng=rng)
    for layer in model.layers:
        layer.b = rng.normal(size=layer.b.shape)
    X, t = rng.normal(size=(units[0], n)), rng.integers(0, units[-1], n)
    loss = model.loss(X, t)
    model.backward()
    layers = [(layer.W.tolist(), layer.b.ravel().tolist()) for layer in model.layers]
    singles = [one_example(layers, X[:, i], t[i]) for i in range(n)]
    assert loss == pytest.approx(np.mean([value for value, _ in singles]), rel=1e-13)
    for l, layer in enumerate(model.layers):
        dW = np.mean([gradients[l][0] for _, gradients in singles], axis=0)
        db = np.mean([gradients[l][1] for _, gradients in singles], axis=0)
        np.testing.assert_allclose(layer.dW, dW, atol=1e-14)
        np.testing.assert_allclose(layer.db.ravel(), db, atol=1e-14)


def test_the_articles_network_has_four_layers_of_the_right_shapes():
    model = NNClassifier([500, 100, 50, 40, 10])
    assert [layer.W.shape for layer in model.layers] == [(100, 500), (50, 100), (40, 50), (10, 40)]
    assert [layer.b.shape for layer in model.layers] == [(100, 1), (50, 1), (40, 1), (10, 1)]
    assert model.n_classes == 10


def test_units_may_come_from_any_iterable():
    assert NNClassifier(iter((2, 3, 4))).units == [2, 3, 4]
    assert NNRegressor(np.array([2, 3])).units == [2, 3]


def test_hidden_layers_are_rectified_and_the_last_is_not():
    model = NNClassifier([1, 1, 2], rng=0)
    model.layers[0].W, model.layers[1].W = [[1.0]], [[-1.0], [1.0]]
    assert model.forward(np.array([[-3.0, 2.0]])).tolist() == [[0.0, -2.0], [0.0, 2.0]]


def test_a_batch_is_its_columns_one_by_one():
    model, X = NNClassifier([3, 6, 4], rng=0), np.random.default_rng(0).normal(size=(3, 5))
    np.testing.assert_allclose(model.forward(X), np.hstack([model.forward(X[:, [i]]) for i in range(5)]), atol=1e-14)


@pytest.mark.parametrize("order", ["C", "F"])
def test_the_order_in_memory_does_not_matter(order):
    X, t = np.random.default_rng(0).normal(size=(3, 5)), [0, 1, 2, 0, 1]
    model = NNClassifier([3, 6, 3], rng=0)
    assert model.loss(np.array(X, order=order), t) == pytest.approx(model.loss(X.tolist(), t), rel=1e-14)


# ------------------------------------------------------------------ probabilities and predictions


def test_probabilities_sum_to_one_in_the_articles_network():
    x = np.random.default_rng(0).random((500, 1))
    assert abs(NNClassifier([500, 100, 50, 40, 10], rng=0).forward_probs(x).sum() - 1) < 1e-12


def test_the_largest_logit_is_the_most_probable_class():
    model, X = NNClassifier([3, 8, 5], rng=0), np.random.default_rng(0).normal(size=(3, 50))
    np.testing.assert_array_equal(model.predict(X), model.forward_probs(X).argmax(axis=0))
    np.testing.assert_array_equal(model.predict(X), model.forward(X).argmax(axis=0))


def test_one_output_unit_tells_two_classes_apart():
    model, X = NNClassifier([3, 4, 1], rng=1), np.random.default_rng(0).normal(size=(3, 20))
    P = model.forward_probs(X)
    assert (model.n_classes, P.shape) == (2, (2, 20))
    np.testing.assert_allclose(P.sum(axis=0), 1, atol=1e-15)
    np.testing.assert_array_equal(model.predict(X), P.argmax(axis=0))
    np.testing.assert_allclose(P[1], 1 / (1 + np.exp(-model.forward(X)[0])), rtol=1e-14)
    assert set(model.predict(X)) == {0, 1}


def test_one_logit_and_two_logits_learn_the_same_function():
    one, two = NNClassifier([2, 1]), NNClassifier([2, 2])
    w = np.array([[0.3, -0.8]])
    one.layers[0].W, two.layers[0].W = w, np.vstack([0 * w, w])
    X, t = np.random.default_rng(0).normal(size=(2, 9)), np.array([0, 1, 1, 0, 1, 0, 0, 1, 1])
    assert one.loss(X, t) == pytest.approx(two.loss(X, t), rel=1e-14)
    one.backward()
    two.backward()
    np.testing.assert_allclose(one.layers[0].dW[0], two.layers[0].dW[1], atol=1e-15)


# ------------------------------------------------------------------ the gradient of the inputs


def test_the_gradient_of_the_inputs_comes_on_request():
    model = NNClassifier([3, 5, 2], activation="tanh", rng=0)
    X, t = np.random.default_rng(0).normal(size=(3, 4)), [0, 1, 1, 0]
    model.loss(X, t)
    assert model.backward() is None
    dX = model.backward(wrt_inputs=True)
    assert dX.shape == X.shape
    for entry in np.ndindex(X.shape):
        E = np.zeros_like(X)
        E[entry] = 1e-5
        slope = (model.evaluate(X + E, t).loss - model.evaluate(X - E, t).loss) / 2e-5
        assert dX[entry] == pytest.approx(slope, rel=1e-6, abs=1e-10)  # central differences at 1e-5


# ------------------------------------------------------------------ bad input


@pytest.mark.parametrize(
    ("units", "error"),
    [
        ([], OptionError),
        ([3], OptionError),
        ([3, 0], OptionError),
        ([3, -1, 2], OptionError),
        ([3, 2.5], KindError),
        (7, KindError),
        ("32", KindError),
    ],
    ids=str,
)
@pytest.mark.parametrize("kind", [NNClassifier, NNRegressor])
def test_impossible_units_are_refused(kind, units, error):
    with pytest.raises(error, match="units"):
        kind(units)


def model():
    return NNClassifier([3, 4, 2], rng=0)


X, t = np.ones((3, 5)), np.array([0, 1, 0, 1, 1])


@pytest.mark.parametrize(
    ("bad", "error", "says"),
    [
        (np.ones(3), ShapeError, r"pass X\[:, None\]"),
        (np.ones((5, 3)), ShapeError, r"pass X\.T"),
        (np.ones((5, 3, 1)), ShapeError, r"reshape\(len\(X\), -1\)\.T"),
        (np.ones((4, 4)), ShapeError, r"\(3, n\), one example per column"),
        (np.ones((3, 0)), ShapeError, "the batch is empty"),
        (
            np.where(np.eye(3, 5) == 1, np.nan, 1.0)[:, ::-1],
            DataError,
            r"X\[2, 2\] = nan, in column 2 \(3 of 5 columns\)",
        ),
        (np.full((3, 5), np.inf), DataError, r"X\[0, 0\] = inf"),
        (np.full((3, 5), "a"), KindError, "dtype"),
        (None, KindError, "dtype object"),
    ],
    ids=["one example", "rows", "images", "other size", "empty", "nan", "inf", "text", "None"],
)
@pytest.mark.parametrize("call", ["forward", "forward_probs", "predict", "loss", "evaluate"])
def test_inputs_that_do_not_fit_are_refused_with_the_mend(call, bad, error, says):
    arguments = (bad, t) if call in ("loss", "evaluate") else (bad,)
    with pytest.raises(error, match=says) as caught:
        getattr(model(), call)(*arguments)
    assert f"NNClassifier.{call}" in str(caught.value)
    assert isinstance(caught.value, (ValueError, TypeError))


def test_a_sparse_matrix_is_refused_with_the_mend():
    from scipy.sparse import csr_array

    with pytest.raises(KindError, match=r"pass X\.toarray\(\)"):
        model().forward(csr_array(np.ones((3, 5))))


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (t[:, None], r"pass t\.ravel\(\)"),
        (t[None, :], r"pass t\.ravel\(\)"),
        (t[:4], r"expected: t : \(5,\)"),
        (t.astype(float), r"pass t\.astype\(int\)"),
        (t.astype(bool), r"pass t\.astype\(int\)"),
        (t + 1, "pass t - 1"),
        (t - 1, r"t\[0\] = -1"),
        ([], r"\(5,\) integers"),
        (None, "t : "),
    ],
    ids=["column", "row", "too few", "floats", "bools", "from one", "negative", "none", "None"],
)
@pytest.mark.parametrize("call", ["loss", "evaluate"])
def test_labels_that_do_not_fit_are_refused_with_the_mend(call, bad, says):
    with pytest.raises(LabelError, match=says):
        getattr(model(), call)(X, bad)


def test_a_refused_batch_leaves_the_one_before():
    m = model()
    m.loss(X, t)
    with pytest.raises(ShapeError):
        m.loss(X.T, t)
    m.backward()
    assert m.dtheta.any()
