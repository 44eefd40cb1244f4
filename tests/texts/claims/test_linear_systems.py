"""Equations to be solved for a column that nothing else gives."""

import pytest

from tests.texts.checked import last

GRADIENT = r"""
Let $X \in \mathbb{R}^{n \times d}$, $w \in \mathbb{R}^d$, $y \in \mathbb{R}^n$ and $J(w) = \|X w - y\|^2$.

$$\nabla J(w) = 2 X^\top (X w - y)$$

"""

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


def test_what_has_been_solved_for_is_put_in():
    solved = GRADIENT + "Setting the gradient to zero gives\n\n"
    assert last(solved + r"$$w = (X^\top X)^{-1} X^\top y$$").verdict == "holds"
    assert last(solved + r"$$w = 2 (X^\top X)^{-1} X^\top y$$").verdict == "false"
