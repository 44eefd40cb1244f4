"""Shapes that do not fit are false only where the page says how large its letters are."""

import pytest

from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.resolving.trust import trusted
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.reasons.decided import SidesDiffer
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.roots import Meaning

CONFLICT = ShapeConflict("K×1 on the left, a number on the right")


def after(why, origin, expected=False):
    letters = (Meaning("W", "K×1", "real", origin),)
    verdict = Verdict(3, 1, "…", FALSE, why, "…", letters=letters, expected=expected)
    return trusted(FileReport("notes.md", (verdict,))).verdicts[0]


@pytest.mark.parametrize("origin", ["typography", "its index", "solved from what it is used with"])
def test_a_size_that_the_page_nowhere_says_may_be_another(origin):
    told = after(CONFLICT, origin)
    assert (told.kind, told.code) == (DOUBTFUL, "unconfirmed")
    assert told.reason.endswith("but nothing on the page says how large W is")
    assert [root.letter for root in told.roots] == ["W"]


@pytest.mark.parametrize("origin", ["declared at line 1", "defined at line 2", "solved from line 4"])
def test_a_size_that_the_page_says_is_what_it_is(origin):
    assert after(CONFLICT, origin).kind is FALSE


def test_values_that_differ_do_so_whatever_the_size():
    assert after(SidesDiffer("the sides differ"), "typography").kind is FALSE


def test_a_line_that_is_marked_as_false_stays_that():
    assert after(CONFLICT, "typography", expected=True).kind is FALSE
