"""What holds under one usual assumption: named, with the sentence that makes it hold, and refused without a reason."""

from typing import NamedTuple

import pytest

from mlp_theory import check_text
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.kinds.holds_if import HOLDS_IF
from mlp_theory.texts.verdicts.reasons.eased import Assumed

SCALES = ("10^{-9}", "1", "10^9")


class Case(NamedTuple):
    """A page, what it is about, a claim that needs an assumption, and slips that are false under it too."""

    given: str
    page: str
    claim: str
    assumed: str
    slips: tuple[str, ...]


CASES = {
    "sums to one": Case(
        r"Let $z, y \in \mathbb{R}^K$.",
        r"$$p = \mathrm{softmax}(z)$$ $$\ell = -c \, y^\top \log p$$",
        r"\frac{\partial \ell}{\partial z} = c \, (p - y)",
        "y sums to one",
        (
            r"\frac{\partial \ell}{\partial z} = c \, (y - p)",
            r"\frac{\partial \ell}{\partial z} = c \, (p - 2y)",
            r"\frac{\partial \ell}{\partial z} = c \, p \odot (p - y)",
            r"\ell = -c \, (y \odot y)^\top \log p",
        ),
    ),
    "columns sum to one": Case(
        r"Let $Z, Y \in \mathbb{R}^{K \times n}$.",
        r"$$P = \mathrm{softmax}(Z)$$ $$\ell = -c \sum_{i=1}^n \sum_{k=1}^K Y_{ki} \log P_{ki}$$",
        r"\frac{\partial \ell}{\partial Z} = c \, (P - Y)",
        "the columns of Y sum to one",
        (r"\frac{\partial \ell}{\partial Z} = c \, (P + Y)", r"\frac{\partial \ell}{\partial Z} = c \, (1 - Y)"),
    ),
    "one-hot": Case(
        r"Let $z, y \in \mathbb{R}^K$.",
        r"$$p = \mathrm{softmax}(z)$$ $$\ell = -c \log(y^\top p)$$",
        r"\frac{\partial \ell}{\partial z} = c \, (p - y)",
        "y is one-hot",
        (
            r"\frac{\partial \ell}{\partial z} = c \, (y - p)",
            r"\frac{\partial \ell}{\partial z} = c \, (p - y \odot p)",
        ),
    ),
    "symmetric": Case(
        r"Let $A \in \mathbb{R}^{n \times n}$ and $x, b \in \mathbb{R}^n$.",
        r"$$\ell = c \, x^\top A x$$ $$r = b^\top A x$$",
        r"\frac{\partial \ell}{\partial x} = 2 c A x",
        "A is symmetric",
        (
            r"\frac{\partial \ell}{\partial x} = c A x",
            r"\frac{\partial \ell}{\partial x} = c (A + A) x",
            r"\frac{\partial \ell}{\partial x} = c (A^\top + A^\top) x",
        ),
    ),
    "symmetric inverse": Case(
        r"Let $x, \mu \in \mathbb{R}^n$ and $\Sigma \in \mathbb{R}^{n \times n}$.",
        r"$$\ell = c \, (x - \mu)^\top \Sigma^{-1} (x - \mu)$$",
        r"\frac{\partial \ell}{\partial \mu} = -2 c \, \Sigma^{-1} (x - \mu)",
        "Σ is symmetric",
        (
            r"\frac{\partial \ell}{\partial \mu} = 2 c \, \Sigma^{-1} (x - \mu)",
            r"\frac{\partial \ell}{\partial \mu} = -2 c \, \Sigma (x - \mu)",
        ),
    ),
    "orthonormal": Case(
        r"Let $U, D, V \in \mathbb{R}^{n \times n}$. The singular value decomposition is",
        r"$$A = c \, U D V^\top$$ $$B = U D V^\top$$",
        r"A V = c \, U D",
        "the columns of V are orthonormal",
        (r"A V = c \, D U", r"A V^\top = c \, U D", r"A = c \, V D U^\top"),
    ),
    "unit norm": Case(
        r"Let $x, u \in \mathbb{R}^n$. Take away the part along the direction $u$:",
        r"$$r = c \, (x - u u^\top x)$$",
        r"u^\top r = 0",
        "u has unit norm",
        (r"r^\top x = 0", r"u^\top r = c \, u^\top x"),
    ),
    "positive": Case(
        r"Let $s \in \mathbb{R}$ be the standard deviation.",
        r"$$v = s^2$$",
        r"c \sqrt{v} = c \, s",
        "s is positive",
        (r"c \sqrt{v} = -c \, s", r"c \sqrt{v} = c \, s^2"),
    ),
    "zero or one": Case(
        r"Let $y, p \in \mathbb{R}$.",
        r"$$\ell = -c \, (y \log p + (1 - y) \log(1 - p))$$",
        r"\ell = -c \log(y p + (1 - y) (1 - p))",
        "y is 0 or 1",
        (r"\ell = -c \log(y p - (1 - y) (1 - p))", r"\ell = -c \, (y^2 \log p + (1 - y) \log(1 - p))"),
    ),
    "a sign": Case(
        r"Let $y, f \in \mathbb{R}$, where $y$ is the label.",
        r"$$\ell = c \, (1 - y f)^2$$",
        r"\ell = c \, (y - f)^2",
        "y is −1 or 1",
        (r"\ell = c \, (y + f)^2", r"\ell = c \, (1 - f)^2"),
    ),
}


def last(*parts, c="1"):
    """The last verdict on a page that is put together of these parts."""
    return check_text("\n\n".join(parts).replace("c ", f"{c} ")).verdicts[-1]


