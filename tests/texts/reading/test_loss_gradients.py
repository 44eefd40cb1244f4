"""``dW``: the gradient of the loss of the page."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $W \in \mathbb{R}^{K\times d}$, $X \in \mathbb{R}^{d\times n}$.
$$Z = W X$$
$$L = \|Z\|_F^2$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"dZ = 2 Z", "holds"),
        (r"dW = 2 Z X^\top", "holds"),
        (r"dZ^\top = 2 Z^\top", "holds"),
        (r"dL/dW = 2 Z X^\top", "holds"),
        (r"dW = 2 X Z^\top", "false"),
        (r"dZ = Z", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"dV = 2 Z", "V is neither declared nor defined"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason


def test_without_a_loss_there_is_no_gradient():
    verdict = last(r"Let $W \in \mathbb{R}^{K\times d}$." + "\n$$2 dW = W$$")
    assert (verdict.verdict, verdict.reason) == (
        "unread",
        "the gradient of no loss: the page defines none that is a number",
    )
