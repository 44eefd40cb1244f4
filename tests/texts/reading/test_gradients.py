"""``∇_x q``, ``∇²q``: gradients and Hessians."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
$$q = x^\top A x$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\nabla_x q = (A + A^\top) x", "holds"),
        (r"\nabla_x q \, y^\top = (A + A^\top) x y^\top", "holds"),
        (r"\nabla^2_x q = A + A^\top", "holds"),
        (r"\nabla_x^\top q = x^\top (A + A^\top)", "holds"),
        (r"\nabla_x q = 2 A x", "holds-if"),
        (r"\nabla^2_x q = 2 A", "holds-if"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"a = \nabla_x", "∇ of nothing"),
        (r"\nabla q = x", "∇ does not say by what"),
        (r"\nabla_x^3 q = a", "above ∇ only a 2 or a transpose is read"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
