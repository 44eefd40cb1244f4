"""Factors side by side, with operators and slashes between them."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"a b c = c b a", "holds"),
        (r"x^\top A y = y^\top A^\top x", "holds"),
        (r"x \odot y = y \odot x", "holds"),
        (r"1/2 (a + b) = \frac{a + b}{2}", "holds"),
        (r"a/b + a/b = \frac{2a}{b}", "holds"),
        (r"1/n \sum_i x_i = \frac{1}{n} \sum_i x_i", "holds"),
        (r"A B = B A", "false"),
        (r"1/2 (a + b) = \frac{1}{2 (a + b)}", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"a/b c = c", "a/bc can be (a/b)c or a/(bc)"),
        (r"a \oplus b = c", "no such operation"),
        (r"a \cdot = b", "a factor is missing after this"),
        (r"a/ = b", "missing after this"),
        (r"a {- b} = c", "a sign at the start of a group behind a factor"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
