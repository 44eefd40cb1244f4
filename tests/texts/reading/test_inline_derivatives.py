r"""``\partial q/\partial x`` and ``\partial_x q``: a derivative in a line."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
$$q = x^\top A x$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\partial q/\partial x = (A + A^\top) x", "holds"),
        (r"\partial_x q = (A + A^\top) x", "holds"),
        (r"\partial^2 q/\partial x_i \partial x_j = A_{ij} + A_{ji}", "holds"),
        (r"\partial q/\partial x = 2 A x", "holds-if"),
        (r"\partial_x q = A x", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\partial q = a", "∂ without a fraction"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
