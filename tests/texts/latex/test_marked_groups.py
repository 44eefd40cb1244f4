r"""``\hat{x_i}``, ``\mathbf{ab}``: a mark or a font over more than one sign."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.unicode import show
from tests.texts.checked import judged, last

PAGE = r"""
Let $\mathbf{a}, \mathbf{b} \in \mathbb{R}^n$, $x \in \mathbb{R}^n$, $\mathbf{X} \in \mathbb{R}^{m\times n}$.
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\hat{x_i}", r"\hat{x}_i"),
        (r"\widehat{y_{ij}}", r"\widehat{y}_{ij}"),
        (r"\bar{\mathbf{x}_i}", r"\bar{\mathbf{x}}_i"),
        (r"\tilde{x^{(i)}}", r"\tilde{x}^{(i)}"),
        (r"\mathbf{ab}^\top", r"\mathbf{a}\mathbf{b}^\top"),
    ],
)
def test_it_belongs_to_each_letter(one, other):
    assert show(parse(one)) == show(parse(other))


def test_the_mean_of_squares_is_no_square_of_a_mean():
    assert show(parse(r"\overline{x^2}")) != show(parse(r"\overline{x}^2"))


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\operatorname{tr}(\mathbf{ab}^\top) = \mathbf{b}^\top\mathbf{a}", "holds"),
        (r"\mathbf{aa}^\top \mathbf{b} = (\mathbf{a}^\top\mathbf{b}) \mathbf{a}", "holds"),
        (r"\mathbf{Xa} = \mathbf{X}\mathbf{a}", "unread"),
        (r"(\mathbf{Xa})^\top = \mathbf{a}^\top\mathbf{X}^\top", "holds"),
        (r"\mathbf{ab}^\top = \mathbf{ba}^\top", "false"),
    ],
)
def test_two_bold_letters(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


def test_a_normalised_sample():
    page = (
        PAGE
        + r"""
$$m = \frac1n \sum_{j=1}^n x_j$$
$$\hat{x_i} = x_i - m$$
$$\frac{\partial \hat{x}_k}{\partial x_k} = 1 - \frac1n$$
$$\sum_i \hat{x_i} = 0$$
$$\frac{\partial \hat{x_k}}{\partial x_k} = 1 + \frac1n$$
"""
    )
    assert judged(page) == "defines defines holds holds false"
