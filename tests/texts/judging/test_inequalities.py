"""Inequalities and what is claimed to differ: touching is failing, every entry is attacked, and what is not is said."""

import time

import pytest

from mlp_theory.symbolic import limits
from tests.texts.checked import judged, last

GIVEN = r"Let $u, v \in \mathbb{R}^n$, $A \in \mathbb{R}^{9\times 9}$, $s \in \{-1, 1\}$, $h \in \{0, 1\}^n$, "
GIVEN += r"$x, y, z \in \mathbb{R}$, $a \in \mathbb{R}_{>0}$ and $q \in (0, 1)$." + "\n\n"

FALSE = {
    "equal, of signs": r"s^2 > 1",
    "equal, of signs, the other way": r"s^2 < 1",
    "equal in some entries": r"h_i < 1",
    "equal to rounding everywhere": r"\mathrm{tr}(A A^\top) > \|A\|_F^2",
    "equal at one size": r"(n-1) \|v\|^2 > 0",
    "zero at zero": r"x^2 > 0",
    "zero at a column of zeros": r"\|v\|^2 > 0",
    "equal at a place of the optimiser": r"x^4 + 1 > 2x^2",
    "another entry than the first": r"(u_i - u_j)^2 < 10^5",
    "of numbers": r"(x - y)^2 < 10^5",
    "large sizes": r"n \|v\|^2 \le 50 \|v\|^2",
    "large sizes, of norms": r"\|v\|_1 \le 3 \|v\|_2",
    "huge sizes": r"n \|v\|^2 \le 1000 \|v\|^2",
    "huge sizes, of norms": r"\|v\|_1 \le 20 \|v\|_2",
    "huge sizes alone": r"\log n \le 6",
    "81 numbers to move": r"v^\top v + \|A\|_F^2 \ge 0.1",
    "far away": r"a < 10^3",
}
HOLDS = {
    "touching, where that is allowed": r"s^2 \ge 1",
    "all but zero": r"\|v\|^2 > 0 \quad \text{for } v \ne 0",
    "nearly equal": r"e^x > 1 + x \quad \text{for } x \ne 0",
    "nearly equal, of positive numbers": r"x - \sin x > 0 \quad \text{for } x > 0",
    "small": r"e^x > 0",
    "never reached": r"\tanh x < 1",
    "lost beside the largest": r"\max_i v_i < \log \sum_i e^{v_i}",
    "lost in the difference": r"\cosh x > \sinh x",
    "Cauchy and Schwarz": r"(u^\top v)^2 \le \|u\|^2 \|v\|^2",
    "81 numbers to move": r"\mathrm{tr}(A)^2 \le 9 \|A\|_F^2",
    "all sizes": r"\|v\|_1 \le \sqrt{n} \|v\|_2",
    "inside an interval": r"q^2 < q",
}
FALSE_TO_DIFFER = [
    *(r"x^2 \ne 4", r"x \ne y", r"x \ne 77", r"u \ne 0", r"u \ne v", r"(x-2)^2 \ne 0", r"|x| \ne 5", r"q \ne 0.3"),
    *(r"u^\top v \ne 0", r"s \ne 1", r"h_i \ne 0", r"x^3 - x \ne 0", r"x + y - y \ne x + z - z"),
]
DIFFER = [
    *(r"x^2 \ne -1", r"e^x \ne 0", r"\frac{1}{x} \ne 0", r"e^x \ne 1 + x \quad \text{for } x > 0", r"q \ne 1"),
    *(r"x^3 \ne 0 \quad \text{for } x \ne 0", r"\cosh x \ne \sinh x", r"\tanh x \ne 1", r"a^2 + 1 \ne a", r"s \ne 0"),
]


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("claim", FALSE.values(), ids=FALSE)
def test_an_inequality_that_fails_somewhere_is_false(claim, seed):
    assert last(f"{GIVEN}$${claim}$$", seed=seed).verdict == "false"


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("claim", HOLDS.values(), ids=HOLDS)
def test_an_inequality_that_rounding_makes_touch_is_not_false(claim, seed):
    found = last(f"{GIVEN}$${claim}$$", seed=seed)
    assert found.verdict == "holds", (found.reason, found.counterexample)


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("claim", FALSE_TO_DIFFER)
def test_sides_that_are_equal_somewhere_do_not_differ(claim, seed):
    assert last(f"{GIVEN}$${claim}$$", seed=seed).verdict == "false"


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("claim", DIFFER)
def test_sides_without_a_root_differ_and_the_search_is_told(claim, seed):
    found = last(f"{GIVEN}$${claim}$$", seed=seed)
    assert found.verdict == "holds", (found.reason, found.counterexample)
    assert "no place was found where both sides are equal" in found.reason or "not attacked" in found.reason


def test_an_attack_that_is_interrupted_has_not_been_survived():
    claim = r"(x-500)^2 + (y-500)^2 + (z-500)^2 \ge (y-500)^2 + (z-500)^2 + 0.5"
    found = last(f"{GIVEN}$${claim}$$", max_seconds=0.01)
    assert (found.verdict, "takes longer" in found.reason) == ("unread", True)
    assert last(f"{GIVEN}$${claim}$$").verdict == "false"


def test_the_limit_of_time_is_one_of_seconds(monkeypatch):
    """By the clock on the wall, which the other tests do not look at."""
    monkeypatch.setattr(limits, "clock", time.perf_counter)
    found = last(f"{GIVEN}$$(x-500)^2 + (y-500)^2 + (z-500)^2 \\ge -1$$", max_seconds=1e-6)
    assert (found.verdict, found.reason) == ("unread", "it takes longer than 1e-06 seconds")


def test_a_verdict_says_when_nothing_was_attacked():
    found = last(f"{GIVEN}$$s^2 \\ge 1$$")
    assert (found.verdict, found.reason) == ("holds", "at 12 draws, not attacked: nothing in it can be moved")
    assert last(f"{GIVEN}$$x^2 \\ge 0$$").reason == ""


def test_a_counterexample_of_the_attack_can_be_repeated():
    found = last(f"{GIVEN}$$(u_i - u_j)^2 < 10^5$$").counterexample
    names = {}
    exec(found.numpy, names)
    assert names["left"] == pytest.approx(found.left, rel=1e-12)
    assert found.left >= found.right == 10**5


@pytest.mark.parametrize("claim", [r"10^{-310} x = 0", r"(10^{-200} x)^2 = 0", r"x^2 \cdot 10^{-300} = 0"])
def test_what_is_too_small_to_be_a_number_is_no_zero(claim):
    assert judged(f"{GIVEN}$${claim}$$") == "unread"


@pytest.mark.parametrize("claim", [r"x - x = 0", r"\max(0, x) \max(0, -x) = 0", r"h_i (1 - h_i) = 0"])
def test_what_cancels_is_zero(claim):
    assert judged(f"{GIVEN}$${claim}$$") == "holds"
