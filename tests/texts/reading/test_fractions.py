r"""``\frac{a}{b}``: a quotient, entry by entry."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\frac{a}{b} = a b^{-1}", "holds"),
        (r"\left(\frac{x}{y}\right)_i = \frac{x_i}{y_i}", "holds"),
        (r"2{a \over b} = 2a / b", "holds"),
        (r"\frac12 a = 0.5 a", "holds"),
        (r"{\frac{a}{b}}^2 = \frac{a^2}{b^2}", "holds"),
        (r"\frac{a}{b} = \frac{b}{a}", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\frac{a}{b, c} = a", "a list of expressions where one is expected"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
