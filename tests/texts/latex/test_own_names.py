r"""A command that no page defines is a name where only a name can stand, and an operator elsewhere."""

import pytest

from tests.texts.checked import judged, verdicts

PAGE = r"""
Let $x \in \mathbb{R}^n$ and $a \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    ("equations", "expected"),
    [
        (r"$$a + \jot = \jot + a$$", "holds"),
        (r"$$a + \hat{\jot} = \hat{\jot} + a$$", "holds"),
        (r"$$a + \jot = \jot - a$$", "doubtful"),
        (r"$$\cgf(a) = \log(1 + e^a)$$ $$\frac{d \cgf(a)}{da} = \frac{e^a}{1 + e^a}$$", "defines holds"),
        (r"$$\cgf(a) = \log(1 + e^a)$$ $$\frac{d \cgf(a)}{da} = \frac{1}{1 + e^a}$$", "defines false"),
    ],
)
def test_a_name_is_undeclared_like_any_letter(equations, expected):
    assert judged(PAGE + equations) == expected


def test_a_name_that_stands_alone_somewhere_is_one_everywhere():
    assert judged(PAGE + r"$$\jot = \jot + 0$$ $$\jot a = a \jot$$").split()[-1] == "holds"


@pytest.mark.parametrize(
    "claim",
    [
        r"a \jot a = a a",  # what stands between two letters may be an operator
        r"\jot x = x",  # and what stands before one
        r"\jot{a} = a",  # or takes it
        r"\jot(a x) = a \jot x",
        r"\emptyset = a",
        r"\lfloor(a) = a",
        r"a \cup a = a",
    ],
)
def test_an_operator_is_not_read(claim):
    (verdict,) = verdicts(PAGE + f"$${claim}$$")
    assert verdict.verdict == "unread"
    assert "no such operation" in verdict.reason


def test_one_letter_is_not_the_letter_itself():
    (verdict,) = verdicts(PAGE + r"$$\I + x x^\top = x x^\top + I$$")
    assert verdict.verdict != "holds"
