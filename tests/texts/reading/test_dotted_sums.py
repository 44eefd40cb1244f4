r"""``x_1 + x_2 + \cdots + x_n``: the general term from the first and the last."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"x_1 + x_2 + \cdots + x_n = \sum_i x_i", "holds"),
        (r"x_1 y_1 + \dots + x_n y_n = x^\top y", "holds"),
        (r"x_1 y_1 + \dots + x_n y_n = \sum_i x_i", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"x_1 + x_3 + \dots + x_n = a", "this term does not continue the pattern"),
        (r"x_1 - x_2 + \dots + x_n = a", "dots between terms that do not show a pattern"),
        (r"a + \dots + b = c", "dots that do not start with a number"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
