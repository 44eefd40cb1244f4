"""``p(t | w)``: a conditional name that the page defines."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $t, w \in \mathbb{R}$.
$$p(t \mid w) = \exp(-(t - w)^2)$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"p(t \mid w)^2 = \exp(-2(w - t)^2)", "holds"),
        (r"\log p(t \mid w) = -(t - w)^2", "holds"),
        (r"p(t \mid w)^2 = \exp(-2(t - w)^2)", "holds"),
        (r"\log p(t \mid w) = (t - w)^2", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"2 p(t, w \mid w) = 1", "which nothing defines for these arguments"),
        (r"2 q(t \mid w) = 1", "which nothing defines for these arguments"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
