r"""What one differentiates by: ``\partial x_i``, ``\partial s^2``, ``\partial x^\top``, vec of a matrix."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A \in \mathbb{R}^{n\times n}$, $x \in \mathbb{R}^n$ and $s > 0$.
$$q = x^\top A x$$
$$r = s^4$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\frac{\partial q}{\partial x_i} = \sum_j (A_{ij} + A_{ji}) x_j", "holds"),
        (r"\frac{\partial q}{\partial x^\top} = x^\top (A + A^\top)", "holds"),
        (r"\frac{\partial q}{\partial A_{ij}} = x_i x_j", "holds"),
        (r"\frac{\partial q}{\partial\,\mathrm{vec}(A)} = \mathrm{vec}(x x^\top)", "holds"),
        (r"\frac{\partial r}{\partial s^2} = 2 s^2", "holds"),
        (r"\frac{\partial q}{\partial x_i} = 2 \sum_j A_{ij} x_j", "holds-if"),
        (r"\frac{\partial r}{\partial s^2} = 4 s^3", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\frac{\partial r}{\partial s^4} = 1", "a derivative by a power"),
        (r"\frac{\partial q}{\partial u} = 1", "u is neither declared nor defined"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
