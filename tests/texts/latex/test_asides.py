"""Signs of an argument around an equation say nothing of its sides."""

import pytest

from mlp_theory.texts.check import check_text
from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.repairs import repaired

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


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\text{if $x_{1} = 2$}", r"\text{if }x_{1} = 2"),
        (r"\text{if $x$ > 0,}", r"\text{if }x > 0,"),
        (r"\left\{\begin{array}{l} a \end{array}\right\}", r"\left\{\begin{array}{l} a \end{array}\right."),
        (r"\mbox{\textbf{Excess Risk}}(f) = a", r"\mathrm{Excess Risk}(f) = a"),
        (r"a = \text{the Smallest One}", r"a = \text{the Smallest One}"),
    ],
)
def test_words_and_signs_are_told_apart(written, meant):
    assert repaired(LocatedText.of(written), {}).text == meant


def test_conditions_with_formulas_in_their_words_are_read():
    page = GIVEN + r"$$e = \begin{cases} 1 & \text{if $x_1 > 0$}, \\ 0 & \text{otherwise.} \end{cases}$$ "
    assert [v.verdict for v in check_text(page + r"$$e^2 = e$$").verdicts] == [
        "declares",
        "declares",
        "defines",
        "holds",
    ]
    assert [v.verdict for v in check_text(page + r"$$e^2 = 2e$$").verdicts][-1] == "false"
