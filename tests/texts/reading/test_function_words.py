r"""``\exp(z)``, ``\log p``: a function by its word."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\exp(a + b) = \exp(a) \exp(b)", "holds"),
        (r"\exp(x)_i = \exp(x_i)", "holds"),
        (r"\sin^2(a) + \cos^2(a) = 1", "holds"),
        (r"\mathrm{tr}(A B) = \mathrm{tr}(B A)", "holds"),
        (r"\log(a^2 + 1) = \log(2) \log_2(a^2 + 1)", "holds"),
        (r"\log e^a e^b = a + b", "holds"),
        (r"\tanh'(a) = 1 - \tanh^2(a)", "holds"),
        (r"\exp a \exp b = \exp(a + b)", "holds"),
        (r"\mathrm{diag}(x_1, \dots, x_n) y = x \odot y", "holds"),
        (r"\operatorname{diag}(x_1, x_2, \ldots, x_n) = \mathrm{diag}(x)", "holds"),
        (r"\mathrm{diag}(x_1, \dots, x_n) y = x + y", "false"),
        (r"\exp(a + b) = \exp(a) + \exp(b)", "false"),
        (r"\mathrm{tr}(A B) = \mathrm{tr}(A) \mathrm{tr}(B)", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\mathrm{diag}(A)^{-1} x = y", "diag of a matrix, inverted"),
        (r"a = \exp", "exp without an argument"),
        (r"\exp(a, b) = a", "exp with 2 arguments"),
        (r"\mathrm{tr}'(A) = a", "tr with a prime"),
        (r"\exp^{[2]}(a) = b", "exp with this above it"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
