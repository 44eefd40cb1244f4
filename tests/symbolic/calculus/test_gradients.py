"""The gradients of a network: the lines, their form, and what is refused."""

import pytest

from mlp_theory.errors import KindError, OptionError, ShapeError
from mlp_theory.symbolic import gradients, matrix, ones, relu, squared_norm, tanh, vector
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.networks import K, classifier, d, h, n

W, X, b = matrix("W", K, d), matrix("X", d, n), vector("b", K)


def test_two_layers_come_out_as_people_write_them():
    loss, parameters = classifier(2)
    g = gradients(loss, parameters)
    assert [str(g[p]) for p in parameters] == ["Δ₁ Xᵀ", "Δ₁ 1", "Δ₂ A₁ᵀ", "Δ₂ 1"]
    bound = {line.name.key: line for line in g.lines if line.name is not None}
    assert {name: str(line.steps[-1].law) for name, line in bound.items()} == {
        "Delta_2": "common number",
        "Delta_1": "a name",
    }


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_every_step_and_every_gradient_holds(depth):
    loss, parameters = classifier(depth)
    report = gradients(loss, parameters).check()
    assert report.ok, report
    assert len(report.gradients) == 2 * depth


@pytest.mark.parametrize("depth", [1, 2, 4])
def test_the_page_is_read_back_and_every_line_holds(depth):
    loss, parameters = classifier(depth)
    verdicts = check_text(gradients(loss, parameters).to_markdown()).files[0].verdicts
    assert {v.verdict for v in verdicts} == {"declares", "defines", "holds"}
    assert sum(v.verdict == "holds" for v in verdicts) == 3 * depth


def test_a_gradient_is_had_by_letter_or_by_name_and_python_may_sum_and_take_absolute_values():
    loss = sum([squared_norm(W), squared_norm(abs(W))])
    g = gradients(loss, [W])
    assert str(g[W]) == str(g["W"])
    assert g.check().ok


def test_a_page_names_what_it_differentiates_by():
    W, b, state = matrix("W", h, h), vector("b", h), vector("x", h)
    for _ in range(3):
        state = tanh(W @ state + b)
    g = gradients(squared_norm(state - vector("y", h)), [W, b])
    assert "V_1 = W" in g.to_markdown()
    assert {v.verdict for v in check_text(g.to_markdown()).files[0].verdicts} == {"declares", "defines", "holds"}


def test_a_deep_network_needs_no_recursion():
    loss, parameters = classifier(400)
    g = gradients(loss, parameters)
    assert str(g[parameters[0]]) == "Δ₁ Xᵀ"


def test_a_part_of_the_loss_may_be_asked_for_by_its_name():
    W, X = matrix("W", K, d), matrix("X", d, n)
    Z = (W @ X).named("Z")
    assert str(gradients(squared_norm(Z), [Z])[Z]) == "2 Z"


@pytest.mark.parametrize(
    ("wrong", "error", "says"),
    [
        (lambda: gradients(W @ X, [W]), ShapeError, "a loss of shape"),
        (lambda: gradients(squared_norm(W @ X), [b]), OptionError, "does not depend on b"),
        (lambda: gradients(squared_norm(W @ X), [W @ X]), KindError, "that has a name"),
        (lambda: gradients(squared_norm(W @ X), []), OptionError, "nothing"),
        (lambda: gradients("L", [W]), KindError, "str"),
        (lambda: X @ W, ShapeError, "as many rows on the right"),
        (lambda: W + X, ShapeError, "does not fit"),
        (lambda: W + W.T, ShapeError, "transpose the right one"),
        (lambda: vector("y", n) - vector("z", d).T, ShapeError, "column and a row"),
        (lambda: gradients(squared_norm(vector("d", 3)) + squared_norm(W), [W]), OptionError, "a size and a matrix"),
        (lambda: W**2, KindError, "power(A, 2)"),
        (lambda: matrix("W", "K", d), KindError, "dims"),
        (lambda: matrix("W 1", K, d), KindError, "a name such as"),
        (lambda: matrix("W", K, d, "tidy"), OptionError, "assumption"),
        (lambda: matrix("W", K, d, "symmetric"), ShapeError, "square"),
        (lambda: W + "1", KindError, "str"),
        (lambda: gradients(squared_norm(W @ X) + squared_norm(matrix("W", h, d)), [W]), OptionError, "two things"),
        (lambda: relu(W) @ ones(h), ShapeError, "(h, 1)"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_reason(wrong, error, says):
    with pytest.raises(error) as caught:
        wrong()
    assert says in str(caught.value)
