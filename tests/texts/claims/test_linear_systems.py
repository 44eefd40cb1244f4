"""Equations to be solved for a column that nothing else gives."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $X \in \mathbb{R}^{n \times d}$, $w, v \in \mathbb{R}^d$, $y \in \mathbb{R}^n$ and $\lambda > 0$.

$$A = X^\top X$$

$$b = X^\top y$$

$$g = A v$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"A w = b", "supposes"),
        (r"(A + \lambda I) w = b", "supposes"),
        (r"X^\top X v = g", "holds"),
        (r"2 X^\top X v = g", "false"),
        (r"y^\top X w = v^\top b", "false"),
        (r"A (w - v) = A w - g", "holds"),
        (r"A (w - v) = A w + g", "false"),
        (r"g = b", "false"),
    ],
)
def test_what_is_told(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict
