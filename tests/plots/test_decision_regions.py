"""Decision regions: the mixed colours, the tie lines, the legend, any number of classes."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from mlp_theory import NNClassifier, plot_decision_regions
from mlp_theory.errors import MLPTheoryError
from mlp_theory.plots import COLOURS, MARKERS
from mlp_theory.plots.decision_regions import _leads


@pytest.fixture(autouse=True)
def _close():
    yield
    plt.close("all")


def sure_left(X):
    """Class 0 left of x = 0, class 1 right of it, undecided in between: P(1) from 0 to 1 over [−1, 1]."""
    p = np.clip((X[0] + 1) / 2, 0, 1)
    return np.stack([1 - p, p])


SQUARE = np.array([[-2.0, 2.0, -2.0, 2.0], [-2.0, -2.0, 2.0, 2.0]])


def shades_of(ax):
    return np.asarray(ax.images[0].get_array())


def tie_points(ax):
    return np.vstack(
        [path.vertices for lines in ax.collections for path in lines.get_paths() if lines.get_zorder() == 1]
    )


def test_a_sure_point_has_its_classs_colour_and_a_tie_the_mean_of_both():
    ax = plot_decision_regions(sure_left, SQUARE, extent=(-2, 2, -2, 2), resolution=5)
    light = [0.45 * np.array(to_rgb(COLOURS[k])) + 0.55 for k in (0, 1)]
    row = shades_of(ax)[2]
    np.testing.assert_allclose(row[0], light[0])
    np.testing.assert_allclose(row[4], light[1])
    np.testing.assert_allclose(row[2], (light[0] + light[1]) / 2)


def test_the_tie_line_lies_where_both_classes_are_equally_probable():
    points = tie_points(plot_decision_regions(sure_left, SQUARE))
    np.testing.assert_allclose(points[:, 0], 0, atol=1e-12)
    assert points[:, 1].min() < -2 < 2 < points[:, 1].max()


def test_no_sliver_of_a_middle_class_lies_between_two_others():
    """Contours of class codes would draw a band of class 1 along the border of classes 0 and 2."""

    def zero_or_two(X):
        right = X[0] > 0.013
        return np.stack([~right, 0 * right, right]).astype(float)

    ax = plot_decision_regions(zero_or_two, SQUARE)
    shades = shades_of(ax).reshape(-1, 3)
    middle = np.array(to_rgb(COLOURS[1]))
    light = [0.45 * np.array(to_rgb(COLOURS[k])) + 0.55 for k in (0, 2)]
    assert all(min(np.abs(shade - colour).max() for colour in light) < 1e-9 for shade in shades)
    assert np.abs(shades - middle).max(axis=1).min() > 0.1


def test_three_classes_tie_on_three_rays():
    centres = np.array([[0.0, 2.0], [-2.0, -1.0], [2.0, -1.0]])

    def softmax_of_distances(X):
        logits = -((centres[:, :, None] - X[None]) ** 2).sum(axis=1)
        E = np.exp(logits - logits.max(axis=0))
        return E / E.sum(axis=0)

    ax = plot_decision_regions(softmax_of_distances, SQUARE)
    for x in tie_points(ax):
        distances = np.sort(((centres - x) ** 2).sum(axis=1))
        assert distances[1] - distances[0] < 0.05  # a grid of 200 points, linear in between


def test_leads_are_margins_over_the_best_rival():
    P = np.array([[0.5, 0.2], [0.3, 0.2], [0.2, 0.6]])
    np.testing.assert_allclose(_leads(P), [[0.2, -0.4], [-0.2, -0.4], [-0.3, 0.4]])


@pytest.mark.parametrize("n_classes", [1, 2, 3, 10, 23])
def test_any_number_of_classes_has_its_marker_colour_and_name(n_classes):
    rng = np.random.default_rng(0)
    X, t = rng.normal(size=(2, 4 * n_classes)), np.arange(4 * n_classes) % n_classes
    names = [f"species {k}" for k in range(n_classes)]

    def guess(X):
        return np.full((n_classes, X.shape[1]), 1 / n_classes)

    ax = plot_decision_regions(guess, X, t, class_names=names)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == names
    looks = [
        (tuple(c.get_facecolor()[0]), len(c.get_paths()[0].vertices), c.get_paths()[0].vertices.sum())
        for c in ax.collections
    ]
    assert len(set(looks[-n_classes:])) == n_classes


def test_without_points_the_legend_explains_the_colours():
    ax = plot_decision_regions(sure_left, SQUARE, class_names=["left", "right"])
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["left", "right"]
    (left, right), shades = ax.get_legend().get_patches(), shades_of(ax)
    np.testing.assert_allclose(left.get_facecolor()[:3], shades[0, 0])
    np.testing.assert_allclose(right.get_facecolor()[:3], shades[0, -1])


def test_eighty_eight_classes_look_different():
    assert len({(COLOURS[k % len(COLOURS)], MARKERS[k % len(MARKERS)]) for k in range(88)}) == 88


def test_points_are_drawn_where_they_are():
    X, t = np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]), [0, 1, 1]
    ax = plot_decision_regions(NNClassifier([2, 2], rng=0), X, t)
    drawn = np.vstack([c.get_offsets() for c in ax.collections if len(c.get_offsets()) > 0 and c.get_zorder() == 2])
    np.testing.assert_array_equal(drawn, X.T)


def test_a_model_of_one_logit_and_a_scikit_learn_classifier_can_be_drawn():
    from sklearn.linear_model import LogisticRegression

    t = [0, 1, 0, 1]
    plot_decision_regions(NNClassifier([2, 3, 1], rng=0), SQUARE, t)
    classifier = LogisticRegression().fit(SQUARE.T, t)
    ax = plot_decision_regions(lambda X: classifier.predict_proba(X.T).T, SQUARE, t)
    np.testing.assert_allclose(tie_points(ax)[:, 0], 0, atol=1e-6)


def test_it_draws_into_the_axes_it_is_given():
    figure, (left, right) = plt.subplots(1, 2)
    assert plot_decision_regions(sure_left, SQUARE, ax=right) is right
    assert not left.images
    assert plt.get_fignums() == [figure.number]


def test_a_single_point_is_enough():
    ax = plot_decision_regions(NNClassifier([2, 2], rng=0), np.array([[1.0], [2.0]]), [0])
    assert ax.get_xlim()[0] < 1 < ax.get_xlim()[1]


model = NNClassifier([2, 2], rng=0)


@pytest.mark.parametrize(
    ("arguments", "options", "says"),
    [
        ((model, SQUARE.T), {}, r"pass X\.T"),
        ((model, np.ones((3, 5))), {}, r"\(2, n\)"),
        ((model, np.ones((2, 0))), {}, r"\(2, n\)"),
        ((model, np.full((2, 3), np.nan)), {}, "nan"),
        ((model, [["a"], ["b"]]), {}, "numbers"),
        ((model, SQUARE, [0, 1]), {}, r"t : \(4,\)"),
        ((model, SQUARE, [0, 1, 2, 0]), {}, r"\[0, 2\)"),
        ((model, SQUARE, [0.0, 1, 0, 1]), {}, "float64"),
        ((model, SQUARE, np.array([[0], [1], [0], [1]])), {}, "ravel"),
        ((model, SQUARE), {"class_names": ["one"]}, "one name per class"),
        ((model, SQUARE), {"class_names": "ab"}, "a list of names"),
        ((model, SQUARE), {"extent": (1, 0, 0, 1)}, "left < right"),
        ((model, SQUARE), {"resolution": 1}, "resolution"),
        ((lambda X: X.T, SQUARE), {}, "return the transpose"),
        ((lambda X: X * 7, SQUARE), {}, "sum to one"),
        (("model", SQUARE), {}, "forward_probs"),
    ],
)
def test_what_cannot_be_drawn_is_refused(arguments, options, says):
    with pytest.raises(MLPTheoryError, match=says):
        plot_decision_regions(*arguments, **options)
