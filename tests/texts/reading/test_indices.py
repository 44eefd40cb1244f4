"""What stands in the place of an index, and the entries it picks."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"(A x)_i = \sum_j A_{ij} x_j", "holds"),
        (r"(A B)_{ij} = \sum_k A_{ik} B_{kj}", "holds"),
        (r"\sum_{i=1}^{n-1} (x_{i+1} - x_i) = x_n - x_1", "holds"),
        (r"(A x)_i = \sum_j A_{ji} x_j", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"x_{1.5} = a", "an index that is no whole number"),
        (r"(2 A)_i = x", "one index on a matrix"),
        (r"(A x)_{ijk} = a", "an entry has one or two indices"),
        (r"\sum_{i=1}^{1000000} a = b", "a sum of more than 100,000 terms"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
