"""The last side of a chain may call the side before it a function: that is its definition."""

import pytest

from tests.texts.checked import judged, line_by_line

PAGE = r"""
Let $\mu_i\in(0,1)$ for $i=1,\ldots,n$.

$$\theta_i = \log\frac{\mu_i}{1-\mu_i} = g(\mu_i)$$
$$g'(\mu_i) = CLAIM$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [(r"\frac{1}{\mu_i(1-\mu_i)}", "holds"), (r"\frac{1}{\mu_i(1+\mu_i)}", "false"), (r"\frac{1}{\mu_i}", "false")],
)
def test_it_is_the_function_of_which_the_next_line_speaks(claim, verdict):
    assert line_by_line(PAGE.replace("CLAIM", claim)) == f"declares defines defines {verdict}"


def test_what_another_line_says_of_the_function_comes_first():
    page = r"""
Let $x \in \mathbb{R}$ and $g(x) = x^2$.

$$y = x + x = g(x)$$
"""
    assert judged(page).endswith("false")
