"""Matrices that are written out, block by block."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\begin{pmatrix} a & b \\ 0 & c \end{pmatrix}_{1,2} = b", "holds"),
        (r"\begin{pmatrix} x & y \end{pmatrix} \begin{pmatrix} a \\ b \end{pmatrix} = a x + b y", "holds"),
        (r"\begin{vmatrix} a & b \\ b & c \end{vmatrix} = a c - b^2", "holds"),
        (
            r"\begin{pmatrix} A & 0 \\ 0 & B \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix}"
            r" = \begin{pmatrix} A x \\ B y \end{pmatrix}",
            "holds",
        ),
        (r"\begin{aligned} a + b \end{aligned} = b + a", "holds"),
        (r"\begin{vmatrix} a & b \\ b & c \end{vmatrix} = a c + b^2", "false"),
        (r"\begin{pmatrix} x & y \end{pmatrix} \begin{pmatrix} a \\ b \end{pmatrix} = a y + b x", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\begin{pmatrix} a & b \\ c \end{pmatrix} = A", "rows of different lengths"),
        (r"\begin{pmatrix} a & \\ b & c \end{pmatrix} = A", "an empty entry"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
