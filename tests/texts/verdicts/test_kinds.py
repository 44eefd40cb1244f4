"""Kinds of verdicts: a new one is one class, and all the rest of the house takes it as it is."""

import copy
import pickle
from pathlib import Path

import pytest

from mlp_theory.texts.reports.report import Report
from mlp_theory.texts.reports.terminal import COLOURS
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.verdicts import kinds
from mlp_theory.texts.verdicts.kind import KINDS, Kind, register
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.reasons.undecided import TooFewDraws


class Unsettled(Kind):
    """A kind that the house does not have: tested, and neither true nor false."""

    name = "unsettled"
    place = 35
    says = "is unsettled"
    colour = "magenta"
    exit_code = 1
    annotation = "warning"


@pytest.fixture
def unsettled():
    kind = register(Unsettled())
    yield kind
    KINDS.remove(kind)


@pytest.fixture
def report(unsettled):
    why = TooFewDraws("only 2 of 70 draws could be judged")
    verdicts = [Verdict(3, 1, "x = x", HOLDS, None, "x = x"), Verdict(4, 1, "x = y", unsettled, why, "x = y")]
    return Report((FileReport("notes.md", tuple(verdicts)),))


def test_a_new_kind_is_counted(report):
    assert report.counts["unsettled"] == 1
    assert list(report.counts) == [
        "declares",
        "defines",
        "holds",
        "holds if",
        "unsettled",
        "false",
        "doubtful",
        "supposes",
        "unread",
        "unchecked",
    ]
    assert report.to_text().endswith("2 equations: 1 holds, 1 unsettled")


def test_a_new_kind_is_printed_with_its_reason_and_in_its_colour(report):
    plain, coloured = report.to_text().split("\n"), report.to_text(colour=True).split("\n")
    assert plain[2] == "    4  unsettled x = y                                 only 2 of 70 draws could be judged"
    assert coloured[2] == plain[2].replace("unsettled", "\x1b[35munsettled\x1b[0m")


def test_a_new_kind_is_annotated_as_loudly_as_it_asks(report):
    annotation, counted = report.to_github().split("\n")
    assert annotation.startswith("::warning file=notes.md,line=4,col=1,title=this equation is unsettled::x = y%0A")
    assert counted.endswith("1 holds, 1 unsettled")


def test_a_new_kind_stands_in_notebooks_and_in_json(report):
    assert ">unsettled</td>" in report._repr_html_()
    told = report.to_json()["files"][0]["verdicts"][1]
    assert (told["verdict"], told["code"]) == ("unsettled", "too-few-draws")


def test_a_new_kind_decides_the_exit_code(report, unsettled, monkeypatch):
    assert (report.exit_code, report.ok) == (1, False)
    monkeypatch.setattr(Unsettled, "exit_code", 0)
    assert (report.exit_code, report.ok) == (0, True)


def test_two_kinds_are_not_counted_under_one_word(unsettled):
    with pytest.raises(ValueError, match="counted as unsettled"):
        register(Unsettled())


def test_every_file_of_the_room_is_a_kind_and_every_kind_a_file():
    files = {f"{kinds.__name__}.{path.stem}" for path in Path(kinds.__file__).parent.glob("[!_]*.py")}
    assert sorted(files) == sorted(kind.__module__ for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_a_kind_is_itself_in_copies_and_in_other_processes(kind):
    assert pickle.loads(pickle.dumps(kind)) is kind
    assert copy.deepcopy(kind) is kind


@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_a_kind_is_consistent(kind):
    assert kind.colour in {"", *COLOURS}
    assert kind.annotation in ("", "notice", "warning", "error")
    assert kind.decides or not kind.confirms
    assert kind.passes or not kind.established


def test_the_order_of_the_counts_is_that_of_their_places():
    assert [kind.counted for kind in KINDS] == [
        "declares",
        "defines",
        "holds",
        "holds if",
        "false",
        "doubtful",
        "supposes",
        "unread",
        "unchecked",
    ]
    assert HOLDS.confirms
    assert not FALSE.passes
