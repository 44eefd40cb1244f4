r"""``f(x)|_{x = a}``: what something is where a letter has a value."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$, $a, b \in \mathbb{R}$ and $f : \mathbb{R} \to \mathbb{R}$.
$$q = x^\top A x + b$$
$$h = a b$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\left. a^2 + b \right|_{a = 2} = 4 + b", "holds"),
        (r"\left. a^2 + b \right|_{a = 2} = 2 + b", "false"),
        (r"\left. \frac{d}{da} a^3 \right|_{a = b} = 3 b^2", "holds"),
        (r"\left. \frac{d}{da} a^3 \right|_{a = b} = 3 a^2", "false"),
        (r"\frac{d}{da} a^3 \Big|_{a = 1} = 3", "holds"),
        (r"\frac{d}{da} a^3 \Big|_{a = 1} = 2", "false"),
        (r"x^\top \frac{\partial q}{\partial x} \bigg\rvert_{x = 0} = a", "unread"),
        (r"\frac{\partial q}{\partial x} \bigg|_{x = y} = (A + A^\top) y", "holds"),
        (r"\frac{\partial q}{\partial x} \bigg|_{x = y} = (A + A^\top) x", "false"),
        (r"q|_{x = 0} = b", "holds"),
        (r"q|_{x = 0, b = 1} = 1", "holds"),
        (r"h|_{a = 2} = 2 b", "holds"),
        (r"h|_{a = 2} = b", "false"),
        (r"b + a|_{a = 2} = b + 2", "holds"),
        (r"f(a)|_{a = 2} = f(2)", "holds"),
        (r"f(a)|_{a = 2} = f(b)", "false"),
        (r"\left. \left(a + b\right)^2 \right|_{a = 0} = b^2", "holds"),
        (r"\left. a b \right|_{a = 2} b = 2 b^2", "holds"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"a f(a)|_{a = 0} = 0", "a bar behind several factors"),
        (r"f(a)|_{2} = f(2)", "which letter has a value"),
        (r"q|_{h = 1} = q", "h has its value from elsewhere"),
        (r"q|_{x \in S} = q", "which letter has a value"),
        (r"x_i|_{x_i = 1} = 1", "no letter of its own"),
        (r"|_{a = 1} = 1", "did not expect"),
        (r"q|_{= 1} = 1", "which letter has a value"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
