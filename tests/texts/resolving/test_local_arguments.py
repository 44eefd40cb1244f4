"""The arguments of a function are its own, also where the page has arrays of the same names."""

import pytest

from tests.texts.checked import judged

PAGE = r"""
The labels are $y \in \mathbb{R}^n$. Per example

$$\ell(s, y) = -y \log\sigma(s) - (1 - y)\log(1 - \sigma(s))$$
$$\frac{d\ell(s, y)}{ds} = CLAIM$$
$$\frac{d\ell(s, y)}{ds} = \sigma(s) - y$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"), [(r"\sigma(s) - y", "holds"), (r"y - \sigma(s)", "false"), (r"\sigma(s) + y", "false")]
)
def test_a_number_may_have_the_name_of_a_column(claim, verdict):
    assert judged(PAGE.replace("CLAIM", claim)) == f"defines {verdict} holds"


def test_what_is_written_for_columns_is_of_columns():
    page = r"""
Let $x, y \in \mathbb{R}^n$ and

$$\ell(x, y) = x^\top y$$
$$\frac{\partial \ell(x, y)}{\partial x} = x$$
$$\frac{\partial \ell(x, y)}{\partial x} = y^\top$$
"""
    assert judged(page) == "defines false false"
