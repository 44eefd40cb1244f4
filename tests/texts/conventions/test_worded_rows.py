"""Rows and columns to which words give a name."""

import pytest

from tests.texts.checked import judged

ROWS = r"""
$$X^\top X = \sum_{i=1}^n x_i x_i^\top$$
$$X^\top X = \sum_{i=1}^n x_i^\top x_i$$
"""
COLUMNS = r"""
$$A A^\top = \sum_{j=1}^k a_j a_j^\top$$
$$A A^\top = 2\sum_{j=1}^k a_j a_j^\top$$
"""


@pytest.mark.parametrize(
    "said",
    [
        r"Let $X \in \mathbb{R}^{n\times d}$ have the rows $x_i^\top$.",
        r"Let $X \in \mathbb{R}^{n\times d}$ be a matrix with rows $x_i^T$.",
        r"Let $X \in \mathbb{R}^{n\times d}$ be the matrix whose rows are $x_i^\top$.",
        r"Let $X \in \mathbb{R}^{n\times d}$, and let $x_i$ denote the $i$-th row of $X$.",
        r"Let $X \in \mathbb{R}^{n\times d}$, where $x_i^\top$ are the rows of $X$.",
    ],
)
def test_rows(said):
    assert judged(said + ROWS) == "holds false"


@pytest.mark.parametrize(
    "said",
    [
        r"Let $A \in \mathbb{R}^{m\times k}$ have the columns $a_j$.",
        r"Let $A \in \mathbb{R}^{m\times k}$, and let $a_j$ be the $j$-th column of $A$.",
        r"Let $A \in \mathbb{R}^{m\times k}$, where $a_j$ is the $j$th column of the matrix $A$.",
        r"Let $A \in \mathbb{R}^{m\times k}$, where $a_j$ are the columns of $A$.",
        r"Let $A \in \mathbb{R}^{m\times k}$ be a matrix whose columns are $a_j$.",
    ],
)
def test_columns(said):
    assert judged(said + COLUMNS) == "holds false"


def test_what_an_equation_says_stands():
    page = r"""
Let $X \in \mathbb{R}^{n\times n}$ have the rows $x_i^\top$.
$$x_i = X_{:,i}$$
$$X X^\top = \sum_{i=1}^n x_i x_i^\top$$
"""
    assert judged(page) == "defines holds"
