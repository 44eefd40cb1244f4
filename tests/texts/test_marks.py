"""What a page says of its own equations, and what is asked of it: when it passes."""

import pytest

from mlp_theory.texts.check import Settings, check_text

X = r"Let $x \in \mathbb{R}$." + "\n\n"


def test_a_slip_that_the_page_marks_is_what_passes():
    report = check_text(X + "<!-- expect: false -->\n$$x + x = 3x$$\n")
    assert report.ok
    assert (report.verdicts[-1].verdict, report.verdicts[-1].expected) == ("false", True)
    assert report.counts["false"] == 1


def test_a_slip_that_turns_out_true_does_not_pass():
    report = check_text(X + "<!-- expect: false -->\n$$x + x = 2x$$\n")
    assert not report.ok
    assert (report.verdicts[-1].verdict, report.verdicts[-1].surprise) == ("holds", True)


def test_a_mark_holds_for_the_next_equation_only():
    report = check_text(X + "<!-- expect: false -->\n$$x + x = 3x$$\n\n$$x + x = 4x$$\n")
    assert not report.ok
    assert [v.expected for v in report.verdicts[-2:]] == [True, False]


def test_what_is_left_unchecked_is_counted_and_passes():
    report = check_text(X + "<!-- unchecked: a contour -->\n$$\\oint x = 0$$\n")
    assert report.ok
    assert report.counts["unchecked"] == 1
    assert report.counts["unread"] == report.counts["holds"] == 0
    assert "a contour" in report.verdicts[-1].reason


def test_the_same_without_a_mark_does_not_pass():
    report = check_text(X + "$$\\oint x = 0$$\n")
    assert (report.ok, report.counts["unread"]) == (False, 1)


REQUIRED = r"""
Let $w \in \mathbb{R}^d$.
$$L = \|w\|^2$$
"""
GRADIENT = r"$$\frac{\partial L}{\partial w} = 2w$$"


@pytest.mark.parametrize("asked", ["∂L/∂w", r"\frac{\partial L}{\partial w}"])
@pytest.mark.parametrize(
    ("page", "ok"),
    [
        (REQUIRED + GRADIENT, True),
        (REQUIRED, False),
        (REQUIRED + GRADIENT.replace("2w", "3w"), False),
        (REQUIRED + r"$$\frac{\partial L}{\partial w_i} = 2w_i$$", False),
    ],
    ids=["claimed", "definitions only", "claimed wrongly", "something else claimed"],
)
def test_what_is_required_must_be_claimed_and_hold(page, ok, asked):
    report = check_text(page, Settings(require=(asked,)))
    assert report.ok is ok
    if not ok and "3w" not in page:
        assert [v.verdict for v in report.verdicts if "required" in v.reason] == ["unread"]


def test_a_definition_is_not_what_was_required():
    page = REQUIRED + r"$$g := \frac{\partial L}{\partial w}$$"
    assert check_text(page).ok
    assert not check_text(page, Settings(require=("∂L/∂w",))).ok


@pytest.mark.parametrize(
    "mark", ["---\nlayout: nominator\n---\n", "<!-- layout: nominator -->\n\n", "<!-- expect: flase -->\n\n"]
)
def test_a_mark_with_a_word_that_nobody_knows_is_told(mark):
    report = check_text(mark + r"Let $x \in \mathbb{R}$." + "\n\n$$2x = x + x$$\n")
    assert [v.verdict for v in report.verdicts] == ["declares", "holds", "unread"]
    assert not report.ok
