"""A line is false only where the page itself confirms how its letters were read."""

from mlp_theory.texts.check import check_text
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.resolving.trust import trusted
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.reasons.decided import SidesDiffer
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.roots import Meaning


def line(number, kind, *letters, why=None):
    """A verdict on letters, each told as name: origin."""
    meanings = tuple(Meaning(name, "n×1", "real", origin) for name, origin in letters)
    why = why or (SidesDiffer("the sides differ") if kind is FALSE else None)
    return Verdict(number, 1, "…", kind, why, "…", letters=meanings)


def kinds(*verdicts):
    return [verdict.kind for verdict in trusted(FileReport("notes.md", verdicts)).verdicts]


SAID, UNSAID, LOST = ("W", "declared at line 1"), ("W", "typography"), ("W", "typography: its statement at line 2 …")


def test_what_is_said_of_all_letters_leaves_a_line_false():
    assert kinds(line(1, FALSE, SAID)) == [FALSE]


def test_a_letter_of_which_nothing_is_said_is_confirmed_by_a_line_that_holds():
    assert kinds(line(1, FALSE, UNSAID)) == [DOUBTFUL]
    assert kinds(line(1, FALSE, UNSAID), line(2, HOLDS, UNSAID)) == [FALSE, HOLDS]


def test_a_line_that_holds_does_not_confirm_how_large_a_letter_is():
    conflict = line(1, FALSE, UNSAID, why=ShapeConflict("K×1 on the left, a number on the right"))
    assert kinds(conflict, line(2, HOLDS, UNSAID)) == [DOUBTFUL, HOLDS]


def test_nothing_confirms_a_letter_whose_statement_is_not_read():
    assert kinds(line(1, FALSE, LOST), line(2, HOLDS, LOST)) == [DOUBTFUL, HOLDS]


def test_a_letter_with_which_line_after_line_fails_may_mean_something_else():
    failing = [line(number, FALSE, SAID) for number in (1, 2, 3)]
    assert kinds(*failing) == [DOUBTFUL] * 3
    assert kinds(*failing[:2]) == [FALSE] * 2
    assert kinds(*failing, *(line(number, HOLDS, SAID) for number in (4, 5, 6))) == [FALSE] * 3 + [HOLDS] * 3


def test_the_doubt_is_told_with_the_numbers_that_raised_it():
    page = r"Let $x \in \mathbb{R}^d$. $$\|x\|^2 = 2 x^\top x$$ $$\|x\|^2 = 3 x^\top x$$ $$\|x\|^2 = -x^\top x$$"
    first = check_text(page).verdicts[1]
    assert (first.verdict, first.code) == ("doubtful", "unconfirmed")
    assert "3 lines with x fail, and 0 hold" in first.reason
    assert first.counterexample is not None
