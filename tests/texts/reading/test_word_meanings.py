r"""What each function word does: ``\mathrm{tr}``, ``\det``, ``\mathrm{vec}``, ``\mathrm{diag}``, ``\max(a, b)``."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $M \in \mathbb{R}^{m\times n}$,
$x, y \in \mathbb{R}^n$ and $a, b \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\det(A B) = \det(B) \det(A)", "holds"),
        (r"\mathrm{vec}(A x y^\top) = y \otimes A x", "holds"),
        (r"\mathrm{diag}(x) y = x \odot y", "holds"),
        (r"\mathrm{diag}(\mathrm{diag}(x)) = x", "holds"),
        (r"\mathrm{diag}(a, b) = \begin{pmatrix} a & 0 \\ 0 & b \end{pmatrix}", "holds"),
        (r"\max(a, b) = a + \max(0, b - a)", "holds"),
        (r"\min(a, b) + \max(a, b) = a + b", "holds"),
        (r"\mathrm{sum}(x) = n \,\mathrm{mean}(x)", "holds"),
        (r"\det(A + B) = \det(A) + \det(B)", "false"),
        (r"\min(a, b) = \max(a, b)", "false"),
        (r"\mathrm{vec}(A x y^\top) = A x \otimes y", "false"),
        (r"\mathrm{tr}(M) = a", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\mathrm{tr}(A, B) = a", "tr with 2 arguments"),
        (r"\det'(A) = a", "det with a prime"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
