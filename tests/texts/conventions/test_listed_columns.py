"""Matrices that are listed by their columns."""

import pytest

from tests.texts.checked import judged

SAMPLES = r"Let $x_i \in \mathbb{R}^d$ for $i = 1, \dots, n$, and $w \in \mathbb{R}^d$."


@pytest.mark.parametrize(
    "said",
    [
        r"X = (x_1, \dots, x_n)^\top",
        r"\mathbf{X} = (x_1, x_2, \dots, x_n)^T",
        r"X = [x_1, \dots, x_n]^\top",
        r"X = \begin{bmatrix} x_1^\top \\ \vdots \\ x_n^\top \end{bmatrix}",
    ],
)
def test_rows(said):
    name = said.split(" =")[0]
    page = rf"""
{SAMPLES}
$${said}$$
$${name}^\top {name} = \sum_{{i=1}}^n x_i x_i^\top$$
$$\|{name} w\|^2 = \sum_{{i=1}}^n (w^\top x_i)^2$$
$${name}^\top {name} = \sum_{{i=1}}^n x_i^\top x_i$$
"""
    assert judged(page) == "defines holds holds false"


def test_columns():
    page = rf"""
{SAMPLES}
$$X = (x_1, \dots, x_n)$$
$$X X^\top = \sum_{{i=1}}^n x_i x_i^\top$$
$$X X^\top = 2 \sum_{{i=1}}^n x_i x_i^\top$$
"""
    assert judged(page) == "defines holds false"
