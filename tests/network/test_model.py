"""One θ and its views; loss, backward and evaluate keep out of each other's way."""

import copy
import pickle

import numpy as np
import pytest
from scipy.optimize import minimize

from mlp_theory.errors import DataError, OptionError, OrderError, ShapeError
from mlp_theory.network import Linear, Network, NNClassifier, NNRegressor, ReLU

UNITS = [3, 5, 4, 2]
X = np.random.default_rng(0).normal(size=(3, 6))
t = np.array([0, 1, 1, 0, 1, 0])


def trained(**options):
    model = NNClassifier(UNITS, rng=0, **options)
    model.loss(X, t)
    model.backward()
    return model


def assert_views(model):
    """Every W, b, dW, db must be a window on θ or its gradient, and together they must be all of it."""
    model.theta[...] = np.arange(model.theta.size)
    model.dtheta[...] = -np.arange(model.theta.size)
    for of, sign in (("value", 1), ("gradient", -1)):
        seen = np.concatenate([getattr(p, of).ravel() for p in model.parameters()])
        np.testing.assert_array_equal(seen, sign * np.arange(model.theta.size))
    model.layers[0].W[0, 0] = 1e6
    assert model.theta[0] == 1e6


# ------------------------------------------------------------------ θ and its views


def test_theta_holds_all_parameters_layer_by_layer():
    model = NNClassifier(UNITS, rng=0)
    assert model.theta.shape == (3 * 5 + 5 + 5 * 4 + 4 + 4 * 2 + 2,)
    assert_views(model)


@pytest.mark.parametrize(
    "duplicate",
    [copy.copy, copy.deepcopy, lambda m: pickle.loads(pickle.dumps(m)), lambda m: m.astype(np.float64)],
    ids=["copy", "deepcopy", "pickle", "astype"],
)
def test_a_copy_has_the_same_numbers_and_views_of_its_own_theta(duplicate):
    model = trained()
    before = model.theta.copy()
    other = duplicate(model)
    np.testing.assert_array_equal(other.theta, model.theta)
    np.testing.assert_array_equal(other.dtheta, model.dtheta)
    assert other.loss(X, t) == model.loss(X, t)
    assert_views(other)
    np.testing.assert_array_equal(model.theta, before)  # the original has not moved
    assert_views(model)  # nor lost its layers


def test_joblib_workers_train_their_copies():
    from joblib import Parallel, delayed

    models = Parallel(n_jobs=2)(delayed(_step)(NNClassifier([300, 500, 2], rng=0)) for _ in range(2))
    for model in models:  # 1.2 MB of θ: joblib sends it as a read-only memory map
        model.layers[0].W[0, 0] = 5
        assert model.theta[0] == 5


def _step(model):
    model.loss(np.ones((300, 2)), [0, 1])
    model.backward()
    model.theta[...] -= 0.1 * model.dtheta
    return model


def test_a_saved_weight_follows_theta_unless_it_is_copied():
    model = trained()
    view, saved = model.layers[0].W, model.layers[0].W.copy()
    model.theta[...] += 1
    np.testing.assert_array_equal(view, model.layers[0].W)
    np.testing.assert_allclose(view, saved + 1)


def test_assigning_theta_copies_and_checks_the_shape():
    model = trained()
    vector = np.zeros(model.theta.size)
    model.theta = vector
    vector[0] = 7
    assert model.layers[0].W[0, 0] == 0
    with pytest.raises(ShapeError, match="keeps its shape"):
        model.theta = np.zeros(3)


def test_in_place_arithmetic_on_a_weight_reaches_theta():
    model = trained()
    expected = model.layers[0].W - 0.5 * model.layers[0].dW
    model.layers[0].W -= 0.5 * model.layers[0].dW
    np.testing.assert_array_equal(model.theta[:15].reshape(5, 3), expected)


def test_scipy_can_be_handed_theta():
    model = NNClassifier(UNITS, activation="tanh", l2=1e-3, rng=0)

    def loss_and_gradient(theta):
        model.theta = theta
        loss = model.loss(X, t)
        model.backward()
        return loss, model.dtheta.copy()

    result = minimize(loss_and_gradient, model.theta.copy(), jac=True, method="L-BFGS-B")
    assert result.success
    assert result.fun < 0.1 < NNClassifier(UNITS, activation="tanh", rng=0).loss(X, t)


def test_gradients_can_be_clipped_in_place():
    model = trained()
    clipped = 0.5 * model.dtheta
    model.dtheta *= 0.5
    np.testing.assert_array_equal(model.dtheta, clipped)
    np.testing.assert_array_equal(model.layers[0].dW.ravel(), clipped[:15])


