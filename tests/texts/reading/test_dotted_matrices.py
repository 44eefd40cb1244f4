"""Matrices with dots: the general entry, from the corners."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""
CORNERS = (
    r"\begin{pmatrix} A_{11} & \cdots & A_{1n} \\ \vdots & \ddots & \vdots \\"
    r" A_{n1} & \cdots & A_{nn} \end{pmatrix}"
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"x = \begin{pmatrix} x_1 \\ \vdots \\ x_n \end{pmatrix}", "holds"),
        (
            rf"A = {CORNERS}",
            "holds",
        ),
        (r"\begin{pmatrix} a x_1 & a x_2 & \cdots & a x_n \end{pmatrix} = a x^\top", "holds"),
        (
            rf"A^\top = {CORNERS}",
            "false",
        ),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (
            r"x = \begin{pmatrix} x_1 \\ x_3 \\ \vdots \\ x_n \end{pmatrix}",
            "this entry does not follow the pattern of the corners",
        ),
        (r"x = \begin{pmatrix} x_2 \\ \vdots \\ x_n \end{pmatrix}", "an index in dots that does not start at 1"),
        (r"\begin{pmatrix} \vdots \end{pmatrix} = x", "dots where no pattern can be seen"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
