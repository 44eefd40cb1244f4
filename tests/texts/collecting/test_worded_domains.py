"""What prose says a letter is: before it, behind it, of several at once; and what it does not say."""

import pytest

from mlp_theory import check_text

QUADRATIC = r"Let $A \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$. "
ITS_GRADIENT = r"$$\nabla_x (x^\top A x) = 2 A x$$"
SOFTMAX = r"Let $z, y \in \mathbb{R}^K$. "
ITS_LOSS = r"""
$$p = \mathrm{softmax}(z)$$
$$\ell = -y^\top \log p$$
$$\frac{\partial \ell}{\partial z} = p - y$$
"""


def last(page):
    return check_text(page).verdicts[-1].verdict


@pytest.mark.parametrize(
    "words",
    [
        "The matrix $A$ is symmetric.", "Here $A$ is a real symmetric matrix.", "For a symmetric matrix $A$:",
        "with $A$ symmetric", "with symmetric $A$", "Since $A$ is real and symmetric:",
        "$A$ is assumed to be symmetric.",
        "We take $A$ to be symmetric.", r"Take the symmetric $n \times n$ matrix $A$.", "By the symmetry of $A$,",
        "$A$ is square, symmetric and invertible.", "$A$ is an invertible symmetric matrix.", "$A$ (symmetric)",
        "$A$ is symmetric positive definite (SPD).", "The covariance matrix $A$ is known.", "$A$ is self-adjoint.",
        "$A$ is diagonal.", r"Let $B \in \mathbb{R}^{n \times n}$. $A$ and $B$ are symmetric.",
        r"Let $B \in \mathbb{R}^{n \times n}$. The symmetric matrices $B$ and $A$ are given.",
        "- $A$ is symmetric\n- $x$ is any vector\n\n", "- $A$: a symmetric matrix\n\n",
    ],
)  # fmt: skip
def test_a_matrix_is_what_the_words_say(words):
    assert last(QUADRATIC + words + ITS_GRADIENT) == "holds"


@pytest.mark.parametrize(
    "words",
    [
        "$A$ is not symmetric.", "$A$ need not be symmetric.", "$A$ isn't symmetric.", "$A$ is asymmetric.",
        "Take a nonsymmetric matrix $A$.", "$A$ may be non-symmetric.", "$A$ is skew-symmetric.", "Is $A$ symmetric?",
        "$A$ is an arbitrary, not necessarily symmetric matrix.", "$A$ is any matrix, symmetric or not.",
        r"Let $S \in \mathbb{R}^{n \times n}$ be symmetric; $A$ is general.",
        "Unlike a symmetric matrix, $A$ is general.",
    ],
)  # fmt: skip
def test_a_matrix_is_not_what_the_words_deny(words):
    assert last(QUADRATIC + words + ITS_GRADIENT) == "false"


@pytest.mark.parametrize(
    "words",
    [
        "where $y$ is one-hot", "with $y$ one-hot", "for a one-hot label $y$", "The label $y$ is one-hot encoded.",
        "$y$ denotes the one-hot encoding of the class.", "The target $y$ is given as a one-hot vector.",
        "Take a onehot vector $y$.", "$y$ is a one-of-K vector.", "- $y$ – the true label (one-hot)\n\n",
        "The entries of $y$ sum to one.", "The entries of $y$ sum to $1$.", "$y$ sums to one.",
        "$y$ is a vector whose entries add up to one.", "$y$ is a probability vector.",
        "The target distribution $y$ is given.", "$y$ is a probability distribution over the classes.",
    ],
)  # fmt: skip
def test_a_label_is_what_the_words_say(words):
    assert last(SOFTMAX + words + ITS_LOSS) == "holds"


@pytest.mark.parametrize(
    "words",
    ["$y$ is not one-hot.", "$y$ need not sum to one.", "$y$ is any vector, not necessarily a probability vector."],
)
def test_a_label_is_not_what_the_words_deny(words):
    assert last(SOFTMAX + words + ITS_LOSS) != "holds"


@pytest.mark.parametrize(
    ("given", "words", "claim"),
    [
        (r"Q \in \mathbb{R}^{n \times n}", "$Q$ is orthogonal.", r"Q^{-1} = Q^\top"),
        (r"Q \in \mathbb{R}^{n \times k}", "The columns of $Q$ are orthonormal.", r"Q^\top Q = I"),
        (r"u \in \mathbb{R}^n", "$u$ is a unit vector.", r"\|2u\|^2 = 4"),
        (r"u \in \mathbb{R}^n", "$u$ has unit norm.", r"\|2u\|^2 = 4"),
        (r"s \in \mathbb{R}", "for a positive number $s$", r"\sqrt{s^2} = s"),
        (r"s \in \mathbb{R}", "$s$ is positive.", r"\sqrt{s^2} = s"),
        (r"v \in \mathbb{R}^n", "$v$ is binary.", r"v \odot v = v"),
        (r"s \in \mathbb{R}", "The label $s$ is either $-1$ or $+1$.", r"s^3 = s"),
        (r"D \in \mathbb{R}^{n \times n}", "for a diagonal matrix $D$", r"D D^\top = D \odot D"),
        (r"D \in \mathbb{R}^{n \times n}", "$D$ is skew-symmetric.", r"D^\top = -D"),
        (r"Y \in \mathbb{R}^{n \times k}", "The rows of $Y$ are one-hot.", r"(Y \odot Y) \mathbf{1} = \mathbf{1}"),
    ],
)
def test_other_properties(given, words, claim):
    assert last(f"Let ${given}$. {words} $${claim}$$") == "holds"
    assert last(f"Let ${given}$. $${claim}$$") != "holds"


@pytest.mark.parametrize(
    "words",
    [
        "Take $A$ and a symmetric matrix $S$.", "For $A$, the symmetric matrix $S$ and $x$:",
        "$A$ is called symmetric if it equals its transpose.", "$S$ is a symmetric function of $A$.",
        "Take the symmetric part of $A$.", "With a symmetric matrix $S$ beside $A$:",
    ],
)  # fmt: skip
def test_what_is_said_of_another_letter_is_not_said_of_this_one(words):
    assert last(r"Let $S \in \mathbb{R}^{n \times n}$. " + QUADRATIC + words + ITS_GRADIENT) == "false"


@pytest.mark.parametrize(
    "words",
    [
        "The unit vector in the direction of $v$ is needed.", "We need a unit vector along $v$.",
        "Divide by the length of $v$ to get a unit vector.",
        r"Let $u \in \mathbb{R}^n$. $v$ and the unit vector $u$ differ.",
    ],
)  # fmt: skip
def test_a_direction_keeps_its_length(words):
    assert last(rf"Let $v \in \mathbb{{R}}^n$. {words} $$\|v\|^2 = \|v\|$$") == "false"
