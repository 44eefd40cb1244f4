"""The checker is checked first: it must reject every slip, at any size of loss, and no right gradient."""

import numpy as np
import pytest

from mlp_theory import NNClassifier, check_gradients
from tests.verify.faulty import SLIPS, FaultyClassifier

UNITS = [3, 5, 5, 5, 4]
SIZES = pytest.mark.parametrize("size", [1e-9, 1.0, 1e9], ids=lambda c: f"loss {c:g}")


def batch(n, rng):
    return rng.normal(size=(UNITS[0], n)), rng.integers(0, UNITS[-1], n)


@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_the_faulty_classifier_without_a_slip_is_right(activation):
    """Else the slips below would be caught for the wrong reason."""
    X, t = batch(7, np.random.default_rng(0))
    ours, theirs = (
        NNClassifier(UNITS, activation=activation, rng=0),
        FaultyClassifier(UNITS, activation=activation, rng=0),
    )
    for model in (ours, theirs):
        model.loss(X, t)
        model.backward()
    np.testing.assert_allclose(theirs.dtheta, ours.dtheta, atol=1e-15)


@pytest.mark.sample(every=5)
@SIZES
@pytest.mark.parametrize("n", [2, 7])
@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_a_right_gradient_passes_at_any_size_of_loss(activation, n, size):
    for seed in range(5):
        rng = np.random.default_rng(seed)
        model = FaultyClassifier(UNITS, activation=activation, c=size, rng=rng)
        report = check_gradients(model, *batch(n, rng))
        assert report.ok, f"{report}\nseed {seed}"


@pytest.mark.sample(every=7)
@SIZES
@pytest.mark.parametrize("n", [2, 7])
@pytest.mark.parametrize("activation", ["relu", "tanh"])
@pytest.mark.parametrize("slip", SLIPS)
def test_a_planted_slip_is_caught(slip, activation, n, size):
    rng = np.random.default_rng(1)
    model = FaultyClassifier(UNITS, slip=slip, activation=activation, c=size, rng=rng)
    report = check_gradients(model, *batch(n, rng))
    wrong = {row.name for row in report.rows if row.verdict == "wrong"}
    assert not report.ok
    assert wrong
    assert wrong <= {"W": {"W"}, "b": {"b"}, "all": {"W", "b"}}[SLIPS[slip]]  # and nothing else is accused


@pytest.mark.parametrize("slip", ["no 1/n", "1/n twice", "one column for the batch", "sum for mean in b"])
def test_one_example_hides_the_slips_of_the_batch_which_is_why_it_is_refused(slip):
    rng = np.random.default_rng(0)
    X, t = batch(1, rng)
    right, wrong = NNClassifier(UNITS, rng=3), FaultyClassifier(UNITS, slip=slip, rng=3)
    for model in (right, wrong):
        model.loss(X, t)
        model.backward()
    np.testing.assert_allclose(wrong.dtheta, right.dtheta, atol=1e-15)
    with pytest.raises(ValueError, match="n >= 2: one example cannot tell a mean from a sum"):
        check_gradients(wrong, X, t)


def test_as_many_examples_as_classes_do_not_hide_one_over_k():
    rng = np.random.default_rng(0)
    model = FaultyClassifier(UNITS, slip="1/K for 1/n", rng=rng)
    report = check_gradients(model, *batch(UNITS[-1], rng))
    assert not report.ok
    assert any("taken twice" in note for note in report.notes)


@pytest.mark.parametrize(("n", "note"), [(5, "1 column was taken twice"), (4, "2 columns were taken twice")])
def test_it_says_how_many_columns_it_took_twice(n, note):
    rng = np.random.default_rng(0)
    report = check_gradients(NNClassifier(UNITS, rng=rng), *batch(n, rng))
    assert report.notes[0].startswith(note)


def test_the_wrong_entry_is_named_with_both_values():
    rng = np.random.default_rng(0)
    model = FaultyClassifier(UNITS, slip="one entry of W", rng=rng)
    X, t = batch(7, rng)
    report = check_gradients(model, X, t)
    (row,) = report.failures
    model.slip = None
    model.loss(X, t)
    model.backward()
    right = model.layers[1].dW
    assert (row.layer, row.name) == (2, "W")
    assert row.worst == np.unravel_index(np.abs(right).argmax(), right.shape)
    assert row.measured == pytest.approx(right[row.worst], rel=1e-5)
    assert row.claimed == pytest.approx(1.001 * right[row.worst], rel=1e-12)
    assert f"dW[{row.worst[0]}, {row.worst[1]}] of layer 2: not the gradient" in str(report)


def test_an_absolute_norm_would_let_a_gradient_twice_too_large_pass():
    """Why the check is relative: at a loss of size 1e-6 SciPy's own number looks like rounding."""
    model = FaultyClassifier(UNITS, slip="no 1/n", c=1e-6, rng=0)
    report = check_gradients(model, *batch(2, np.random.default_rng(0)))
    assert not report.ok
    assert max(row.check_grad for row in report.rows) < 1e-5  # the article's bar for "low enough"
