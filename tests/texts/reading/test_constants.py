"""Names that mean something unless the page says otherwise: e, π, δ, I."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"e^a e^b = e^{a + b}", "holds"),
        (r"\sin(a + \pi) = -\sin(a)", "holds"),
        (r"\cos(a + \pi) = -\cos(a)", "holds"),
        (r"\sum_j \delta_{ij} x_j = x_i", "holds"),
        (r"A I = A", "holds"),
        (r"\sum_k \delta_{ik} A_{kj} = A_{ij}", "holds"),
        (r"e_i^\top x = x_i", "holds"),
        (r"A e_j = \sum_k A_{kj} e_k", "holds"),
        (r"\sum_j \delta_{ij} x_j = x_j", "false"),
        (r"e^a e^b = e^{a b}", "false"),
        (r"A e_i = x", "supposes"),  # of letters that are all given
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"2 I^{[2]} = A", "a label that nothing explains"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason


def test_a_name_of_the_page_wins():
    assert last(r"Let $e \in \mathbb{R}$." + "\n$$2 e^2 = 2 e e$$").verdict == "holds"
    assert (
        last(r"Let $e \in \mathbb{R}$." + "\n" + r"$$2 e = 5.43656365691809$$").verdict == "supposes"
    )  # of the constant it holds
