"""Differentials on a page that declares increments, and commutation matrices: read, and damaged ones caught."""

import pytest

from mlp_theory.texts.check import check_text
from tests.texts.checked import last

LETTERS = r"""
Let $A, X, \mathrm{d}X \in \mathbb{R}^{m \times m}$, $W, \mathrm{d}W \in \mathbb{R}^{K \times d}$, $x \in \mathbb{R}^d$,
$R \in \mathbb{R}^{m \times n}$. Here $K_{m,n}$ is the commutation matrix.
$$F = A X A$$
$$z = W x$$
$$p = \mathrm{softmax}(z)$$
$$L = \mathrm{lse}(z)$$
$$G = \frac{\partial L}{\partial W}$$
"""


def verdict(equation, letters=LETTERS):
    return last(f"{letters}\n$${equation}$$\n").verdict


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"\mathrm{d}F = A (\mathrm{d}X) A", r"\mathrm{d}F = A (\mathrm{d}X)^\top A"),
        (r"\mathrm{d}F^\top = A^\top (\mathrm{d}X)^\top A^\top", r"\mathrm{d}F^\top = A (\mathrm{d}X) A"),
        (r"\mathrm{d}X^{-1} = -X^{-1} (\mathrm{d}X) X^{-1}", r"\mathrm{d}X^{-1} = X^{-1} (\mathrm{d}X) X^{-1}"),
        (r"\mathrm{d}(X X) = X \mathrm{d}X + (\mathrm{d}X) X", r"\mathrm{d}(X X) = 2 X \mathrm{d}X"),
        (
            r"\mathrm{d}\,\mathrm{tr}(X) = \mathrm{tr}(\mathrm{d}X)",
            r"\mathrm{d}\,\mathrm{tr}(X) = -\mathrm{tr}(\mathrm{d}X)",
        ),
        (r"\mathrm{d}z = (\mathrm{d}W) x", r"\mathrm{d}z = 2 (\mathrm{d}W) x"),
        (
            r"\mathrm{d}p = (\mathrm{diag}(p) - p p^\top) \mathrm{d}z",
            r"\mathrm{d}p = (\mathrm{diag}(p) + p p^\top) \mathrm{d}z",
        ),
        (r"\mathrm{d}L = p^\top (\mathrm{d}W) x", r"\mathrm{d}L = -p^\top (\mathrm{d}W) x"),
        (r"\mathrm{d}G = (\mathrm{d}p) x^\top", r"\mathrm{d}G = -(\mathrm{d}p) x^\top"),
        (
            r"\mathrm{vec}(\mathrm{d}F) = (A^\top \otimes A) \mathrm{vec}(\mathrm{d}X)",
            r"\mathrm{vec}(\mathrm{d}F) = (A \otimes A^\top) \mathrm{vec}(\mathrm{d}X)",
        ),
        (r"\mathrm{vec}(R^\top) = K_{m,n} \mathrm{vec}(R)", r"\mathrm{vec}(R^\top) = K_{n,m} \mathrm{vec}(R)"),
        (r"\mathrm{vec}(R^\top) = K_{mn} \mathrm{vec}(R)", r"\mathrm{vec}(R^\top) = -K_{mn} \mathrm{vec}(R)"),
    ],
)
def test_it_holds_as_it_should_be_and_is_false_when_damaged(right, wrong):
    assert verdict(right) == "holds"
    assert verdict(wrong) == "false"


@pytest.mark.parametrize(
    "equation",
    [
        r"\mathrm{d}A = 0",  # of what has no increment nothing is said
        r"\mathrm{d} = 0",
        r"\mathrm{d}^2 L = 0",
        r"\mathrm{d}\mathrm{d}L = 0",
        r"\mathrm{d}\,\mathrm{tr} X = \mathrm{tr}(\mathrm{d}X)",
    ],
)
def test_what_is_not_understood_is_unread(equation):
    assert verdict(equation) == "unread"


def test_an_increment_of_another_shape_is_unread():
    letters = r"Let $X \in \mathbb{R}^{m \times n}$, $\mathrm{d}X \in \mathbb{R}^{n \times m}$." + "\n\n$$F = X^\\top$$"
    assert verdict(r"\mathrm{d}F = \mathrm{d}X", letters) == "unread"


def test_increments_of_which_one_is_made_of_the_other_are_unread():
    letters = LETTERS + r"Let $\mathrm{d}z \in \mathbb{R}^K$."
    assert verdict(r"\mathrm{d}p = (\mathrm{diag}(p) - p p^\top) \mathrm{d}z", letters) == "unread"


def test_without_increments_an_upright_d_is_the_gradient_that_it_was():
    page = r"Let $W \in \mathbb{R}^{K \times d}$." + "\n\n$$L = \\|W\\|_F^2$$\n\n$$\\mathrm{d}W = 2 W$$\n"
    assert last(page).verdict == "holds"


def test_what_an_equation_is_given_for_is_no_increment():
    page = r"Let $W \in \mathbb{R}^{K \times d}$ and $\mathrm{d}W \in \mathbb{R}^{K \times d}$."
    assert last(page + "\n\n$$L = \\|W\\|_F^2$$\n\n$$\\mathrm{d}W = 2 W$$\n").verdict == "holds"


def test_a_commutation_matrix_needs_its_word_on_the_page():
    assert (
        verdict(r"\mathrm{vec}(R^\top) = K_{m,n} \mathrm{vec}(R)", LETTERS.replace("commutation", "kernel")) == "unread"
    )


def test_a_letter_of_the_page_is_no_commutation_matrix():
    letters = LETTERS + r"Let $K \in \mathbb{R}^{m \times n}$."
    assert verdict(r"\mathrm{vec}(R^\top) = K_{m,n} \mathrm{vec}(R)", letters) != "holds"


def test_increments_are_declared():
    assert [v.verdict for v in check_text(r"Let $X, \mathrm{d}X \in \mathbb{R}^{m \times m}$.").verdicts] == [
        "declares"
    ]
