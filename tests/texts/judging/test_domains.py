"""Sets have an edge: zero, matrices of no full rank, vertices, large numbers; conditions leave some branches out."""

import pytest

from tests.texts.checked import last

MATRICES = r"Let $M, S \in \mathbb{R}^{n\times n}$, $v \in \mathbb{R}^n$, $M \succ 0$ and $S \succeq 0$." + "\n\n"
NUMBERS = r"Let $k \in \mathbb{N}$, $m \in \mathbb{Z}$, $p \in \Delta^{K-1}$, $r \in [0, 1]$, $q \in (0, 1)$, "
NUMBERS += r"$a \in \mathbb{R}$ and $a \ge 0$." + "\n\n"
REALS = r"Let $x, y \in \mathbb{R}$ and $v, w \in \mathbb{R}^n$." + "\n\n"

FALSE = {
    "badly conditioned": (MATRICES, r"v^\top M v \ge 0.4 v^\top v"),
    "of no full rank": (MATRICES, r"\det S > 0"),
    "small": (MATRICES, r"\mathrm{tr} S \ge 0.01"),
    "large numbers": (NUMBERS, r"k \le 5"),
    "large numbers, of an equation": (NUMBERS, r"(k-1)(k-2)(k-3)(k-4)(k-5) = 0"),
    "a whole number": (NUMBERS, r"k \ne 4"),
    "negative integers": (NUMBERS, r"m \ge 0"),
    "zero is an integer": (NUMBERS, r"m \ne 0"),
    "a vertex": (NUMBERS, r"p_i \ge 0.01"),
    "nonnegative": (NUMBERS, r"a > 0"),
    "an end of a closed interval": (NUMBERS, r"r > 0"),
    "the other end": (NUMBERS, r"r < 1"),
}
HOLDS = {
    "definite": (MATRICES, r"v^\top M v > 0 \quad \text{for } v \ne 0"),
    "definite, inverted": (MATRICES, r"v^\top M^{-1} v \ge 0"),
    "definite, its determinant": (MATRICES, r"\det M > 0"),
    "definite, a logarithm": (MATRICES, r"\log \det M \le \mathrm{tr}(M) - n"),
    "semidefinite": (MATRICES, r"\det S \ge 0"),
    "semidefinite, its trace": (MATRICES, r"\mathrm{tr}(S)^2 \ge \mathrm{tr}(S^2)"),
    "semidefinite, where it can be inverted": (MATRICES, r"\det(S) \det(S^{-1}) = 1"),
    "whole": (NUMBERS, r"k \ge 1"),
    "an identity of whole numbers": (NUMBERS, r"\sum_{i=1}^k i = \frac{k(k+1)}{2}"),
    "an identity of integers": (NUMBERS, r"(m-1)(m+1) = m^2 - 1"),
    "entropy": (NUMBERS, r"-\sum_{i=1}^K p_i \log p_i \le \log K"),
    "probabilities": (NUMBERS, r"p_i \le 1"),
    "a logarithm at its edge": (NUMBERS, r"\log(a^2) = 2 \log a"),
    "a root at its edge": (NUMBERS, r"\sqrt{a^2} = a"),
    "a bound that is met": (NUMBERS, r"\log(1 + a) \le a"),
    "an open interval": (NUMBERS, r"q < 1"),
    "a closed interval": (NUMBERS, r"r (1 - r) \ge 0"),
    "a branch beyond the condition": (REALS, r"|x| = x \quad \text{for all } x \ge 0"),
    "a branch beyond the condition, of max": (REALS, r"\max(0, x) = x \quad \text{for } x > 0"),
}


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize(("given", "claim"), FALSE.values(), ids=FALSE)
def test_a_claim_that_fails_at_the_edge_is_false(given, claim, seed):
    assert last(f"{given}$${claim}$$", seed=seed).verdict == "false"


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize(("given", "claim"), HOLDS.values(), ids=HOLDS)
def test_the_edge_raises_no_false_alarm(given, claim, seed):
    found = last(f"{given}$${claim}$$", seed=seed)
    assert found.verdict == "holds", (found.reason, found.counterexample)


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"2x + y = x + x + y \quad \text{for } y > 1000", "no draw meets the condition"),
        (r"\log(-x^2) = \log(-2x^2)", "it was not a number at any draw"),
    ],
)
def test_an_excluded_draw_is_not_one_without_a_number(claim, reason):
    found = last(f"{REALS}$${claim}$$")
    assert (found.verdict, found.reason) == ("unread", reason)


def test_a_branch_in_reach_must_be_met_all_the_same():
    page = r"$$f(x) = \begin{cases} 2x & x > 10^6 \\ x^2 & \text{otherwise} \end{cases}$$" + "\n\n"
    found = last(rf"{REALS}{page}$$f(x) = x^2 \quad \text{{for }} x > 0$$")
    assert (found.verdict, found.reason) == ("unread", "a branch of a piecewise function was never reached")


def test_every_size_of_a_claim_is_1_once():
    """Not the first three of the page by the alphabet, on which the claim does not depend."""
    page = r"Let $A \in \mathbb{R}^{b\times c}$, $B \in \mathbb{R}^{d\times f}$ and $y \in \mathbb{R}^z$." + "\n\n"
    found = last(page + r"$$\max(z, 2) \, y_i = z y_i$$")
    assert found.verdict == "false"
    assert found.counterexample.sizes["z"] == 1
