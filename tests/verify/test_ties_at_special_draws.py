"""Slips that show at few sizes or values, or beside the value of a line, are named too."""

import pytest

from mlp_theory.network import Linear, ReLU
from mlp_theory.network.losses import NegativeLogLikelihood
from mlp_theory.network.perceptron import MultilayerPerceptron
from mlp_theory.network.softmax import log_softmax
from mlp_theory.training import SGD
from mlp_theory.verify.ties import check_ties
from tests.verify.damaging import damage


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("draws", [1, 12])
@pytest.mark.parametrize(
    ("function", "old", "new", "tag"),
    [
        (Linear.__call__, "self.W @ A + self.b", "np.squeeze(self.W @ A + self.b)", "6.2"),
        (Linear.__call__, "+ self.b", "+ self.b * (self.n_inputs > 1)", "6.2"),
        (Linear.__call__, "+ self.b", "+ self.b * (self.n_outputs > 2)", "6.2"),
        (Linear.__call__, "self.W @", "(self.W.T if self.n_inputs == self.n_outputs else self.W) @", "6.2"),
        (NegativeLogLikelihood.gradient, "T.shape[1]", "max(T.shape[1], 2)", "5.10"),
        (Linear.backward, "self.W.T @ dZ", "self.W.T @ dZ * (2 if dZ.shape[1] == 1 else 1)", "5.19"),
        (MultilayerPerceptron._outputs, "return", "return X if len(self.layers) == 1 else", "6.2"),
        (MultilayerPerceptron._outputs, "return", "return (len(self.layers) != 2) *", "6.2"),
        (MultilayerPerceptron.backward, "(P, T)", "(P, T) * (1 if len(self.layers) > 1 else 2)", "6.7"),
        (MultilayerPerceptron.backward, "np.sum(dZ,", "len(self.layers) == 2 or np.sum(dZ,", "6.10"),
    ],
    ids=[
        "one example", "one input", "two outputs", "square weights", "one example, in the loss",
        "one example, in a block", "one layer, forward", "two layers, forward",
        "one layer, backward", "two layers, backward",
    ],
)  # fmt: skip
def test_a_slip_that_few_sizes_show_is_named(function, old, new, tag, draws, monkeypatch):
    damage(function, old, new, monkeypatch)
    first = check_ties(draws=draws).first
    assert (first.tag, first.citation.function) == (tag, function.__qualname__)


@pytest.mark.parametrize(
    ("function", "old", "new", "tag"),
    [
        (Linear.__call__, "self.W @ A", "np.clip(self.W @ A, -1e6, 1e6)", "6.2"),
        (ReLU.value, "np.maximum(Z, 0)", "np.clip(Z, 0, 6)", "4.7"),
        (ReLU.value, "np.maximum(Z, 0)", "np.where(Z > -1e-3, Z, 0)", "4.7"),
        (ReLU.value, "np.maximum(Z, 0)", "np.maximum(Z, 0).max() + 0 * Z", "4.7"),
        (ReLU.derivative, "(Z > 0)", "(Z > 1e-6)", "4.8"),
        (NegativeLogLikelihood.__call__, "-float(picked) / Z.shape[1]", "min(-float(picked) / Z.shape[1], 20)", "2.18"),
        (NegativeLogLikelihood.__call__, "np.exp(log_P)", "np.exp(log_P) + 1e-8", "6.4"),
        (NegativeLogLikelihood.__call__, "np.exp(log_P)", "np.exp(log_P[::-1])", "6.4"),
        (log_softmax, "return shifted", "return np.maximum(shifted, -50)", "2.19"),
    ],
    ids=[
        "clipped scores", "ReLU6", "small negatives", "the largest of all", "a kink beside zero", "a capped loss",
        "a constant beside P", "P upside down", "a floor",
    ],
)  # fmt: skip
def test_a_slip_that_few_values_show_is_named(function, old, new, tag, monkeypatch):
    damage(function, old, new, monkeypatch)
    first = check_ties(draws=1).first
    assert (first.tag, first.citation.function) == (tag, function.__qualname__)


@pytest.mark.parametrize(
    ("function", "old", "new", "tag", "says"),
    [
        (ReLU.value, "np.maximum(Z, 0)", "np.maximum(Z, 0, out=Z)", "4.7", "changes its argument Z"),
        (NegativeLogLikelihood.gradient, "(P - T)", "np.subtract(P, T, out=P)", "5.10", "changes its argument P"),
        (NegativeLogLikelihood.gradient, "(P - T)", "np.subtract(P, T, out=T)", "5.10", "changes its argument T"),
        (SGD.update, " theta -= self.lr * dtheta", " theta = theta - self.lr * dtheta", "6.11", "in entry"),
        (Linear.backward, "return self.W.T @ dZ", "return np.multiply(dZ, 2, out=dZ)", "5.19", "argument dZ"),
    ],
    ids=["ReLU in place", "P overwritten", "T overwritten", "the model keeps its parameters", "dZ overwritten"],
)  # fmt: skip
def test_a_line_that_writes_where_it_should_not_is_named(function, old, new, tag, says, monkeypatch):
    damage(function, old, new, monkeypatch)
    first = check_ties(draws=1).first
    assert (first.tag, first.citation.function) == (tag, function.__qualname__)
    assert says in first.says


def test_a_slip_that_only_a_penalty_shows_is_named(monkeypatch):
    damage(MultilayerPerceptron.backward, "np.matmul(dZ,", "np.matmul(dZ * (1 + self.l2),", monkeypatch)
    assert check_ties(draws=1).first.tag == "6.9"


@pytest.mark.parametrize("new", ["'P'", "1j * P", "None", "[]"], ids=["text", "complex", "nothing", "an empty list"])
def test_a_line_that_leaves_no_numbers_is_named(new, monkeypatch):
    damage(NegativeLogLikelihood.gradient, "(P - T) / T.shape[1]", new, monkeypatch)
    first = check_ties(draws=1).first
    assert (first.tag, first.citation.function) == ("5.10", "NegativeLogLikelihood.gradient")