def test_layers_cannot_be_exchanged_behind_the_back_of_theta():
    model = NNClassifier(UNITS, rng=0)
    with pytest.raises(TypeError):
        model.layers[0] = Linear(3, 5)


def test_outputs_that_overflow_are_an_error_and_no_answer():
    model = NNClassifier(UNITS, rng=0)
    model.theta[...] = 1e200
    for look in (model.forward, model.forward_probs, model.predict, lambda X: model.evaluate(X, [0, 1])):
        with pytest.raises(DataError, match="overflows"):
            look(np.full((3, 2), 1e200))
    with pytest.raises(DataError, match="inf"):
        NNClassifier(UNITS, rng=0, dtype=np.float32).predict(np.full((3, 2), 1e300))


def test_a_network_larger_than_memory_is_refused():
    with pytest.raises(OptionError, match="too large for this machine"):
        NNClassifier([10**12, 10**12])


def test_a_layer_belongs_to_one_network():
    layer = Linear(2, 2)
    Network([layer])
    with pytest.raises(OptionError, match="deepcopy"):
        Network([layer, ReLU()])


# ------------------------------------------------------------------ loss, backward, evaluate


def test_backward_before_loss_is_a_clear_error():
    with pytest.raises(OrderError, match=r"call model\.loss\(X, t\) first"):
        NNClassifier(UNITS).backward()


def test_a_copy_starts_without_a_batch():
    with pytest.raises(OrderError):
        copy.deepcopy(trained()).backward()


@pytest.mark.parametrize("look", ["forward", "forward_probs", "predict", "evaluate"])
def test_looking_between_loss_and_backward_changes_nothing(look):
    model, undisturbed = trained(), trained()
    for m in (model, undisturbed):
        m.dtheta[...] = 0
        m.loss(X, t)
    others = (np.ones((3, 2)), [0, 1])
    getattr(model, look)(*others[: 2 if look == "evaluate" else 1])
    model.backward()
    undisturbed.backward()
    np.testing.assert_array_equal(model.dtheta, undisturbed.dtheta)


def test_preserved_undoes_everything_even_after_an_error():
    model = trained()
    theta, dtheta = model.theta.copy(), model.dtheta.copy()

    def interrupted():
        with model.preserved():
            model.theta[...] = 3
            model.loss(np.ones((3, 2)), [0, 1])
            model.backward()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    np.testing.assert_array_equal(model.theta, theta)
    np.testing.assert_array_equal(model.dtheta, dtheta)
    model.backward()  # of the batch from before
    np.testing.assert_array_equal(model.dtheta, dtheta)


def test_evaluate_gives_loss_and_accuracy_by_name():
    model = trained(l2=0.3)
    result = model.evaluate(X, t)
    assert result.loss == model.loss(X, t)
    assert result.accuracy == (model.predict(X) == t).mean()


def test_evaluate_of_a_regression_gives_r_squared():
    from sklearn.metrics import r2_score

    model = NNRegressor([3, 4, 2], rng=0)
    Y = np.random.default_rng(1).normal(size=(2, 6))
    result = model.evaluate(X, Y)
    assert result.loss == model.loss(X, Y)
    expected = r2_score(Y.T, model.forward(X).T, multioutput="variance_weighted")
    assert result.r_squared == pytest.approx(expected, rel=1e-12)


def test_the_penalty_counts_weights_and_not_biases():
    plain, penalised = NNClassifier(UNITS, rng=0), NNClassifier(UNITS, l2=0.7, rng=0)
    for m in (plain, penalised):
        for layer in m.layers:
            layer.b = np.ones_like(layer.b)
        m.loss(X, t)
        m.backward()
    squares = sum((layer.W**2).sum() for layer in plain.layers)
    assert penalised.loss(X, t) - plain.loss(X, t) == pytest.approx(0.35 * squares, rel=1e-12)
    for with_penalty, without in zip(penalised.layers, plain.layers, strict=True):
        np.testing.assert_allclose(with_penalty.dW - without.dW, 0.7 * without.W, atol=1e-14)
        np.testing.assert_array_equal(with_penalty.db, without.db)


# ------------------------------------------------------------------ dtype


def test_float32_stays_float32_everywhere():
    model = trained(dtype=np.float32)
    assert {a.dtype for a in (model.theta, model.dtheta, model.forward(X), model.forward_probs(X))} == {
        np.dtype("float32")
    }
    assert model.backward(wrt_inputs=True).dtype == np.float32
    np.testing.assert_allclose(model.dtheta, trained().dtheta, atol=1e-5)  # float32: 1e-7 a term


@pytest.mark.parametrize("dtype", [int, np.float16, complex, "letters"])
def test_other_dtypes_are_refused(dtype):
    with pytest.raises(OptionError, match="float64 or float32"):
        NNClassifier(UNITS, dtype=dtype)
