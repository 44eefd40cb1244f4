"""Chains of blocks: they nest, share, and agree with the explicit classifier."""

import pickle

import numpy as np
import pytest

from mlp_theory.errors import KindError, MLPTheoryError, OptionError, OrderError, ShapeError
from mlp_theory.network import (
    Block,
    Identity,
    Linear,
    LogSoftmax,
    Network,
    NNClassifier,
    Parameter,
    ReLU,
    Sequential,
    Sigmoid,
    Tanh,
)

X = np.random.default_rng(0).normal(size=(2, 6))
t = np.array([0, 1, 1, 0, 1, 0])


def chain(seed=0):
    rng = np.random.default_rng(seed)
    return [Linear(2, 4, rng=rng), ReLU(), Linear(4, 2, rng=rng)]


def test_a_network_of_blocks_is_the_explicit_classifier_to_the_last_bit():
    network, classifier = Network(chain(), l2=0.1), NNClassifier([2, 4, 2], l2=0.1, rng=0)
    np.testing.assert_array_equal(network.theta, classifier.theta)
    assert network.loss(X, t) == classifier.loss(X, t)
    np.testing.assert_array_equal(network.backward(wrt_inputs=True), classifier.backward(wrt_inputs=True))
    np.testing.assert_array_equal(network.dtheta, classifier.dtheta)
    np.testing.assert_array_equal(network.predict(X), classifier.predict(X))
    assert network.evaluate(X, t) == classifier.evaluate(X, t)


def test_nesting_changes_nothing():
    a, b, c = chain()
    nested, flat = Network([Sequential([a, Sequential([b])]), c]), Network(chain())
    assert nested.loss(X, t) == flat.loss(X, t)
    nested.backward()
    flat.backward()
    np.testing.assert_array_equal(nested.dtheta, flat.dtheta)


def test_a_sequential_is_itself_a_block():
    f = Sequential(chain())
    dY = np.random.default_rng(1).normal(size=(2, 6))
    dX = f.backward(dY, X)
    for entry in np.ndindex(X.shape):
        E = np.zeros_like(X)
        E[entry] = 1e-6
        slope = ((f.forward(X + E) - f.forward(X - E)) * dY).sum() / 2e-6
        assert dX[entry] == pytest.approx(slope, abs=1e-8)  # central differences of a piecewise linear function


def test_log_softmax_and_negative_log_probability_are_softmax_and_likelihood():
    parted, joined = Network([*chain(), LogSoftmax()], loss="nlp"), Network(chain(), loss="nll")
    assert parted.loss(X, t) == pytest.approx(joined.loss(X, t), rel=1e-14)
    parted.backward()
    joined.backward()
    np.testing.assert_allclose(parted.dtheta, joined.dtheta, atol=1e-15)
    np.testing.assert_array_equal(parted.predict(X), joined.predict(X))


def test_a_block_that_stands_twice_shares_its_parameters_and_adds_its_gradients():
    shared = Linear(2, 2, rng=0)
    tied = Network([shared, Tanh(), shared])
    assert tied.theta.size == 6
    first, second = Linear(2, 2, rng=0), Linear(2, 2, rng=0)
    free = Network([first, Tanh(), second])
    assert tied.loss(X, t) == free.loss(X, t)
    tied.backward()
    tied.backward()  # twice: nothing piles up between two calls
    free.backward()
    np.testing.assert_allclose(tied.dtheta, free.dtheta[:6] + free.dtheta[6:], atol=1e-15)


class Scale(Block):
    """A block of a user's own, without parameters: Y = 2A."""

    def forward(self, A):
        return 2 * A

    def backward(self, dY, A):
        return 2 * dY


def test_a_block_of_ones_own_takes_its_place():
    doubled, classifier = Network([Linear(2, 2, rng=0), Scale()]), NNClassifier([2, 2], rng=0)
    np.testing.assert_allclose(doubled.forward(X), 2 * classifier.forward(X))


class Gain(Block):
    """A block of a user's own with a parameter: Y = g ⊙ A."""

    g, dg = Parameter(), Parameter()

    def __init__(self, n_rows):
        self.n_inputs = self.n_outputs = n_rows
        self.allocate(g=(n_rows, 1))
        self.g = 2 * np.ones((n_rows, 1))

    def forward(self, A):
        return self.g * A

    def backward(self, dY, A):
        self.dg += (dY * A).sum(axis=1, keepdims=True)
        return self.g * dY


