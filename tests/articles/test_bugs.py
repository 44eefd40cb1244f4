"""The source articles' bugs: each test passes on this package, and fails on the article's own listing.

Where an expectation is about behaviour, it is written once and put to both.
"""

import warnings

import numpy as np
import pytest
from scipy.special import softmax

from mlp_theory import NNClassifier, NNRegressor, check_gradients
from mlp_theory.errors import LabelError, MLPTheoryError, ShapeError
from mlp_theory.network import NegativeLogLikelihood, SquaredError
from tests.articles.listings import ArticleClassifier, article_check, cross_entropy_of_rows, mse_loss_of_rows

X = np.random.default_rng(0).normal(size=(3, 7))
t = np.array([0, 1, 2, 0, 1, 2, 2])


def quietly(function, *arguments):
    """Call a listing that overflows, without its warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*arguments)


# ------------------------------------------------------------------ softmax at large logits


def our_delta(Z, t):
    loss = NegativeLogLikelihood()
    T = loss.targets("test", np.asarray(t), None, len(Z), np.float64)
    return loss.gradient(loss(Z, T)[1], T) * len(t)  # per example, as the article has it


def articles_delta(Z, t):
    model = ArticleClassifier([1, len(Z)])
    model.layers[0].W, model.layers[0].b = np.zeros((len(Z), 1)), Z
    model.loss(np.zeros((1, len(t))), np.asarray(t))
    return model.dZ


def assert_delta_is_softmax_minus_target(delta, logits):
    Z = np.array(logits, dtype=float)[:, None]
    expected = softmax(Z, axis=0) - np.eye(len(Z))[:, [0]]
    np.testing.assert_allclose(delta(Z, [0]), expected, atol=1e-12)


@pytest.mark.parametrize(
    "logits",
    [[1e4, 0], [-1e4, -1e4], [710, 0], [-746, -750], [-744, -744], [-745, -745], [-745.2, -745.2]],
    ids=str,
)
def test_the_gradient_survives_large_logits(logits):
    assert_delta_is_softmax_minus_target(our_delta, logits)
    with pytest.raises(AssertionError):  # nan, or near −745 silently wrong
        quietly(assert_delta_is_softmax_minus_target, articles_delta, logits)


def test_near_minus_745_the_listing_is_wrong_without_being_nan():
    assert np.isfinite(articles_delta(np.array([[-744.0], [-744.0]]), [0])).all()
    np.testing.assert_allclose(our_delta(np.array([[-744.0], [-744.0]]), [0]).ravel(), [-0.5, 0.5])


@pytest.mark.parametrize(("logits", "label", "true"), [([800.0, 0.0], 0, 0.0), ([-800.0, 0.0], 0, 800.0)])
def test_cross_entropy_is_finite_and_right_at_eight_hundred(logits, label, true):
    model = NNClassifier([1, 2])
    model.layers[0].b = np.array(logits)[:, None]
    assert model.loss(np.zeros((1, 1)), [label]) == pytest.approx(true, abs=1e-12)
    assert quietly(cross_entropy_of_rows, np.array([logits]), np.array([label])) != pytest.approx(true, abs=1e-12)


# ------------------------------------------------------------------ labels


def test_a_column_of_labels_is_refused_and_not_counted_wrong():
    with pytest.raises(LabelError, match=r"t : \(7, 1\)"):
        NNClassifier([3, 4, 3]).loss(X, t[:, None])
    theirs = ArticleClassifier([3, 4, 3])
    assert theirs.loss(X, t[:, None]) != pytest.approx(theirs.loss(X, t))  # accepted, another number


def test_a_row_of_labels_is_refused_with_its_mend():
    with pytest.raises(LabelError, match=r"pass t\.ravel\(\)"):
        NNClassifier([3, 4, 3]).loss(X, t[None, :])
    theirs = ArticleClassifier([3, 4, 3])
    assert theirs.loss(X, t[None, :]) != pytest.approx(theirs.loss(X, t))  # T has one column, of several ones


def test_labels_of_other_kinds_are_refused_with_a_reason():
    for bad in (t.astype(float), t == 1):
        with pytest.raises(LabelError, match=r"pass t\.astype\(int\)"):
            NNClassifier([3, 4, 3]).loss(X, bad)
        with pytest.raises(IndexError):
            ArticleClassifier([3, 4, 3]).loss(X, bad)


# ------------------------------------------------------------------ the check itself


class SumForMean(ArticleClassifier):
    def backward(self):
        super().backward()
        for layer in self.layers:
            layer.dW, layer.db = layer.dW * self.dZ.shape[1], layer.db * self.dZ.shape[1]


class OurSumForMean(NNClassifier):
    def backward(self, **options):
        super().backward()
        self.dtheta[...] *= len(self._kept.T.T)


def test_a_check_at_one_example_passes_every_batch_mistake():
    assert max(article_check(SumForMean([3, 5, 3]), X[:, :1], t[:1])) < 1e-6  # blind
    assert not check_gradients(OurSumForMean([3, 5, 3], rng=0), X, t).ok
    with pytest.raises(ShapeError, match="n >= 2"):
        check_gradients(OurSumForMean([3, 5, 3], rng=0), X[:, :1], t[:1])


def test_a_check_leaves_every_parameter_bit_equal():
    ours, theirs = NNClassifier([3, 5, 3], rng=0), ArticleClassifier([3, 5, 3])
    before, articles_before = ours.theta.copy(), [layer.W.copy() for layer in theirs.layers]
    check_gradients(ours, X, t)
    article_check(theirs, X, t)
    np.testing.assert_array_equal(ours.theta, before)
    assert any((layer.W != W).any() for layer, W in zip(theirs.layers, articles_before, strict=True))


def test_an_absolute_norm_grows_with_the_network_and_a_relative_error_does_not():
    small, large = (
        check_gradients(NNClassifier([n, n, 3], rng=0), np.random.default_rng(0).normal(size=(n, 7)), t)
        for n in (3, 60)
    )
    assert large.rows[0].check_grad > 5 * small.rows[0].check_grad
    assert max(large.rows[0].relative, small.rows[0].relative) < 1e-5


# ------------------------------------------------------------------ loss and backward


def gradient_after_a_look_at_validation(model):
    model.loss(X, t)
    look = model.evaluate if isinstance(model, NNClassifier) else model.loss
    look(3 * X[:, :2], t[:2])
    model.backward()
    return model.layers[0].dW.copy()


def gradient_without_a_look(model):
    model.loss(X, t)
    model.backward()
    return model.layers[0].dW.copy()


def assert_looking_is_harmless(model):
    np.testing.assert_array_equal(gradient_after_a_look_at_validation(model), gradient_without_a_look(model))


def test_a_validation_loss_between_loss_and_backward_changes_nothing():
    assert_looking_is_harmless(NNClassifier([3, 5, 3], rng=0))
    with pytest.raises(AssertionError):
        assert_looking_is_harmless(ArticleClassifier([3, 5, 3]))


MISUSE = {
    "one example": lambda kind: kind([3, 4, 3]).forward(X[:, 0]),
    "rows": lambda kind: kind([3, 4, 3]).forward(X.T),
    "empty batch": lambda kind: kind([3, 4, 3]).loss(X[:, :0], t[:0]),
    "one unit": lambda kind: kind([3]).forward(X),
    "backward first": lambda kind: kind([3, 4, 3]).backward(),
}


@pytest.mark.parametrize("attempt", MISUSE.values(), ids=MISUSE)
def test_misuse_is_a_clear_error(attempt):
    with pytest.raises(MLPTheoryError, match="expected:") as caught:
        attempt(NNClassifier)
    assert isinstance(caught.value, ValueError)


def test_the_same_misuse_of_the_listing_is_silent_or_obscure():
    assert MISUSE["one example"](ArticleClassifier).shape == (3, 4)  # 3 logits for each of 4 "examples"
    with pytest.raises(ValueError, match="matmul"):
        MISUSE["rows"](ArticleClassifier)
    assert np.isnan(quietly(MISUSE["empty batch"], ArticleClassifier))
    with pytest.raises(UnboundLocalError):
        MISUSE["one unit"](ArticleClassifier)
    with pytest.raises(AttributeError):
        MISUSE["backward first"](ArticleClassifier)


# ------------------------------------------------------------------ squared error


def test_a_flat_target_does_not_broadcast_into_a_square():
    model = NNRegressor([2, 1], rng=0)
    rows = np.random.default_rng(0).normal(size=(50, 2))
    flat = rows[:, 0] * rows[:, 1]
    assert model.loss(rows.T, flat) == pytest.approx(np.mean((model.forward(rows.T)[0] - flat) ** 2))
    model.backward()
    assert model.layers[0].dW.shape == (1, 2)
    with pytest.raises(ShapeError, match=r"pass Y\.T"):
        model.loss(rows.T, flat[:, None])
    prediction = model.forward(rows.T).T
    assert mse_loss_of_rows(prediction, flat)[1].shape == (50, 50)  # and the next matrix product fails


@pytest.mark.parametrize("m", [1, 2, 3])
def test_the_gradient_of_the_squared_error_is_right_for_several_outputs(m):
    rng = np.random.default_rng(m)
    Z, Y = rng.normal(size=(m, 5)), rng.normal(size=(m, 5))
    ours = SquaredError()
    assert check_gradients(lambda Z: ours(Z, Y)[0], lambda Z: ours.gradient(Z, Y), at=Z).ok
    theirs = check_gradients(lambda R: mse_loss_of_rows(R, Y.T)[0], lambda R: mse_loss_of_rows(R, Y.T)[1], at=Z.T)
    assert theirs.ok is (m == 1)
    if m > 1:  # m times too large
        assert theirs.rows[0].claimed == pytest.approx(m * theirs.rows[0].measured, rel=1e-6)


# ------------------------------------------------------------------ claims about training


def test_a_printed_run_can_be_repeated_to_the_bit():
    """The article seeds nothing, so that none of its numbers comes back."""
    from mlp_theory import fit
    from mlp_theory.datasets import moons

    def run():
        data = moons(100, noise=0.1, rng=0)
        return fit(NNClassifier([2, 10, 2], rng=0), *data, epochs=30, batch_size=None, lr=0.5).loss

    assert run() == run()


def test_the_loss_of_gradient_descent_need_not_fall_in_every_epoch():
    """The article calls its curve monotone; with its settings some seeds rise, so the title tells last from least."""
    from mlp_theory import fit, plot_learning_curve
    from mlp_theory.datasets import moons

    risen = None
    for seed in range(200):
        data = moons(100, noise=0.1, rng=seed)
        losses = fit(NNClassifier([2, 10, 2], rng=1000 + seed), *data, epochs=300, batch_size=None, lr=0.5).loss
        if (np.diff(losses) > 0).any():
            risen = losses
            break
    assert risen is not None
    assert f"last {risen[-1]:.3f}, lowest {min(risen):.3f}" in plot_learning_curve(risen).get_title()
