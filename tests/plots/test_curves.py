"""Learning curves, activations and gradient checks as pictures that say what they show."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from mlp_theory import (
    History,
    NNClassifier,
    check_gradients,
    plot_activation,
    plot_gradient_check,
    plot_learning_curve,
)
from mlp_theory.errors import MLPTheoryError
from mlp_theory.network import ACTIVATIONS, Identity, ReLU, Tanh


@pytest.fixture(autouse=True)
def _close():
    yield
    plt.close("all")


def test_the_title_tells_the_last_loss_and_the_lowest_apart():
    """The least loss under the name of the final one flatters a run that got worse again."""
    ax = plot_learning_curve(History(loss=[0.9, 0.083, 0.25]))
    assert ax.get_title() == "Loss: last 0.250, lowest 0.083"


def test_a_curve_is_the_losses_over_epochs_from_one():
    (line,) = plot_learning_curve([3.0, 2.0, 1.0]).get_lines()
    np.testing.assert_array_equal(line.get_xydata(), [[1, 3], [2, 2], [3, 1]])


def test_several_curves_have_their_names_and_differ_in_print():
    ax = plot_learning_curve({"one layer": [3.0, 2.0], "two layers": History(loss=[3.0, 1.0])}, log=True)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["one layer", "two layers"]
    assert len({line.get_linestyle() for line in ax.get_lines()}) == 2
    assert ax.get_yscale() == "log"


def test_validation_losses_are_drawn_beside_the_training():
    history = History(loss=[3.0, 2.0], validation=[(3.5, 0.1), (2.5, 0.2)])
    training, validation = plot_learning_curve(history).get_lines()
    assert (training.get_label(), validation.get_label()) == ("training", "validation")
    np.testing.assert_array_equal(validation.get_ydata(), [3.5, 2.5])
    labels = [line.get_label() for line in plot_learning_curve({"a": history, "b": [1.0, 0.5]}).get_lines()]
    assert labels == ["a", "a, validation", "b"]


def test_epochs_are_whole_numbers():
    ax = plot_learning_curve([5.0, 4.0, 3.0])
    ax.figure.canvas.draw()
    assert all(float(tick).is_integer() for tick in ax.get_xticks())


@pytest.mark.parametrize("nothing", [[], {}, History(), "losses", None, [[1.0, 2.0]]], ids=str)
def test_without_losses_there_is_no_curve(nothing):
    with pytest.raises(MLPTheoryError):
        plot_learning_curve(nothing)


@pytest.mark.parametrize("kind", ACTIVATIONS.values(), ids=ACTIVATIONS)
def test_an_activation_is_drawn_with_its_derivative(kind):
    f = kind()
    value, slope = plot_activation(f).get_lines()[:2]
    z, a = value.get_xydata().T
    np.testing.assert_allclose(a, f.value(z))
    z, d = slope.get_xydata().T
    drawn = ~np.isnan(z)
    np.testing.assert_allclose(d[drawn], f.derivative(z[drawn]))


def test_a_jump_of_the_derivative_is_a_gap_and_a_bend_is_not():
    def gaps(f):
        return int(np.isnan(plot_activation(f).get_lines()[1].get_xdata()).sum())

    assert (gaps(ReLU()), gaps(Tanh()), gaps(Identity())) == (1, 0, 0)


def test_the_figure_of_the_article_reaches_from_minus_one_to_one():
    ax = plot_activation(ReLU(), z=np.linspace(-1, 1, 100))
    assert ax.get_title() == "$f$ = ReLU"
    assert len(ax.get_lines()[0].get_xdata()) == 100


def test_a_name_is_no_activation():
    with pytest.raises(MLPTheoryError, match=r"ACTIVATIONS\['relu'\]\(\)"):
        plot_activation("relu")


def test_the_chart_of_a_check_has_a_bar_per_gradient_and_the_count():
    report = check_gradients(NNClassifier([3, 4, 2], rng=0), np.ones((3, 4)), [0, 1, 1, 0])
    ax = plot_gradient_check(report)
    assert [label.get_text() for label in ax.get_yticklabels()] == [
        "layer 1: dW",
        "layer 1: db",
        "layer 2: dW",
        "layer 2: db",
    ]
    ends = [bar.get_width() for bar in ax.patches]
    np.testing.assert_allclose(ends, [row.relative for row in report.rows])
    assert ax.get_xscale() == "log"
    assert ax.get_title() == "Gradient check: 4 of 4 right"


def test_a_wrong_gradient_stands_out_in_colour_and_hatch():
    report = check_gradients(lambda x: float(x.sum()), lambda x: 2 * np.ones_like(x), at=np.ones(3))
    (bar,) = plot_gradient_check(report).patches
    assert bar.get_hatch() == "//"
    assert bar.get_width() == pytest.approx(1.0, rel=1e-3)


def test_only_reports_are_drawn():
    with pytest.raises(MLPTheoryError, match="check_gradients"):
        plot_gradient_check("report")