def test_a_block_with_parameters_of_ones_own_is_trained_checked_and_copied():
    from mlp_theory import check_gradients, fit

    gain = Gain(2)
    network = Network([Linear(2, 2, rng=0), gain])
    assert network.theta.tolist()[-2:] == [2, 2]
    report = check_gradients(network, X, t)
    assert report.ok
    assert [(row.layer, row.name) for row in report.rows] == [(1, "W"), (1, "b"), (2, "g")]
    fit(network, X, t, epochs=5, rng=0)
    np.testing.assert_array_equal(gain.g.ravel(), network.theta[-2:])
    assert (gain.g != 2).all()
    twin = pickle.loads(pickle.dumps(network))
    twin.theta[-1] = 7
    assert next(p for p in twin.parameters() if p.name == "g").value[1, 0] == 7


def test_a_parameter_without_a_place_says_how_to_get_one():
    class Homeless(Gain):
        def __init__(self):
            self.n_inputs = self.n_outputs = 2
            self.g = np.ones((2, 1))

    with pytest.raises(OrderError, match=r"(?s)Homeless\.g has no place.*allocate\(name=\(rows, columns\)\)"):
        Homeless()


@pytest.mark.parametrize(
    ("shapes", "says"),
    [
        ({"g": (3,)}, r"g=\(3, 1\)"),
        ({"g": (-3, 1)}, "at least 1"),
        ({"h": (3, 1)}, r"h, dh = Parameter\(\), Parameter\(\)"),
        ({"g": (3, 1), "dg": (3, 1)}, "dg"),
    ],
    ids=["flat", "negative", "undeclared", "collision"],
)
def test_parameters_that_make_no_sense_are_refused(shapes, says):
    with pytest.raises(MLPTheoryError, match=says):
        Gain(3).allocate(**shapes)


def test_a_block_inside_a_block_is_refused_because_it_would_not_be_trained():
    class Residual(Block):
        def __init__(self):
            self.inner = Linear(2, 2, rng=0)

        def forward(self, A):
            return A + self.inner.forward(A)

        def backward(self, dY, A):
            return dY + self.inner.backward(dY, A)

    with pytest.raises(OptionError, match="inner"):
        Network([Linear(2, 2, rng=1), Residual()])


def test_a_sequential_refuses_blocks_that_do_not_fit():
    with pytest.raises(ShapeError, match="3 inputs"):
        Sequential([Linear(2, 3), Linear(4, 2)])
    assert (Sequential(chain()).n_inputs, Sequential(chain()).n_outputs) == (2, 2)


def test_the_penalty_counts_what_a_block_says():
    class Penalised(Gain):
        penalised = ("g",)

    from mlp_theory import check_gradients

    plain, with_g = (Network([kind(2), Linear(2, 2, rng=0)], l2=0.5) for kind in (Gain, Penalised))
    assert with_g.loss(X, t) - plain.loss(X, t) == pytest.approx(0.25 * 8)
    assert check_gradients(with_g, X, t).ok


def test_a_block_without_a_way_back_cannot_be_made():
    class OneWay(Block):
        def forward(self, A):
            return A

    with pytest.raises(TypeError, match="backward"):
        OneWay()


def test_regression_and_one_logit_by_the_name_of_the_loss():
    assert Network([Linear(2, 1, rng=0)], loss="bce").predict(X).shape == (6,)
    assert Network([Linear(2, 3, rng=0)], loss="mse").predict(X).shape == (3, 6)


def test_the_snippet_of_the_framework_article_runs():
    from mlp_theory import SGD

    net = Network([Linear(2, 4, rng=0), ReLU(), Linear(4, 2, rng=1)])
    optimizer = SGD(net, lr=0.1)
    losses = []
    for _ in range(20):
        losses.append(net.loss(X, t))
        assert net.backward(wrt_inputs=True).shape == X.shape
        optimizer.step()
    assert losses[-1] < losses[0]


@pytest.mark.parametrize(
    ("blocks", "error", "says"),
    [
        ([], OptionError, "at least one Block"),
        (None, KindError, "a list of blocks"),
        (Linear(2, 2), KindError, "a list of blocks"),
        ([Linear(2, 3), "relu"], KindError, "'relu'"),
        ([Linear(2, 3), ReLU(), Linear(4, 2)], ShapeError, "3 inputs"),
        ([Identity(), Sigmoid()], OptionError, "does not know"),
    ],
    ids=["none", "None", "a block itself", "no block", "unfitting", "no size"],
)
def test_chains_that_make_no_network_are_refused(blocks, error, says):
    with pytest.raises(error, match=says):
        Network(blocks)


def test_an_unknown_loss_names_the_nearest_known_one():
    with pytest.raises(OptionError, match="did you mean 'nll'"):
        Network(chain(), loss="nll2")
