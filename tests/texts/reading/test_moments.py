r"""``\mathbb{E}[x]``, ``\mathrm{Var}(x)``, ``\mathrm{Cov}(x, y)`` over what the page calls random."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $x \sim \mathcal{N}(0, s^2)$ with $s > 0$, let $y \sim \mathcal{N}(1, 1)$ be independent of
$x$, and $a \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\mathbb{E}[a x] = 0", "holds"),
        (r"\mathrm{Var}(a x) = a^2 s^2", "holds"),
        (r"\mathrm{Cov}(x, x) = s^2", "holds"),
        (r"\mathbb{E}[x]^2 = 0", "holds"),
        (r"\mathbb{E}_x[x^2] = s^2", "holds"),
        (r"\mathrm{Var}(a x) = a s^2", "false"),
        (r"\mathbb{E}[x^2] = s", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\mathbb{E}_a[x] = 0", "a mean over what is not random"),
        (r"\mathrm{Cov}(x) = s^2", "covariance of 1 quantities"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason


def test_where_nothing_is_random_there_is_no_mean():
    verdict = last(r"Let $z \in \mathbb{R}$." + "\n" + r"$$\mathbb{E}[z] = z$$")
    assert (verdict.verdict, verdict.reason) == ("unread", "a mean, but nothing here is random")
