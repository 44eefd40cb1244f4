"""`fit`: fair batches, one seed one result, and nothing lost when it goes wrong."""

import signal

import numpy as np
import pytest

from mlp_theory import SGD, Adam, NNClassifier, NNRegressor, fit
from mlp_theory.datasets import moons
from mlp_theory.errors import DataError, DivergenceError, KindError, LabelError, OptionError, ShapeError
from mlp_theory.training import mini_batches

X, t = moons(50, rng=0)


class Counting(SGD):
    """An optimizer that can be told to interrupt at a step."""

    interrupt_at = None
    steps = 0

    def update(self, theta, dtheta):
        self.steps += 1
        if self.steps == self.interrupt_at:
            signal.raise_signal(signal.SIGINT)
        super().update(theta, dtheta)


@pytest.fixture
def _ctrl_c_interrupts():
    """Also where tests run in the background of a shell, which has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


# ------------------------------------------------------------------ batches


@pytest.mark.parametrize("batch_size", [1, 7, 16, 50])
def test_an_epoch_deals_every_column_once_with_its_target(batch_size):
    columns = np.asfortranarray(np.vstack([np.arange(50.0), np.arange(50.0)]))
    batches = list(mini_batches(columns, columns[:1] * 10, batch_size, np.random.default_rng(0)))
    sizes = [X_batch.shape[1] for X_batch, _ in batches]
    assert sizes == [batch_size] * (50 // batch_size) + ([50 % batch_size] if 50 % batch_size else [])
    dealt = np.hstack([X_batch for X_batch, _ in batches])
    assert sorted(dealt[0]) == list(range(50))
    np.testing.assert_array_equal(np.hstack([T for _, T in batches])[0], 10 * dealt[0])


def test_batches_are_contiguous_column_by_column():
    for X_batch, _ in mini_batches(np.asfortranarray(X), np.ones((1, 50), order="F"), 8, np.random.default_rng(0)):
        assert X_batch.flags.f_contiguous


def test_every_epoch_is_shuffled_anew():
    rng = np.random.default_rng(0)
    first, second = (np.hstack([b for b, _ in mini_batches(X, X, 10, rng)]) for _ in range(2))
    assert (first != second).any()


@pytest.mark.parametrize("batch_size", [None, 50, 1000])
def test_a_full_batch_is_plain_gradient_descent(batch_size):
    fitted, by_hand = NNClassifier([2, 5, 2], rng=0), NNClassifier([2, 5, 2], rng=0)
    history = fit(fitted, X, t, epochs=4, batch_size=batch_size, lr=0.3)
    losses = []
    for _ in range(4):
        losses.append(by_hand.loss(X, t))
        by_hand.backward()
        for layer in by_hand.layers:
            layer.W, layer.b = layer.W - 0.3 * layer.dW, layer.b - 0.3 * layer.db
    np.testing.assert_allclose(fitted.theta, by_hand.theta, rtol=1e-12)
    np.testing.assert_allclose(history.loss, losses, rtol=1e-12)


def test_the_loss_of_an_epoch_is_the_mean_over_examples_and_not_over_batches():
    model = NNClassifier([2, 2], rng=0)
    history = fit(model, X, t, epochs=1, batch_size=40, lr=1e-12, rng=0)  # so small that θ stands still
    assert history.loss[0] == pytest.approx(model.loss(X, t), rel=1e-9)
    assert len(history.step_loss) == 2


# ------------------------------------------------------------------ how long


def test_epochs_and_steps_are_counted():
    model = NNClassifier([2, 2], rng=0)
    history = fit(model, X, t, epochs=3, batch_size=20, rng=0)
    assert (len(history), history.steps, history.stopped) == (3, 9, "finished")
    history = fit(model, X, t, steps=7, batch_size=20, rng=0)
    assert (len(history), history.steps) == (3, 7)
    assert "3 epochs, 7 steps" in str(history)


# ------------------------------------------------------------------ seeds


def test_the_same_seed_gives_the_same_bits():
    def run(seed):
        model = NNClassifier([2, 5, 2], rng=1)
        history = fit(model, X, t, epochs=5, batch_size=8, optimizer="adam", rng=seed)
        return model.theta, history.step_loss

    (theta, losses), (same, same_losses), (other, _) = run(3), run(3), run(4)
    np.testing.assert_array_equal(theta, same)
    assert losses == same_losses
    assert (theta != other).any()


def test_training_goes_on_where_the_model_stands():
    model = NNClassifier([2, 5, 2], rng=0)
    first = fit(model, X, t, epochs=50, batch_size=None, lr=0.5)
    second = fit(model, X, t, epochs=50, batch_size=None, lr=0.5)
    assert second.loss[0] < first.loss[-1]


# ------------------------------------------------------------------ optimizers and validation


def test_an_optimizer_by_name_or_as_it_is():
    for optimizer, lr in (("sgd", 0.1), ("adam", None)):
        fit(NNClassifier([2, 2], rng=0), X, t, epochs=1, optimizer=optimizer, lr=lr)
    model = NNClassifier([2, 5, 2], rng=0)
    history = fit(model, X, t, epochs=100, optimizer=SGD(model, lr=0.1, momentum=0.9), rng=0)
    assert history.loss[-1] < 0.2


def test_validation_is_evaluated_after_every_epoch():
    model = NNClassifier([2, 5, 2], rng=0)
    history = fit(model, X[:, :40], t[:40], epochs=3, validation=(X[:, 40:], t[40:]), rng=0)
    assert len(history.validation) == 3
    assert history.validation[-1] == model.evaluate(X[:, 40:], t[40:])


def test_a_regression_is_fitted_too():
    model = NNRegressor([2, 1], rng=0)
    fit(model, X, 3 * X[0] - X[1] + 2, epochs=200, lr=0.1, rng=0)
    np.testing.assert_allclose(model.theta, [3, -1, 2], atol=1e-6)


# ------------------------------------------------------------------ when it goes wrong


@pytest.mark.parametrize("batch_size", [None, 10])
def test_divergence_stops_and_leaves_the_last_good_parameters(batch_size):
    model = NNRegressor([2, 3, 1], rng=0)
    with pytest.raises(DivergenceError, match=r"diverged at step \d+, with learning rate 1e\+60") as caught:
        fit(model, X, X[:1], epochs=50, batch_size=batch_size, lr=1e60, rng=0)
    assert np.isfinite(model.theta).all()
    assert np.isfinite(model.loss(X, X[:1]))
    assert np.isfinite(caught.value.history.loss).all()
    assert "diverged at step" in caught.value.history.stopped


def test_divergence_in_the_very_last_step_is_seen_in_the_parameters():
    model = NNRegressor([2, 1], rng=0)
    start = model.theta.copy()
    with pytest.raises(DivergenceError, match="parameters with nan or inf"):
        fit(model, 1e100 * X, 1e100 * X[:1], steps=1, batch_size=None, lr=1e200)
    np.testing.assert_array_equal(model.theta, start)


@pytest.mark.parametrize("lr", [1e200, 1e300])
def test_the_last_step_is_looked_at_too(lr):
    model = NNClassifier([2, 4, 2], rng=0)
    start = model.theta.copy()
    with pytest.raises(DivergenceError, match="diverged at step 1, "):
        fit(model, X, t, steps=1, lr=lr)
    np.testing.assert_array_equal(model.theta, start)


def test_an_optimizer_starts_afresh_after_divergence():
    model = NNRegressor([2, 3, 1], rng=0)
    optimizer = SGD(model, lr=1e60, momentum=0.9)
    with pytest.raises(DivergenceError):
        fit(model, X, X[:1], epochs=50, optimizer=optimizer, rng=0)
    optimizer.lr, model.theta = 1e-2, NNRegressor([2, 3, 1], rng=0).theta
    assert fit(model, X, X[:1], epochs=50, optimizer=optimizer, rng=0).stopped == "finished"


@pytest.mark.usefixtures("_ctrl_c_interrupts")
def test_an_interrupt_in_the_first_epoch_leaves_a_loss_to_look_at():
    model = NNClassifier([2, 5, 2], rng=0)
    optimizer = Counting(model, lr=0.1)
    optimizer.interrupt_at = 3
    history = fit(model, X, t, epochs=100, batch_size=10, optimizer=optimizer, rng=0)
    assert history.loss == [pytest.approx(np.mean(history.step_loss))]


@pytest.mark.parametrize("thing", [None, "model", NNClassifier, np.ones(3)], ids=["None", "text", "class", "array"])
def test_only_models_are_trained(thing):
    with pytest.raises(KindError, match="a model, such as an NNClassifier"):
        fit(thing, X, t)
    with pytest.raises(KindError, match="a model, such as an NNClassifier"):
        SGD(thing)


@pytest.mark.usefixtures("_ctrl_c_interrupts")
def test_ctrl_c_keeps_and_returns_what_was_learnt():
    model = NNClassifier([2, 5, 2], rng=0)
    optimizer = Counting(model, lr=0.1)
    optimizer.interrupt_at = 12
    history = fit(model, X, t, epochs=100, batch_size=10, optimizer=optimizer, rng=0)
    assert history.stopped == "interrupted after step 11"
    assert history.steps == 11
    assert len(history.loss) == 3  # two epochs and the beginning of the third
    twin = NNClassifier([2, 5, 2], rng=0)
    fit(twin, X, t, steps=11, batch_size=10, optimizer=SGD(twin, lr=0.1), rng=0)
    np.testing.assert_array_equal(model.theta, twin.theta)


def test_no_bar_is_drawn_where_nobody_looks(capsys):
    fit(NNClassifier([2, 2], rng=0), X, t, epochs=2)
    assert capsys.readouterr() == ("", "")


def test_a_bar_is_drawn_on_request(capsys):
    fit(NNClassifier([2, 2], rng=0), X, t, epochs=2, progress=True)
    assert "step" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"optimizer": "adm"}, OptionError, "did you mean 'adam'"),
        ({"epochs": 0}, OptionError, "epochs"),
        ({"epochs": 1.5}, KindError, "epochs"),
        ({"epochs": 1, "steps": 1}, OptionError, "epochs or steps"),
        ({"batch_size": 0}, OptionError, "batch_size"),
        ({"lr": -1.0}, OptionError, "lr"),
        ({"rng": "seed"}, KindError, "rng"),
        ({"rng": -1}, KindError, "rng"),
        ({"validation": np.ones((2, 50))}, KindError, "validation"),
        ({"validation": (X.T, t)}, ShapeError, r"pass X\.T"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_options_that_do_not_exist_are_refused_before_anything_moves(options, error, says):
    model = NNClassifier([2, 2], rng=0)
    before = model.theta.copy()
    with pytest.raises(error, match=says):
        fit(model, X, t, **options)
    np.testing.assert_array_equal(model.theta, before)


def test_an_optimizer_of_another_model_is_refused():
    model, other = NNClassifier([2, 2]), NNClassifier([2, 2])
    with pytest.raises(OptionError, match="another model"):
        fit(model, X, t, optimizer=Adam(other))
    with pytest.raises(OptionError, match="two learning rates"):
        fit(model, X, t, optimizer=Adam(model), lr=0.1)


def test_data_that_do_not_fit_are_refused():
    model = NNClassifier([2, 2])
    with pytest.raises(ShapeError, match=r"pass X\.T"):
        fit(model, X.T, t)
    with pytest.raises(LabelError):
        fit(model, X, t[:, None])
    with pytest.raises(DataError, match="column 3"):
        fit(model, np.where(np.arange(50) == 3, np.nan, X), t)
