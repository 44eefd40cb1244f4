"""Signs of an argument around an equation say nothing of its sides."""

import pytest

from mlp_theory.texts.check import check_text

GIVEN = r"Let $x \in \mathbb{R}^d$ and $A \in \mathbb{R}^{d \times d}$. "


@pytest.mark.parametrize(
    "latex",
    [
        r"\therefore x^\top x = \|x\|^2", r"\because x^\top x = \|x\|^2", r"x^\top x = \|x\|^2 \;\; \blacksquare",
        r"x^\top x = \|x\|^2 \qquad \square", r"x^\top x = \|x\|^2 \text{.}", r"x^\top x = \|x\|^2 \mathrm{.}",
        r"\mathop{\mathrm{tr}}(A) = \sum_i A_{ii}", r"\textbf{1}^\top x = \sum_i x_i",
        r"\begin{align} x^\top x &= \sum_i x_i^2 \\ &= \|x\|^2 \blacksquare \end{align}",
    ],
)  # fmt: skip
def test_they_are_left_out(latex):
    assert {v.verdict for v in check_text(f"{GIVEN}$${latex}$$").verdicts} == {"declares", "holds"}
    wrong = latex.replace("x = ", "x = 2 ").replace("A) =", "A) = 2").replace("^\\top x =", "^\\top x = 2")
    wrong = wrong.replace("x &=", "x &= 2")
    assert "false" in {v.verdict for v in check_text(f"{GIVEN}$${wrong}$$").verdicts}
