"""Equations that say what a model ought to give."""

import pytest

from tests.texts.checked import judged

PAGE = r"""
Let $X \in \mathbb{R}^{n \times d}$ and $w \in \mathbb{R}^d$.

$$y = X w$$

$$J(w) = \frac{1}{2} (X w - y)^\top (X w - y)$$

$$\nabla_w J = CLAIM$$

$$y = X w$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"X^\top (X w - y)", "holds"),
        (r"X^\top X w - X^\top y", "holds"),
        (r"X^\top (y - X w)", "false"),
        (r"2 X^\top (X w - y)", "false"),
        (r"0 \cdot w", "false"),
    ],
)
def test_a_loss_is_not_zero_whatever_is_drawn(claim, verdict):
    assert judged(PAGE.replace("CLAIM", claim)) == f"supposes defines {verdict} supposes"


def test_a_definition_that_leaves_the_loss_alone_is_one():
    page = PAGE.replace("(X w - y)^\\top (X w - y)", "y^\\top y").replace("CLAIM", r"X^\top X w")
    assert judged(page) == "defines defines holds holds"
