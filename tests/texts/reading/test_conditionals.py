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


SAMPLES = r"""
Let $y_1, \dots, y_n \in \{0, 1\}$,
$x_1, \dots, x_n \in \mathbb{R}^d$, $w \in \mathbb{R}^d$ and $p_i = \sigma(w^\top x_i)$.
$$P(y_i \mid x_i, w) = p_i^{y_i} (1 - p_i)^{1 - y_i}$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\sum_{j=1}^n \log P(y_j \mid x_j, w) = \sum_{j=1}^n (y_j \log p_j + (1 - y_j) \log(1 - p_j))", "holds"),
        (r"\sum_{j=1}^n \log P(y_j \mid x_j, w) = \sum_{j=1}^n (y_j \log p_j - (1 - y_j) \log(1 - p_j))", "false"),
        (r"\sum_{j=1}^n P(y_j \mid x_1, w) = \sum_{j=1}^n p_j^{y_j} (1 - p_j)^{1 - y_j}", "unread"),
    ],
)
def test_two_arguments_of_one_sample_have_one_index(claim, verdict):
    assert last(SAMPLES + f"$${claim}$$").verdict == verdict
