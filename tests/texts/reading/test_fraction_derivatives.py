r"""``\frac{\partial q}{\partial x}``, ``\frac{d}{dx}``: a fraction of differentials."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
$$q = x^\top A x$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\frac{\partial q}{\partial x} = (A + A^\top) x", "holds"),
        (r"\frac{\partial}{\partial a} \sin(a b) = b \cos(a b)", "holds"),
        (r"\frac{d}{da} (a^3 + b) = 3a^2", "holds"),
        (r"\frac{\partial^2 q}{\partial x_i \partial x_j} = A_{ij} + A_{ji}", "holds"),
        (r"\frac{d^2}{da^2} a^3 = 6a", "holds"),
        (r"\frac{\partial}{\partial a} \sum_i a x_i = \sum_i x_i", "holds"),
        (r"\frac{\partial q}{\partial x} = 2 A x", "holds-if"),
        (r"\frac{d}{da} (a^3 + b) = 3a^2 + 1", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\frac{\partial^2 q}{\partial x_1} = a", "the order of this derivative differs above and below"),
        (r"a = \frac{d}{da}", "a derivative of nothing"),
        (r"\frac{d}{da} (a)(b) = b", "write brackets"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
