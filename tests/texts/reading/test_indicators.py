r"""``\mathbb 1[z > 0]``: 1 where a condition is met, else 0."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\mathbb{1}[a > 0] a = \max(0, a)", "holds"),
        (r"\mathbf 1_{x > 0} \odot x = \max(0, x)", "holds"),
        (r"\sum_k \mathbb{I}(i = k) x_k = x_i", "holds"),
        (r"\mathbb{1}[a > 0] + \mathbb{1}[a \le 0] = 1", "holds"),
        (r"1(i = k) x_k = 1(k = i) x_i", "holds"),
        (r"\sum_k 1(i == k) x_k = x_i", "holds"),
        (r"\sum_k 1\{k = i\} x_k = x_i", "holds"),
        (r"\sum_k 1_{k = i} x_k = x_i", "holds"),
        (r"\sum_k [k = i] x_k = x_i", "holds"),
        (r"\sum_k \mathbb{1}_{[k = i]} x_k = x_i", "holds"),
        (r"\sum_k \mathbf{1}_{(k = i)} x_k = x_i", "holds"),
        (r"\sum_k 1_{\{k = i\}} x_k = x_i", "holds"),
        (r"\sum_k \mathrm{1}\{k = i\} x_k = x_i", "holds"),
        (r"\sum_k \llbracket k = i \rrbracket x_k = x_i", "holds"),
        (r"\sum_k \mathbb{1}_{[k \ne i]} x_k = x_i", "false"),
        (r"\sum_k 1(i != k) x_k = x_i", "false"),
        (r"\sum_k 1\{k \ne i\} x_k = x_i", "false"),
        (r"\sum_k [k = i] x_k = 2x_i", "false"),
        (r"\mathbb{1}[a > 0] a = |a|", "false"),
        (r"\sum_k \mathbb{I}(i \ne k) x_k = x_i", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\mathbb{1}[a \approx 0] = b", "a condition with \\approx"),
        (r"\mathbb{1}[x \in S] = b", "a set that is not spelled out"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
