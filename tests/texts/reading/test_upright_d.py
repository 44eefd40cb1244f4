r"""``\mathrm{d}F``: how F changes, to first order, when its letters change."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, X, \mathrm{d}X \in \mathbb{R}^{n\times n}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\mathrm{d}(X X) = (\mathrm{d}X) X + X \mathrm{d}X", "holds"),
        (r"\mathrm{d}\,\mathrm{tr}(A X) = \mathrm{tr}(A \, \mathrm{d}X)", "holds"),
        (r"\mathrm{d}(A X)^\top = (\mathrm{d}X)^\top A^\top", "holds"),
        (r"\mathrm{d}(X X) = 2 X \mathrm{d}X", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\mathrm{d}^2 X = A \mathrm{d}X", "a differential of higher order"),
        (r"\mathrm{d}\,\mathrm{tr} A = \mathrm{d}X", "d of a function without brackets"),
        (r"\mathrm{d}(A A) = A \mathrm{d}X", "nothing in it has an increment"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
