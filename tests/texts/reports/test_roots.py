"""What a page's report says of its roots: which block most, who waits for them, and what to add."""

import pytest

from mlp_theory.errors import UncheckedPageError
from mlp_theory.texts.reports.report import Report
from mlp_theory.texts.reports.verdict import FileReport
from mlp_theory.texts.verdicts.reasons.unknown_letters import UndeclaredLetter
from mlp_theory.texts.verdicts.roots import Meaning, Root, RootKind
from tests.texts.reports.test_report import verdict

SET = Root("v", RootKind.UNKNOWN_SET, 14, "", "v ∈ 𝒱", "no such set", r"$v \in \mathbb{R}^d$")
BARE = Root("W", RootKind.UNDECLARED)
WORD = Root("foo", RootKind.UNREAD, 3, "", "", "unknown word: foo")
CELL = Root("b", RootKind.UNREAD, 2, "cell 4", "b = …", "dots that are not read")


def waiting(*roots, kind="unread", line=20, **more):
    return verdict(kind, line, roots=roots, **more)


def page(*verdicts, path="notes.md"):
    return FileReport(path, verdicts)


def last_lines(*verdicts, path="notes.md", explain=False):
    text = Report((page(*verdicts, path=path),)).to_text(explain=explain)
    return [line for line in text.split("\n") if "to mend: " in line or line.lstrip().startswith("then: ")]


# ------------------------------------------------------------------ which block most


def test_roots_are_counted_by_the_equations_that_wait_for_them():
    found = page(waiting(BARE), waiting(SET, WORD), waiting(SET, kind="doubtful")).blocking
    assert found == ((SET, 2), (BARE, 1), (WORD, 1))


def test_an_equation_that_is_judged_or_marked_waits_for_nothing():
    held = [waiting(SET, kind="holds"), waiting(SET, kind="false"), waiting(SET, kind="unchecked", expected=True)]
    assert page(*held).blocking == ()


def test_an_equation_waits_once_for_a_root_that_stands_in_it_twice():
    assert page(waiting(SET, SET)).blocking == ((SET, 1),)


def test_ties_are_told_by_line():
    other = Root("u", RootKind.UNREAD, 9)
    assert [root.letter for root, _ in page(waiting(SET, other)).blocking] == ["u", "v"]


def test_lines_that_differ_in_what_to_add_wait_for_one_root():
    """What most of them propose is proposed."""
    said = [Root("v", RootKind.UNDECLARED, proposal=text) for text in ("", "$v = 1$", "$v = 2$", "$v = 2$")]
    ((root, count),) = page(*map(waiting, said)).blocking
    assert (root.proposal, count) == ("$v = 2$", 4)


def test_what_several_equations_are_not_read_for_is_a_root_at_the_first_of_them():
    strange = [verdict("unread", line, reason="no such operation: \\oint") for line in (7, 9)]
    other = verdict("unread", 8, reason="a set that is not spelled out")
    assert last_lines(*strange, other) == ["first to mend: line 7 (no such operation: \\oint; 2 equations wait)"]
    assert page(*strange).to_json()["first_to_mend"][0]["letter"] == ""


def test_an_equation_that_breaks_at_a_place_waits_for_what_is_said_there_and_not_for_its_letters():
    broken = waiting(SET, reason="no such operation: \\oint", pointer=("v \\oint w", 2))
    rests = waiting(SET, why=UndeclaredLetter("v is neither declared nor defined"), pointer=("v + w", 0))
    assert (broken.waits_for, rests.waits_for) == ((), (SET,))


# ------------------------------------------------------------------ in a terminal


def test_a_report_ends_with_what_to_mend_first():
    assert last_lines(waiting(SET), waiting(SET), waiting(BARE)) == [
        r"first to mend: line 14 (v ∈ 𝒱: no such set; 2 equations wait for v)"
        r"   add <!-- given: $v \in \mathbb{R}^d$ -->",
        "         then: W: nothing declares or defines it; 1 equation waits for W",
    ]


def test_a_letter_is_not_named_twice():
    root = Root("y", RootKind.UNDECLARED, text="y is neither declared nor defined")
    assert last_lines(waiting(root)) == ["first to mend: y is neither declared nor defined; 1 equation waits for y"]


def test_a_root_in_a_cell_is_told_with_its_cell():
    assert last_lines(waiting(CELL)) == [
        "first to mend: cell 4, line 2 (b = …: dots that are not read; 1 equation waits for b)"
    ]


