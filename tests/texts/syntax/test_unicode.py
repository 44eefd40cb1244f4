"""An equation as one line of Unicode."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.unicode import show, whole


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\frac{\partial L}{\partial W} = \delta a^\top", "∂L/∂W = δ aᵀ"),
        (r"\sum_{i=1}^n x_i^2", "Σᵢ₌₁ⁿ xᵢ²"),
        (r"\mathbf{W}^{[l]} \mathbf{a}^{[l-1]}", "W^{[l]} a^{[l-1]}"),
        (r"\frac{a + b}{2 c}", "(a + b)/(2c)"),
        (r"\sqrt{x}", "√x"),
        (r"\sqrt{x + y}", "√(x + y)"),
        (r"\|x\|_2", "‖x‖₂"),
        (r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}", "[a, b; c, d]"),
        (r"A^{\circ 2}", "A²"),
        (r"a \pm b", "a ± b"),
    ],
)
def test_an_equation_is_shown(latex, expected):
    assert show(parse(latex)) == expected


def test_an_index_is_shown_without_spaces():
    assert whole(parse("L - 1")) == "L-1"
