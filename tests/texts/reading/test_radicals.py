r"""``\sqrt{x}``, ``\sqrt[3]{x}``."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\sqrt{a^2} = |a|", "holds"),
        (r"\sqrt{x \odot x}_i = |x_i|", "holds"),
        (r"\sqrt[4]{a^4} = |a|", "holds"),
        (r"\sqrt{a^2 + b^2}^2 = a^2 + b^2", "holds"),
        (r"\sqrt{a^2} = a", "false"),
        (r"\sqrt{a^2 + b^2} = |a| + |b|", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\sqrt{a, b} = a", "a list of expressions where one is expected"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
