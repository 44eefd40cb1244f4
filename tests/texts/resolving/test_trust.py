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


SAID, DEFINED, UNSAID = ("W", "declared at line 1"), ("W", "defined at line 1"), ("W", "typography")


def test_what_is_said_of_all_letters_leaves_a_line_false():
    assert kinds(line(1, FALSE, SAID)) == [FALSE]


def test_nothing_confirms_how_large_a_letter_is_of_which_nothing_is_said():
    conflict = ShapeConflict("K×1 on the left, a number on the right")
    assert kinds(line(1, FALSE, UNSAID, why=conflict), line(2, HOLDS, UNSAID)) == [DOUBTFUL, HOLDS]
    assert kinds(line(1, FALSE, SAID, why=conflict)) == [FALSE]
    assert kinds(line(1, FALSE, UNSAID)) == [FALSE]


def test_a_letter_with_which_line_after_line_fails_may_mean_something_else():
    failing = [line(number, FALSE, DEFINED) for number in (1, 2, 3)]
    assert kinds(*failing) == [DOUBTFUL] * 3
    assert kinds(*failing[:2]) == [FALSE] * 2
    assert kinds(*failing, line(4, HOLDS, DEFINED)) == [FALSE] * 3 + [HOLDS]


def test_what_is_declared_means_what_is_declared():
    assert kinds(*(line(number, FALSE, SAID) for number in (1, 2, 3))) == [FALSE] * 3


def test_the_doubt_is_told_with_the_numbers_that_raised_it():
    page = "$$g = 3 + 4$$ $$g^2 = 50$$ $$2 g = 15$$ $$g - 1 = 5$$"
    verdicts = check_text(page).verdicts
    assert [(v.verdict, v.code) for v in verdicts[1:]] == [("doubtful", "unconfirmed")] * 3
    assert "3 lines with g fail, and none holds" in verdicts[1].reason
    assert verdicts[1].counterexample is not None