@pytest.mark.parametrize("c", SCALES)
@pytest.mark.parametrize("name", CASES)
def test_a_line_holds_under_an_assumption_that_is_named(name, c):
    given, page, claim, assumed, _ = CASES[name]
    verdict = last(given, page, f"$${claim}$$", c=c)
    assert (verdict.kind, type(verdict.why), verdict.assumed) == (HOLDS_IF, Assumed, assumed)
    assert verdict.reason == f"{assumed}: the page does not say so"
    assert verdict.to_json()["assumed"] == assumed
    assert verdict.exit_code == 1


@pytest.mark.parametrize("name", CASES)
def test_the_sentence_that_is_proposed_makes_it_hold(name):
    given, page, claim, _, _ = CASES[name]
    sentence = last(given, page, f"$${claim}$$").mend.removeprefix("say so: ")
    assert last(given + f" {sentence}", page, f"$${claim}$$").kind is HOLDS
    assert last(given, page, sentence, f"$${claim}$$").kind is HOLDS


@pytest.mark.parametrize("c", SCALES)
@pytest.mark.parametrize(("name", "slip"), [(name, slip) for name, case in CASES.items() for slip in case.slips])
def test_a_slip_stays_false(name, slip, c):
    assert last(CASES[name].given, CASES[name].page, f"$${slip}$$", c=c).kind is FALSE


@pytest.mark.parametrize(
    ("given", "page", "claim"),
    [
        # Nothing gives a reason for it.
        (r"Let $U, D, V \in \mathbb{R}^{n \times n}$.", r"$$A = U D V^\top$$", r"A V = U D"),
        (r"Let $x, u \in \mathbb{R}^n$.", r"$$r = x - u u^\top x$$", r"u^\top r = 0"),
        (r"Let $a \in \mathbb{R}$.", r"$$v = a^2$$", r"\sqrt{v} = a"),
        (r"Let $A \in \mathbb{R}^{n \times n}$, $b, x \in \mathbb{R}^n$.", r"$$f = b^\top A x$$", r"\nabla_x f = A b"),
        (r"Let $y, f \in \mathbb{R}$.", r"$$\ell = (1 - y f)^2$$", r"\ell = (y - f)^2"),
        # The page shows that its writer does not make it.
        (
            r"Let $A \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$.",
            r"$$f = x^\top A x$$ $$g = A^\top x$$",
            r"\nabla_x f = 2 A x",
        ),
        (
            r"Let $Q, D \in \mathbb{R}^{n \times n}$; the eigenvectors are the columns of $Q$.",
            r"$$A = Q D Q^{-1}$$",
            r"A = Q D Q^\top",
        ),
        (r"Let $x, u \in \mathbb{R}^n$; $u$ is a direction.", r"$$r = \|u\| x$$", r"\|u\|^2 = \|u\|"),
        # It says the like of another letter, or denies it of this one.
        (
            r"Let $A, S \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$. $S$ is symmetric.",
            r"$$f = x^\top A x$$",
            r"\nabla_x f = 2 A x",
        ),
        (
            r"Let $A \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$. $A$ need not be symmetric.",
            r"$$f = x^\top A x$$",
            r"\nabla_x f = 2 A x",
        ),
        (
            r"Let $z, y \in \mathbb{R}^K$. The label $y$ is not one-hot.",
            r"$$p = \mathrm{softmax}(z)$$ $$\ell = -y^\top \log p$$",
            r"\nabla_z \ell = p - y",
        ),
    ],
)
def test_nothing_is_assumed_without_a_reason_or_against_the_page(given, page, claim):
    assert last(given, page, f"$${claim}$$").kind is FALSE


def test_what_a_page_expects_to_be_false_is_not_excused():
    given, page, claim, _, _ = CASES["symmetric"]
    verdict = last(given, page, "<!-- expect: false -->", f"$${claim}$$")
    assert (verdict.kind, verdict.exit_code) == (FALSE, 0)


@pytest.mark.parametrize("words", ["If $A$ is symmetric, then", "When $A$ is symmetric, we have"])
def test_what_its_sentence_supposes_is_no_assumption_and_holds_there_alone(words):
    given, page, claim, _, _ = CASES["symmetric"]
    assert last(given, page, f"{words} $${claim}$$").kind is HOLDS
    assert last(given, page, f"{words} $${claim}$$", f"In general $${claim}$$").kind is HOLDS_IF
    assert last(given, page, f"Unless $A$ is symmetric, $${claim}$$").kind is not HOLDS


def test_the_line_behind_is_held_against_what_was_assumed():
    verdicts = check_text(
        CASES["sums to one"].given
        + r"$$p = \mathrm{softmax}(z)$$ $$\ell = -y^\top \log p$$"
        + r"$$\frac{\partial \ell}{\partial z} = p - y = -(y - p) = y - p$$"
    ).verdicts
    assert [verdict.kind for verdict in verdicts[-3:]] == [HOLDS_IF, HOLDS, FALSE]


def test_the_sentence_has_the_letter_as_the_page_writes_it():
    page = r"""
Let $\mathbf{z} \in \mathbb{R}^{K}$ and $\mathbf{u} \in \mathbb{R}^{K}$, and $i \in \{1, \dots, K\}$.

$$S = \sum_{j=1}^{K} \exp(z_j), \qquad p_i = \frac{\exp(z_i)}{S}$$
$$-\sum_{i=1}^{K} u_i \log(p_i) = -\mathbf{u}^\top \mathbf{z} + \log(S)$$
"""
    assert check_text(page).verdicts[-1].why.mend == r"say so: The entries of $\mathbf{u}$ sum to one."
