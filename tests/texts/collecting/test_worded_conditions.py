"""Words within a display that say what a letter is, on the page or for one line; and words that say more."""

import pytest

from mlp_theory import check_text

GIVEN = r"Let $A \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$. "
GRADIENT = r"\nabla_x (x^\top A x) = 2 A x"


def verdicts(*displays):
    page = GIVEN + "\n\n".join(f"$${display}$$" for display in displays)
    return [verdict.verdict for verdict in check_text(page).verdicts[2:]]


@pytest.mark.parametrize(
    "words",
    [
        r"\quad \text{where } A \text{ is symmetric}", r"\quad \text{for symmetric } A",
        r"\quad \text{for $A$ symmetric}",
        r"\quad \text{(for symmetric $A$)}", r"\quad \text{($A$ symmetric)}", r"\quad (A \text{ symmetric})",
        r"\quad \text{since $A$ is symmetric}", r", \qquad A \text{ being symmetric}.",
    ],
)  # fmt: skip
def test_words_beside_an_equation_say_what_a_letter_is(words):
    assert verdicts(GRADIENT + words) == ["holds"]


@pytest.mark.parametrize(
    "words",
    [
        r"\quad \text{if $A$ is symmetric}", r"\quad \text{if } A \text{ is a symmetric matrix}",
        r"\quad \text{assuming symmetric } A", r"\quad \text{(provided $A$ is symmetric)}",
    ],
)  # fmt: skip
def test_what_is_supposed_holds_for_one_line(words):
    assert verdicts(GRADIENT + words, GRADIENT) == ["holds", "holds-if"]


@pytest.mark.parametrize(
    "words",
    [
        r"\quad \text{if $A$ is not symmetric}", r"\quad \text{unless $A$ is symmetric}",
        r"\quad \text{if $A$ is symmetric and $x$ is small}", r"\quad \text{only sometimes for symmetric $A$}",
    ],
)  # fmt: skip
def test_words_that_say_more_are_left_unread(words):
    assert verdicts(GRADIENT + words) == ["unread"]


def test_a_slip_stays_false_beside_such_words():
    assert verdicts(r"\nabla_x (x^\top A x) = A x \quad \text{where } A \text{ is symmetric}") == ["false"]
    assert verdicts(r"\nabla_x (x^\top A x) = A x \quad \text{if $A$ is symmetric}") == ["false"]


def test_words_of_a_row_above_are_not_passed_over():
    rows = r"\nabla_x (x^\top A x) &= A x + A x && \text{for small $x$} \\ &= 2 A x && \text{for symmetric $A$}"
    assert verdicts(rf"\begin{{aligned}} {rows} \end{{aligned}}") == ["unread", "unread"]
