"""``|a|``, ``|A|``, ``⟨x, y⟩``."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"|a|^2 = a^2", "holds"),
        (r"|A B| = |A| |B|", "holds"),
        (r"\langle x, y \rangle = x^\top y", "holds"),
        (r"\langle A, B \rangle = \mathrm{tr}(A^\top B)", "holds"),
        (r"|x|^2 = x^\top x", "holds"),
        (r"|x - y|_2^2 = \|x - y\|^2", "holds"),
        (r"x^\top y \le |x||y|", "holds"),
        (r"\frac{1}{n} \sum_i x_i^2 = \frac{|x|^2}{n}", "holds"),
        (r"\nabla_x |x|^2 = 2x", "holds"),
        (r"|a||b| = |ab|", "holds"),
        (r"|x + y|^2 = |x|^2 + |y|^2", "false"),
        (r"|x||y| = x^\top y", "false"),
        (r"\nabla_x |x|^2 = x", "false"),
        (r"|a + b| = |a| + |b|", "false"),
        (r"|A + B| = |A| + |B|", "false"),
        (r"\langle A, B \rangle = \mathrm{tr}(A B)", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"|x| = a", "bars around what is neither a number nor a square matrix"),
        (r"\langle x \rangle = a", "⟨ ⟩ needs two arguments"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
