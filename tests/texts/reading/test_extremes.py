r"""``\max_i x_i``: the largest value over an index."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\max_i (a + x_i) = a + \max_i x_i", "holds"),
        (r"\max_i x_i = \max(x)", "holds"),
        (r"\min_i x_i = -\max_i (-x_i)", "holds"),
        (r"\max_i (a x_i) = a \max_i x_i", "false"),
        (r"\max_i x_i = \min_i x_i", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"2 a = \max_i", "nothing stands here"),
        (r"\max_z x_i = a", "the range of the index z is not known"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
