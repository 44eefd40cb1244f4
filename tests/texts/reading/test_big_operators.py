"""Σ and Π: what stands below says over what they run, and they run on to the sign of their level."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\sum_{i=1}^n x_i y_i = x^\top y", "holds"),
        (r"\sum_i x_i y_i = x^\top y", "holds"),
        (r"\sum_{i=2}^{n} x_i = \sum_i x_i - x_1", "holds"),
        (r"\sum_{i,j=1}^n x_i A_{ij} y_j = x^\top A y", "holds"),
        (r"\sum_{k \ne i} x_k = \sum_k x_k - x_i", "holds"),
        (r"\sum_i x_i y_i + a = a + x^\top y", "holds"),
        (r"\prod_{i=1}^2 (a + b) = (a + b)^2", "holds"),
        (r"\sum_{i \in \{1, \dots, n\}} x_i = \sum_i x_i", "holds"),
        (r"\sum_{k=1, k \ne i}^n x_k = \sum_k x_k - x_i", "holds"),
        (r"\sum_{\substack{k=1 \\ k \ne i}}^{n} x_k = \sum_k x_k - x_i", "holds"),
        (r"\sum_{k \ne i}^n x_k = \sum_k x_k - x_i", "holds"),
        (r"\sum_{k \ne i, k=1}^n x_k = \sum_k x_k - x_i", "holds"),
        (r"\sum_{k \in \{1, \dots, n\}, k \ne i} x_k = \sum_k x_k - x_i", "holds"),
        (r"\sum_{i=1}^n \sum_{k=1, k \ne i}^n A_{ik} = \sum_{i,k} A_{ik} - \mathrm{tr}(A)", "holds"),
        (r"\sum_{k=1, k \ne i}^n x_k = \sum_k x_k", "false"),
        (r"\sum_{\substack{k=1 \\ k \ne i}}^{n} x_k = \sum_k x_k + x_i", "false"),
        (r"\sum_{k \ne i}^n x_k = \sum_k x_k", "false"),
        (r"\sum_{i=1}^n x_i y_i = x y^\top", "false"),
        (r"\sum_{k \ne i} x_k = \sum_k x_k + x_i", "false"),
        (r"\prod_{i=1}^2 (a + b) = 2 (a + b)", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\int x = a", "no such operation"),
        (r"\sum_{i=1, j=1}^n x_i = a", "a condition below a sum that does not speak of its index"),
        (r"\sum_{i \in S} x_i = a", "a set that is not spelled out"),
        (r"a = \sum_i", "nothing stands under this sum"),
        (r"\sum_{i=1}_j ^n x_i = a", "two scripts on one side of a sum"),
        (r"\sum_{i=1}^n x_i^2 \sum_{j=1}^A x_j = a", "the bounds of a sum are no numbers"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
