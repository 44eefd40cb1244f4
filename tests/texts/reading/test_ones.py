r"""``\mathbf 1``, ``\mathbf 1_n``, ``\mathbf 0``: columns of ones and zeros."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\mathbf{1}^\top x = \sum_i x_i", "holds"),
        (r"\mathbf 1_n^\top \mathbf 1_n = n", "holds"),
        (r"A - A = \mathbf 0", "holds"),
        (r"x \mathbf 1^\top y = x \sum_i y_i", "holds"),
        (r"(A \mathbf{1})_i = \sum_j A_{ij}", "holds"),
        (r"\mathbf{1}^\top x = n", "false"),
        (r"A \mathbf 1 = A^\top \mathbf 1", "false"),
        (r"\mathbb{1}^\top x = x^\top \mathbb{1}", "holds"),
        (r"x^\top \mathbb{1} = n", "false"),
        (r"(A + a \mathbb{1}) x = A x + a x", "holds"),  # where only a square matrix fits it is the identity
        (r"(A + a \mathbb{1}) x = A x - a x", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\mathbf 1_{x \sim y} = a", "a condition with \\sim"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
