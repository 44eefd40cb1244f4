r"""``\mathcal{O}(h^2)``."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $x, h \in \mathbb{R}^n$, and $f(x) = x^\top x$.
"""


@pytest.mark.parametrize(
    "claim",
    [
        r"f(x + h) = f(x) + 2x^\top h + \mathcal{O}(\|h\|^2)",
        r"f(x + h) = f(x) + 3x^\top h + \mathcal{O}(\|h\|^2)",
    ],
)
def test_it_is_no_function(claim):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, verdict.code) == ("unread", "unknown-operation")


def test_a_loss_of_the_page_is_one():
    page = PAGE + r"Let $\mathcal{O} : \mathbb{R}^n \to \mathbb{R}$. $$\mathcal{O}(x + h) = \mathcal{O}(h + x)$$"
    assert last(page).verdict == "holds"
