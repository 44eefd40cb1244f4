"""Networks to derive: their losses are those of the definitions, their pages are read back, bad ones are refused."""

import numpy as np
import pytest

from mlp_theory.errors import KindError, OptionError, ShapeError
from mlp_theory.symbolic import dims, general_layer, gradients, scalar
from mlp_theory.symbolic.calculus.networks import ACTIVATIONS, LOSSES, network_loss
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.code.emitted import compiled


def derived(depth, activation, loss, **more):
    units = ["d", *["h"] * (depth - 1), 1 if loss == "bce" else "K"]
    network = network_loss(units, activation, loss, **more)
    return gradients(network.loss, network.parameters)


def assert_read_back(derivation, claims):
    verdicts = check_text(derivation.to_markdown()).files[0].verdicts
    wrong = [v for v in verdicts if v.verdict not in ("declares", "defines", "holds")]
    assert not wrong, "\n".join(f"{v.verdict}: {v.latex}: {v.reason}" for v in wrong)
    assert sum(v.verdict == "holds" for v in verdicts) >= claims


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("loss", LOSSES)
def test_the_page_of_every_network_is_read_back_and_holds(activation, loss):
    assert_read_back(derived(2, activation, loss), claims=6)


@pytest.mark.sample(every=5)
@pytest.mark.parametrize(
    ("depth", "activation", "loss"),
    [*((depth, "relu", "nll") for depth in range(1, 7)), (3, "leaky_relu", "bce"), (5, "sigmoid", "mse")],
)
def test_the_page_of_every_depth_is_read_back_and_holds(depth, activation, loss):
    assert_read_back(derived(depth, activation, loss), claims=3 * depth)


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "sigmoid"])
def test_a_page_with_numbers_of_units_a_penalty_and_a_slope_is_read_back(activation):
    network = network_loss([5, 4, 3], activation, l2=scalar("lambda", "positive"), alpha=scalar("alpha", "positive"))
    assert_read_back(gradients(network.loss, network.parameters), claims=6)


@pytest.mark.sample(every=5)
@pytest.mark.parametrize(("activation", "loss"), [(a, l) for a in ACTIVATIONS for l in LOSSES])
def test_every_step_of_every_network_holds(activation, loss):
    report = derived(2, activation, loss).check()
    assert report.ok, report


Z = np.array([[0.3, -1.2, 2.0, 0.1], [0.8, 0.4, -0.7, -2.2]])
LABELS = np.array([0, 1, 1, 0])
ROW = np.array([[0.0, 1, 1, 0]])
CORRECT = [np.exp(z[t]) / np.exp(z).sum() for z, t in zip(Z.T, LABELS, strict=True)]
CORRECT_BY_ONE_LOGIT = [1 / (1 + np.exp(-z if t else z)) for z, t in zip(Z[0], LABELS, strict=True)]
BY_HAND = {
    "nll": (Z, np.eye(2)[:, LABELS], -np.mean(np.log(CORRECT))),
    "bce": (Z[:1], ROW, -np.mean(np.log(CORRECT_BY_ONE_LOGIT))),
    "mse": (Z, Z**2, np.mean((Z - Z**2) ** 2)),
}
BY_HAND["nlp"] = BY_HAND["nll"]


@pytest.mark.parametrize("loss", LOSSES)
def test_losses_are_the_means_that_are_worked_out_by_hand(loss):
    scores, targets, expected = BY_HAND[loss]
    rows = len(scores)
    network = network_loss([rows, rows], loss=loss)
    weights = (1.0, 0.0) if rows == 1 else (np.eye(2), np.zeros((2, 1)))
    function = compiled(gradients(network.loss, network.parameters).to_numpy())
    assert function(scores, targets, *weights)[0] == pytest.approx(expected, rel=1e-14)


SLOPES = {
    "relu": [0, 0, 1], "leaky_relu": [0.01, 0.01, 1], "identity": [1, 1, 1],
    "sigmoid": [0.19661193324148185, 0.25, 0.19661193324148185], "tanh": [0.41997434161402614, 1, 0.41997434161402614],
    "softplus": [0.2689414213699951, 0.5, 0.7310585786300049], "elu": [0.36787944117144233, 1, 1],
    "gelu": [-0.08331547058768629, 0.5, 1.0833154705876864],
}  # fmt: skip


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_slopes_at_minus_one_zero_and_one_are_those_of_the_tables(activation):
    """With one unit a layer and weights of 1, the chain rule says ∂L/∂b₁ = f'(x) ∂L/∂b₂."""
    network = network_loss([1, 1, 1], activation, "mse")
    function = compiled(gradients(network.loss, network.parameters).to_numpy())
    for x, slope in zip([-1.0, 0.0, 1.0], SLOPES[activation], strict=True):
        _, found = function(np.array([[x]]), np.array([[-1e3]]), 1.0, 0.0, 1.0, 0.0)
        assert found["b_1"] == pytest.approx(slope * found["b_2"], rel=1e-12, abs=1e-15)


def test_the_general_layer_is_the_recurrence_of_the_textbooks():
    g = general_layer()
    assert [str(gradient) for gradient in g.values()] == ["Δₗ Aₗ₋₁ᵀ", "Δₗ 1"]
    assert g.check().ok
    latex = g.to_latex(steps=False)
    for row in [
        r"\Delta_{l+1} &= \frac{\partial L}{\partial Z_{l+1}} \\",
        r"&= (W_{l+1}^\top \Delta_{l+1}) \odot f'(Z_l) \\",
        r"\frac{\partial L}{\partial W_l} &= \Delta_l A_{l-1}^\top \\",
        r"\frac{\partial L}{\partial b_l} &= \Delta_l \mathbf{1}",
    ]:
        assert row in latex
    assert "Δₗ = ∂L/∂Zₗ = (Wₗ₊₁ᵀ Δₗ₊₁) ⊙ f′(Zₗ)" in g.to_text(steps=False)


def test_the_page_of_the_general_layer_is_read_back_and_holds_for_every_layer():
    assert_read_back(general_layer(), claims=3)
    assert r"$$\Delta_l = (W_{l+1}^\top \Delta_{l+1}) \odot f'(Z_l), \quad l < M$$" in general_layer().to_markdown()


def test_units_are_names_numbers_or_dimensions():
    d, K = dims("d K")
    for units in (["d", "h", "K"], [d, "h", K], ["d", 5, "K"]):
        shapes = [p.shape for p in network_loss(units).parameters]
        hidden = 5 if 5 in units else "h"
        assert shapes == [(hidden, "d"), (hidden, 1), ("K", hidden), ("K", 1)]


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: network_loss([3]), OptionError, "at least two"),
        (lambda: network_loss("d K"), KindError, "a list of units"),
        (lambda: network_loss([3, 0]), KindError, "above zero"),
        (lambda: network_loss([3, 2.5]), KindError, "above zero"),
        (lambda: network_loss([3, "K 1"]), KindError, "no name"),
        (lambda: network_loss([3, 2], "rellu"), OptionError, "did you mean 'relu'"),
        (lambda: network_loss([3, 2], loss="mae"), OptionError, "one of nll"),
        (lambda: network_loss([3, 2], loss="bce"), ShapeError, "1 output unit"),
        (lambda: network_loss([3, 1]), ShapeError, "bce tells two classes apart"),
    ],
)
def test_what_is_no_network_is_refused_with_its_reason(call, error, says):
    with pytest.raises(error) as caught:
        call()
    assert says in str(caught.value)
