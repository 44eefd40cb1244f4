"""An index that stands twice in a product is summed where the page says so, or never writes a sum."""

import pytest

from mlp_theory.texts.check import check_text

GIVEN = r"Let $A \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$ and $g \in \mathbb{R}^m$. "
SAID = "We use the summation convention. "
CLAIMS = {
    r"\frac{\partial L}{\partial x_j} = A_{ij} g_i": "holds",
    r"\frac{\partial L}{\partial x_j} = 2 A_{ij} g_i": "false",
    r"\frac{\partial L}{\partial x_i} = A_{ij} g_j": "unread",
    r"\frac{\partial L}{\partial A_{ij}} = g_i x_j": "holds",
    r"\frac{\partial L}{\partial x_j} = \frac{\partial L}{\partial y_i} \frac{\partial y_i}{\partial x_j}": "holds",
    r"\operatorname{tr}(A A^\top) = A_{ij} A_{ij}": "holds",
    r"\operatorname{tr}(A A^\top) = A_{ij} A_{ij} + 1": "false",
}


def last(page):
    return check_text(GIVEN + page).verdicts[-1]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_page_that_says_so_sums(claim):
    page = SAID + rf"$$y_i = A_{{ij}} x_j$$ $$L = g_i y_i$$ $${claim}$$"
    assert last(page).verdict == CLAIMS[claim]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_page_that_writes_no_sum_sums_where_nothing_else_fits(claim):
    assert last(rf"$$y = A x$$ $$L = g^\top y$$ $${claim}$$").verdict == CLAIMS[claim]


def test_a_page_that_writes_its_sums_leaves_none_out():
    page = r"$$y_i = \sum_j A_{ij} x_j$$ $$L = g^\top y$$ "
    found = last(page + r"$$\frac{\partial L}{\partial x_j} = A_{ij} g_i$$")
    assert found.verdict == "unread"
    assert "∑" in found.mend or "Σ" in found.mend
    assert last(page + r"$$\frac{\partial L}{\partial x_j} = 3 A_{ij} g_i$$").verdict == "false"


@pytest.mark.parametrize("page", [r"$$s = x_i x_i$$", r"Without the summation convention: $$s = x_i x_i$$"])
def test_two_columns_alone_are_not_summed_in_silence(page):
    assert last(page).verdict == "unread"
    assert last(SAID + r"$$s = x_i x_i$$ $$s = x^\top x$$").verdict == "holds"
