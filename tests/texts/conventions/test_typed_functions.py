"""A function that a sentence types and gives is one function, and its argument lies where the function begins."""

import pytest

from tests.texts.checked import line_by_line

PAGE = r"""
Let $g:\mathbb{R}^m\to\mathbb{R}$ be the function with $g(v) = v^\top v$.

$$\nabla g(v) = CLAIM$$
"""


@pytest.mark.parametrize(("claim", "verdict"), [("2v", "holds"), ("v", "false"), (r"2v^\top", "false")])
def test_its_gradient_has_the_shape_of_its_argument(claim, verdict):
    assert line_by_line(PAGE.replace("CLAIM", claim)) == f"declares defines {verdict}"


def test_what_the_page_declares_of_the_argument_says_more():
    page = r"Let $v \in \mathbb{R}^2$. " + PAGE.strip().replace("CLAIM", r"(2 v_1, 2 v_2)^\top")
    assert line_by_line(page) == "declares declares defines holds"


def test_a_function_that_nothing_gives_stays_any_function():
    page = PAGE.replace(r"$g(v) = v^\top v$", r"$v \in \mathbb{R}^m$").replace("CLAIM", "2v")
    assert "holds" not in line_by_line(page)


def test_an_equation_of_the_function_with_itself_gives_nothing():
    page = r"""
Let $g:\mathbb{R}\to\mathbb{R}$ be even: $g(v) = g(-v)$. With $v \in \mathbb{R}$

$$\frac{d}{dv} g(v)^2 = 2 g(v)$$
"""
    assert "holds" not in line_by_line(page)
