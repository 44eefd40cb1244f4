"""``A[i, j]``: entries as code writes them."""

import pytest

from tests.texts.checked import judged, last

PAGE = r"""
Let $A \in \mathbb{R}^{m\times n}$, $B \in \mathbb{R}^{n\times p}$, $a, b \in \mathbb{R}^n$, $c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"(AB)_{ik} = \sum_j A[i, j] B[j, k]", "holds"),
        (r"(Aa)_i = A[i, :] a", "holds"),
        (r"a^\top b = \sum_i a[i] b[i]", "holds"),
        (r"(A^\top A)_{ij} = A[:, i]^\top A[:, j]", "holds"),
        (r"\frac{\partial a^\top b}{\partial a[i]} = b[i]", "holds"),
        (r"a^\top b = \sum_i a[i] a[i]", "false"),
        (r"(Aa)_i = A[i, :] b", "false"),
        (r"c[a + b] = ca + cb", "holds"),
        (r"c[a - b] = ca + cb", "false"),
        (r"A[i, 0] = A_{i1}", "unread"),
    ],
)
def test_what_a_bracket_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


def test_a_label_as_an_index():
    page = PAGE + r"Let $y \in \{1, \dots, n\}^m$. $$L_i = -\log A[i, y_i]$$ $$L_i = \log A_{i,y_i}$$"
    assert judged(page) == "defines false"
