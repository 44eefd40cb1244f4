"""A brace with cases: a value for every condition."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\begin{cases} a & \text{if } a > 0 \\ 0 & \text{otherwise} \end{cases} = \max(0, a)", "holds"),
        (r"\begin{cases} x_i & i = j \\ 0 & i \ne j \end{cases} = x_j \delta_{ij}", "holds"),
        (r"\begin{cases} x, & x > 0 \\ 0, & x \le 0 \end{cases} = \max(0, x)", "holds"),
        (
            r"\begin{cases} 1 & \text{if } a > 0 \text{ and } b < 1 \\ 0 & \text{otherwise} \end{cases}"
            r" = \mathbb{1}[a > 0] \, \mathbb{1}[b < 1]",
            "holds",
        ),
        (
            r"\begin{cases} 1 & \text{if } a > 0 \text{ and } b < 1 \\ 0 & \text{otherwise} \end{cases}"
            r" = \mathbb{1}[a > 0] \, \mathbb{1}[b > 1]",
            "false",
        ),
        (r"\begin{cases} a & \text{if } a > 0 \\ 0 & \text{otherwise} \end{cases} = |a|", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\begin{cases} a \\ b \end{cases} = c", "a case without its condition"),
        (
            r"\begin{cases} a & \text{if it rains} \\ b & \text{otherwise} \end{cases} = c",
            "a case whose condition is in words",
        ),
        (r"\begin{cases} a & b & c \end{cases} = a", "a row of cases has a value and a condition"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
