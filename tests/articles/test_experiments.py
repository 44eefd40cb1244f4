"""The source articles' experiments, seeded, over several seeds where one says little."""

import numpy as np
import pytest
from scipy.special import expit, log_softmax

from mlp_theory import NNClassifier, NNRegressor, check_gradients, fit, plot_decision_regions
from mlp_theory.datasets import moons


def test_a_softmax_of_two_classes_is_the_sigmoid():
    model = NNClassifier([1, 2])
    model.layers[0].W = [[1.0], [0.0]]
    x = np.linspace(-2, 2, 50)
    assert np.abs(model.forward_probs(x[None, :])[0] - expit(x)).max() <= 1e-15


def test_the_loss_is_the_mean_of_the_picked_log_probabilities():
    model = NNClassifier([4, 6, 3], rng=0)
    rng = np.random.default_rng(0)
    X, t = rng.normal(size=(4, 9)), rng.integers(0, 3, 9)
    picked = log_softmax(model.forward(X), axis=0)[t, np.arange(9)]
    assert model.loss(X, t) == pytest.approx(-picked.mean(), rel=1e-14)


def test_probabilities_are_finite_at_logits_of_eight_hundred():
    model = NNClassifier([1, 2])
    model.layers[0].W = [[800.0], [-800.0]]
    np.testing.assert_array_equal(model.forward_probs(np.array([[1.0, -1.0]])), np.eye(2))


@pytest.mark.sweep
def test_the_gradient_check_of_the_articles_network_at_seven_examples():
    rng = np.random.default_rng(0)
    model = NNClassifier([500, 100, 50, 40, 10], rng=rng)
    report = check_gradients(model, rng.random((500, 7)), rng.integers(0, 10, 7))
    assert report.ok, str(report)
    assert len(report.rows) == 8
    assert max(row.check_grad for row in report.rows) <= 1e-5  # the article, at one example: up to 2.83e-06


def learn_moons(units, seed):
    data = moons(100, noise=0.1, rng=seed)
    model = NNClassifier(units, rng=1000 + seed)
    history = fit(model, *data, epochs=300, batch_size=None, optimizer="sgd", lr=0.5)
    return model, data, history


def test_moons_are_learnt_by_ten_hidden_units_and_not_by_none():
    deep = [learn_moons([2, 10, 2], seed) for seed in range(20)]
    linear = [learn_moons([2, 2], seed) for seed in range(20)]
    assert np.median([history.loss[-1] for _, _, history in deep]) <= 0.083  # what the article prints
    accuracy = {
        kind: np.median([m.evaluate(*data).accuracy for m, data, _ in runs])
        for kind, runs in (("deep", deep), ("linear", linear))
    }
    assert accuracy["linear"] < 0.9
    assert accuracy["deep"] >= 0.98


def test_the_decision_border_of_a_relu_network_is_piecewise_linear():
    model, data, _ = learn_moons([2, 10, 2], seed=0)
    ax = plot_decision_regions(model, *data, extent=(-2, 3, -1, 2))
    border = np.vstack([path.vertices for c in ax.collections if c.get_zorder() == 1 for path in c.get_paths()])
    Z = model.forward(border.T)
    assert np.abs(Z[1] - Z[0]).max() < 0.15  # drawn on a grid of 200 × 200
    # ... and it bends only where a hidden unit switches: between switches three points lie on a line.
    on = model.layers[0].forward(border.T) > 0
    same = (on[:, 1:-1] == on[:, :-2]).all(axis=0) & (on[:, 1:-1] == on[:, 2:]).all(axis=0)
    first, second = np.diff(border[:-1], axis=0)[same], np.diff(border[1:], axis=0)[same]
    turn = first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]
    assert same.sum() > 100
    assert np.abs(turn).max() < 1e-3 * np.abs(np.diff(border, axis=0)).max()


@pytest.mark.parametrize(("epochs", "bar"), [(10, 1e-3), (30, 2e-5)])
def test_a_linear_function_is_recovered(epochs, bar):
    """The article prints 1.85e-05 after 10 epochs: a *sum* over ten batches of one unseeded run.

    No seed, no data: that very number cannot come back. These bars are for the mean loss of an epoch,
    its median over 20 seeds.
    """
    losses = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        X, w = rng.normal(size=(10, 100)), rng.normal(size=(1, 10))
        model = NNRegressor([10, 1], init="lecun", rng=rng)
        history = fit(model, X, w @ X + rng.normal(), epochs=epochs, batch_size=10, lr=0.05, rng=rng)
        assert len(history.loss) == epochs
        losses.append(history.loss[-1])
    assert np.median(losses) <= bar


def test_a_product_of_two_inputs_needs_a_hidden_layer():
    for seed in range(3):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(2, 1000))
        Y = X[:1] * X[1:]
        linear, deep = NNRegressor([2, 1], rng=rng), NNRegressor([2, 10, 1], activation="sigmoid", rng=rng)
        fit(linear, X, Y, epochs=50, batch_size=50, lr=0.01, rng=rng)
        fit(deep, X, Y, epochs=50, batch_size=50, lr=0.3, rng=rng)
        assert deep.evaluate(X, Y).loss < 0.05
        assert linear.evaluate(X, Y).loss == pytest.approx(np.var(Y), rel=0.05)  # it learns the mean


def test_a_blob_inside_a_ring_is_told_apart_by_every_seed():
    for seed in range(10):
        rng = np.random.default_rng(seed)
        angle, radius = rng.uniform(0, 2 * np.pi, 100), rng.normal(3, 0.3, 100)
        ring = np.stack([radius * np.cos(angle), radius * np.sin(angle)])
        X, t = np.hstack([0.5 * rng.normal(size=(2, 100)), ring]), np.repeat([0, 1], 100)
        model = NNClassifier([2, 4, 2], rng=rng)
        fit(model, X, t, epochs=2000, batch_size=None, lr=0.1)
        assert model.evaluate(X, t).accuracy == 1.0


def test_row_batches_transposed_give_the_same_numbers():
    """A layer of the row-batch articles, Y = X W + b with W (inputs, outputs), is this one transposed."""
    from mlp_theory import Linear

    rng = np.random.default_rng(0)
    layer, rows, d_rows = Linear(4, 3, init="lecun", rng=rng), rng.normal(size=(6, 4)), rng.normal(size=(6, 3))
    W, b = layer.W.T, layer.b.ravel()
    np.testing.assert_allclose(layer.forward(rows.T).T, rows @ W + b, rtol=1e-13)
    dX = layer.backward(d_rows.T, rows.T)
    np.testing.assert_allclose(layer.dW.T, rows.T @ d_rows, rtol=1e-13)
    np.testing.assert_allclose(layer.db.ravel(), d_rows.sum(axis=0), rtol=1e-13)
    np.testing.assert_allclose(dX.T, d_rows @ W.T, rtol=1e-13)
