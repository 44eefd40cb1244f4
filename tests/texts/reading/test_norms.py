"""``‖x‖``, ``‖x‖_1``, ``‖A‖_F^2``."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\|x\|^2 = x^\top x", "holds"),
        (r"\|x\|_1 = \sum_i |x_i|", "holds"),
        (r"\|A\|_F^2 = \mathrm{tr}(A^\top A)", "holds"),
        (r"\|x\|_\infty = \max_i |x_i|", "holds"),
        (r"\|x\|_2^2 = x^\top x", "holds"),
        (r"\|x\|^4 = (x^\top x)^2", "holds"),
        (r"\|A\|_2 = \|A\|_F", "false"),
        (r"\|x + y\|^2 = \|x\|^2 + \|y\|^2", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\|x\|_7 = a", "no such norm"),
        (r"\|x\|^\top = a", "a norm with this above it"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