def test_three_are_told_and_all_of_them_to_those_who_ask():
    verdicts = [waiting(SET, BARE, WORD, CELL)]
    assert (len(last_lines(*verdicts)), len(last_lines(*verdicts, explain=True))) == (3, 4)


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        ("notes.md", r"<!-- given: $v \in \mathbb{R}^d$ -->"),
        ("notes.tex", r"% given: $v \in \mathbb{R}^d$"),
        ("notes.mdx", r"{/* given: $v \in \mathbb{R}^d$ */}"),
        ("text", r"<!-- given: $v \in \mathbb{R}^d$ -->"),
    ],
)
def test_the_comment_is_one_of_the_format(path, comment):
    assert last_lines(waiting(SET), path=path)[0].endswith(f"   add {comment}")


def test_a_page_that_waits_for_nothing_has_no_such_line():
    assert last_lines(verdict()) == []


def test_explained_an_equation_says_what_its_letters_are_and_what_it_waits_for():
    letters = (Meaning("W", "K×d", "real", "declared at line 3"), Meaning("t", "K×1", "one-hot", "assumed", "line 20"))
    told = Report((page(waiting(SET, letters=letters), waiting(SET)),)).to_text(explain=True).split("\n")
    assert [line.strip() for line in told[2:5]] == [
        "W : K×d, declared at line 3",
        "t : K×1, one-hot, assumed, line 20",
        r"waits for line 14 (v ∈ 𝒱: no such set; 2 equations wait for v)   add <!-- given: $v \in \mathbb{R}^d$ -->",
    ]


def test_explained_what_holds_says_without_what():
    told = Report((page(waiting(SET, kind="holds")),)).to_text(explain=True)
    assert "though line 14, v ∈ 𝒱: no such set" in told


def test_what_several_pages_wait_for_is_told_below_them():
    files = (page(waiting(BARE), waiting(BARE)), page(waiting(BARE), waiting(SET)), page(waiting(WORD)))
    assert Report(files).to_text().split("\n")[-1] == (
        "in 2 files: W: nothing declares or defines it; 3 equations wait"
    )
    assert "in 2 files: W: nothing" in Report(files)._repr_html_()


# ------------------------------------------------------------------ elsewhere


def test_json_tells_all_roots_of_a_page_in_their_order():
    told = page(waiting(BARE), waiting(SET, CELL), waiting(SET)).to_json()["first_to_mend"]
    assert [(root["letter"], root["kind"], root["line"], root["waiting"]) for root in told] == [
        ("v", "unknown-set", 14, 2),
        ("W", "undeclared", 0, 1),
        ("b", "unread", 2, 1),
    ]
    assert told[0]["proposal"] == r"$v \in \mathbb{R}^d$"
    assert told[2]["part"] == "cell 4"


def test_github_points_at_the_line_to_mend():
    lines = Report((page(waiting(SET), waiting(CELL)),)).to_github().split("\n")
    assert lines[2].startswith("::notice file=notes.md,line=14,title=first to mend::line 14 (v ∈ 𝒱: no such set;")
    assert lines[3].startswith("::notice file=notes.md,title=first to mend::cell 4, line 2 (b = …")


def test_html_tells_what_to_mend_first():
    html = Report((page(waiting(SET)),))._repr_html_()
    assert "<p>first to mend: line 14 (v ∈ 𝒱: no such set; 1 equation waits for v)" in html
    assert "&lt;!-- given: $v" in html


def test_asserting_says_what_to_add():
    with pytest.raises(UncheckedPageError, match=r"to mend : add <!-- given: \$v"):
        Report((page(waiting(SET)),)).assert_ok()


@pytest.mark.parametrize("form", ["to_text", "to_github", "_repr_html_"])
def test_no_root_plays_with_the_reader(form):
    nasty = "a\x1b[31m\n::error::b\r\u202e<script>\x00" + "y" * 5000
    root = Root(nasty, RootKind.UNREAD, 1, nasty, nasty, nasty, nasty)
    meaning = Meaning(nasty, nasty, nasty, nasty, nasty)
    file = page(waiting(root, letters=(meaning,)))
    shown = getattr(Report((file, file)), form)() + Report((file,)).to_text(explain=True)
    assert not set("\x1b\r\u202e\x00") & set(shown)
    assert "\n::error::b" not in shown
    assert max(map(len, shown.split("\n"))) < 6000 if form == "to_text" else True
