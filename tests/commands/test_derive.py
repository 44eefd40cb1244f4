"""`mlp-theory derive`: each format, what it prints, and what it refuses."""

import numpy as np
import pytest

from mlp_theory.cli import main
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.code.emitted import compiled


def printed(capsys, *options):
    assert main(["derive", *options]) == 0
    return capsys.readouterr().out


def test_text_shows_every_step_beside_its_law(capsys):
    lines = printed(capsys, "--units", "784", "128", "10", "--activation", "relu", "--loss", "nll").splitlines()
    assert lines[0] == "Z₁ = W₁ X + b₁ 1ᵀ"
    assert "Δ₂ = ∂L/∂Z₂" in lines
    assert [line.split() for line in lines if line.endswith("{ common number }")] == [
        ["=", "1/n", "(P", "−", "T)", "{", "common", "number", "}"]
    ]


def test_without_steps_text_has_one_row_a_result(capsys):
    assert printed(capsys, "--no-steps").splitlines()[5:] == [
        "Δ₂ = ∂L/∂Z₂ = 1/n (P − T)",
        "∂L/∂W₂ = Δ₂ A₁ᵀ",
        "∂L/∂b₂ = Δ₂ 1",
        "Δ₁ = ∂L/∂Z₁ = (W₂ᵀ Δ₂) ⊙ 𝟙(Z₁ > 0)",
        "∂L/∂W₁ = Δ₁ Xᵀ",
        "∂L/∂b₁ = Δ₁ 1",
    ]


def test_latex_is_one_aligned_display_with_or_without_steps(capsys):
    long, short = printed(capsys, "--format", "latex"), printed(capsys, "--format", "latex", "--no-steps")
    for latex in (long, short):
        assert latex.startswith("\\begin{aligned}\n")
        assert latex.endswith("\\end{aligned}\n")
    assert r"&& \text{product rule}" in long
    assert r"\text" not in short


@pytest.mark.parametrize("options", [["--activation", "tanh"], ["--units", "3", "4", "2", "--loss", "mse"]], ids=str)
def test_markdown_is_a_page_that_the_checker_passes(options, capsys):
    assert check_text(printed(capsys, "--format", "markdown", *options)).exit_code == 0


def test_numpy_is_a_program_that_runs(capsys):
    function = compiled(printed(capsys, "--format", "numpy", "--units", "3", "5", "1"))
    rng = np.random.default_rng(0)
    X, W_1, b_1, W_2 = (rng.normal(size=shape) for shape in ((3, 4), (5, 3), (5, 1), (1, 5)))
    loss, gradients = function(X, np.array([[0.0, 1, 1, 0]]), W_1, b_1, W_2, 0.1)
    assert loss > 0
    assert {name: np.shape(gradient) for name, gradient in gradients.items()} == {
        "W_1": (5, 3), "b_1": (5, 1), "W_2": (1, 5), "b_2": (),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("units", "loss"), [(["3", "2"], "softmax"), (["3", "1"], "σ"), (["d", "K"], "softmax")], ids=str
)
def test_the_loss_is_that_of_the_classifier_unless_it_is_named(units, loss, capsys):
    assert loss in printed(capsys, "--units", *units, "--no-steps")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--units", "3"], "at least two sizes"),
        (["--units", "3", "2", "--loss", "bce"], "1 output unit"),
        (["--units", "3", "1", "--loss", "nll"], "bce tells two classes apart"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_as_the_library_does(options, says, capsys):
    assert main(["derive", *options]) == 2
    complaint = capsys.readouterr().err
    assert complaint.startswith("mlp-theory derive: ")
    assert "  expected: " in complaint
    assert says in complaint


@pytest.mark.parametrize(
    "options",
    [["--units", "0", "2"], ["--units", "-3"], ["--units", "2.5", "1"], ["--units"], ["--activation", "rellu"],
     ["--loss", "mae"], ["--format", "html"], ["--steps"], ["--units", "d+1", "K"]],
    ids=str,
)  # fmt: skip
def test_options_that_do_not_exist_are_refused(options, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["derive", *options])
    assert caught.value.code == 2
    assert "usage: mlp-theory" in capsys.readouterr().err
