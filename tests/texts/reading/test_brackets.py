"""Brackets: an expression, a column or a row, or a condition as a number."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"(a + b) c = a c + b c", "holds"),
        (r"2 (a, b)^\top = (2a, 2b)", "holds"),
        (r"[a, b] = (a, b)", "false"),
        (r"[a > 0] a = \max(0, a)", "holds"),
        (r"\{a + b\} c = a c + b c", "holds"),
        (r"2 (a, b) = \begin{pmatrix} 2a \\ 2b \end{pmatrix}", "holds"),
        (r"2 [a, b] = \begin{pmatrix} 2a & 2b \end{pmatrix}", "holds"),
        (r"(f(a))' = f'(a)", "holds"),
        (r"(a + b) c = a + b c", "false"),
        (r"(a, b) = (b, a)", "false"),
        (r"[a > 0] a = a", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"(a + b)_{x > 0} = a", "a condition below this"),
        (r"(a + b)^{(2)} = a", "a label on a group"),
        (r"(a + b)_{\text{old}} = a", "a label on a group: old"),
        (r"(a + b)' = 1", "a prime on a group with more than one variable"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
