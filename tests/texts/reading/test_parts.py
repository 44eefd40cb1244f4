r"""``b_{1:h}``, ``A_{1:d,\,:}``: neighbouring rows and columns, counted from 1."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A \in \mathbb{R}^{2h\times n}$ and $b \in \mathbb{R}^{2h}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\begin{pmatrix} A_{1:h,:} \\ A_{h+1:2h,:} \end{pmatrix} = A", "holds"),
        (r"b_{1:h}^\top b_{1:h} + b_{h+1:2h}^\top b_{h+1:2h} = b^\top b", "holds"),
        (r"(A_{i,:})_j = A_{ij}", "holds"),
        (r"A_{:,j} = A_{:,j:j}", "unread"),
        (r"A_{1:h,:} = A_{h+1:2h,:}", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"b_{0:h} = b", "a range from 1 to the last row, or one of Python?"),
        (r"b_{3:2} = b", "a range that ends before it begins"),
        (r"\|A_{1:3h,:}\|^2 = \|A\|^2", "the range ends beyond"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
