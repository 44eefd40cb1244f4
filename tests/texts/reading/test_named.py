"""Names with scripts: which symbol it is, and what is done to it."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"A^\top_{ij} = A_{ji}", "holds"),
        (r"(A^{-1})^\top = (A^\top)^{-1}", "holds"),
        (r"A^2 = A A", "holds"),
        (r"a^{-1} a = 1", "holds"),
        (r"A^{\odot 2} = A \odot A", "holds"),
        (r"{x_i}^2 = x_i x_i", "holds"),
        (r"A^\top_{ij} = A_{ij}", "false"),
        (r"A^{\odot 2} = A A", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"2 a' = b", "a prime on what is no function"),
        (r"A^{-1}_{ij} = a", "an entry of the inverse, or 1 over an entry?"),
        (r"2 a_i = b", "which is a number"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
