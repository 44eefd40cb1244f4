"""What was found on a page: counted, printed, as JSON, as GitHub's annotations, in a notebook."""

import dataclasses
import json
import pickle

import numpy as np
import pytest

from mlp_theory import check_text
from mlp_theory.errors import MLPTheoryError, UncheckedPageError
from mlp_theory.texts.reports.counterexample import Counterexample
from mlp_theory.texts.reports.report import Report
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.verdicts.kind import kind_counted_as
from mlp_theory.texts.verdicts.reasons.broken_latex import NotRead


def verdict(kind="holds", line=1, reason="", mend=None, **more):
    why = NotRead(reason, mend) if reason or mend else None
    return Verdict(
        **{
            "line": line,
            "column": 3,
            "latex": "x",
            "kind": kind_counted_as(kind),
            "why": why,
            "read_as": "x = y",
            **more,
        }
    )


DECLARES = verdict("declares", 12, read_as="W ∈ ℝ^{K×d}")
DEFINES = verdict("defines", 20, read_as="Z = W X + b 1ᵀ")
HOLDS = verdict("holds", 31, read_as="∂L/∂Z = (P − T)/n", draws=12, relative_error=3e-11)
FALSE = verdict(
    "false",
    37,
    read_as="∂L/∂W = Xᵀ ∂L/∂Z",
    reason="shapes: left 3×4; right, 4×5 transposed times 3×5, does not multiply",
    mend="∂L/∂W = ∂L/∂Z Xᵀ",
)
UNREAD = verdict("unread", 44, read_as="\\oint …", reason="no such operation", pointer=("a = \\oint x", 4))
EXPECTED = verdict("false", 50, expected=True, reason="not equal")
UNCHECKED = verdict("unchecked", 51, expected=True, reason="outside the language")
SURPRISE = verdict("holds", 52, surprise=True, draws=12)


def report(*verdicts, path="notes.md"):
    return Report((FileReport(path, verdicts),))


UNREADABLE = FileReport("gone.md", (), error="gone.md cannot be read\n  got     : no such file")


# ------------------------------------------------------------------ what passes


@pytest.mark.parametrize("good", [DECLARES, DEFINES, HOLDS, EXPECTED, UNCHECKED, verdict("supposes")])
def test_what_passes(good):
    assert good.passed
    assert (report(good).ok, report(good).exit_code) == (True, 0)
    report(good).assert_ok()


@pytest.mark.parametrize("bad", [FALSE, UNREAD, SURPRISE, verdict("doubtful"), verdict("holds if")])
def test_what_does_not_pass(bad):
    assert not bad.passed
    assert (bool(report(HOLDS, bad)), report(HOLDS, bad).exit_code) == (False, 1)


def test_a_file_that_cannot_be_read_outweighs_what_is_false():
    both = Report((FileReport("a.md", (FALSE,)), UNREADABLE))
    assert (both.ok, both.exit_code) == (False, 2)


def test_every_claim_is_counted_once():
    counts = report(DECLARES, DEFINES, HOLDS, FALSE, UNREAD, EXPECTED, UNCHECKED, SURPRISE).counts
    assert counts == {
        "declares": 1, "defines": 1, "holds": 2, "holds if": 0, "false": 2, "doubtful": 0, "supposes": 0, "unread": 1,
        "unchecked": 1,
    }  # fmt: skip
    assert Report(()).counts == dict.fromkeys(counts, 0)


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (
            FALSE,
            ["notes.md, line 37, column 3: this equation is false", "∂L/∂W = Xᵀ ∂L/∂Z: shapes", "to mend : ∂L/∂W ="],
        ),
        (UNREAD, ["line 44", "could not be read", "no such operation"]),
        (SURPRISE, ["line 52", "marked as false, but it holds"]),
    ],
)
def test_asserting_names_the_first_that_is_wrong(bad, says):
    with pytest.raises(AssertionError) as caught:
        report(HOLDS, bad, FALSE).assert_ok()
    assert isinstance(caught.value, UncheckedPageError)
    assert isinstance(caught.value, MLPTheoryError)
    assert all(part in str(caught.value) for part in says)


def test_asserting_complains_of_a_file_that_cannot_be_read():
    with pytest.raises(UncheckedPageError, match="no such file"):
        Report((UNREADABLE,)).assert_ok()


# ------------------------------------------------------------------ text


def test_text_is_a_line_a_claim_with_the_reason_below():
    assert str(report(DECLARES, DEFINES, HOLDS, FALSE, UNREAD)).split("\n") == [
        "notes.md",
        "   12  declares  W ∈ ℝ^{K×d}",
        "   20  defines   Z = W X + b 1ᵀ",
        "   31  holds     ∂L/∂Z = (P − T)/n                     at 12 draws, worst relative error 3e-11",
        "   37  FALSE     ∂L/∂W = Xᵀ ∂L/∂Z",
        "                 shapes: left 3×4; right, 4×5 transposed times 3×5, does not multiply",
        "                 to mend: ∂L/∂W = ∂L/∂Z Xᵀ",
        "   44  unread    \\oint …                               no such operation",
        "                 a = \\oint x",
        "                     ^",
        "5 equations: 1 declares, 1 defines, 1 holds, 1 false, 1 unread",
    ]


def test_a_short_reason_stands_beside_its_equation():
    misfit = "K×d on the left; d×n times K×n does not multiply"
    lines = str(
        report(
            verdict("false", 37, read_as="∂L/∂W = Xᵀ ∂L/∂Z", reason=misfit),
            verdict("holds if", 52, read_as="∂ℓ/∂z = p − y", assumed="y sums to one", draws=12),
            verdict("supposes", 60, read_as="Xᵀ X w = Xᵀ y", reason="“setting this to zero gives”"),
        )
    )
    assert lines.split("\n")[1:] == [
        "   37  FALSE     ∂L/∂W = Xᵀ ∂L/∂Z                      K×d on the left; d×n times K×n does not multiply",
        "   52  holds if  ∂ℓ/∂z = p − y                         y sums to one: the page does not say so",
        "   60  supposes  Xᵀ X w = Xᵀ y                         “setting this to zero gives”",
        "3 equations: 1 holds if, 1 false, 1 supposes",
    ]


def test_what_the_page_marks_is_counted_visibly():
    lines = str(report(EXPECTED, UNCHECKED, SURPRISE)).split("\n")
    assert lines[1].endswith("as expected: not equal")
    assert lines[1].split()[1] == "false"
    assert lines[2].split()[1] == "unchecked"
    assert lines[4].strip() == "marked as false, but it holds"
    assert lines[5] == ("3 equations: 1 holds, 1 false (1 as expected), 1 unchecked; 1 marked as false, but not false")


def test_a_counterexample_names_sizes_entry_and_values():
    example = Counterexample({"n": 4, "K": 3}, (1, 2), 0.5, 1 / 3, "import numpy as np\nprint(1)")
    shown = verdict("false", counterexample=example, explanation=("x : 3×4, from line 1",), shapes=("3×4", "4×3"))
    text = report(shown).to_text()
    assert "in entry (1, 2): left 0.5, right 0.333333, at n = 4, K = 3\n" in text
    assert "shapes: left 3×4; right 4×3" in text
    assert "import numpy" not in text
    explained = report(shown).to_text(explain=True).split("\n")
    assert "                 x : 3×4, from line 1" in explained
    assert "                     import numpy as np" in explained


def test_a_summary_closes_many_files():
    text = str(Report((FileReport("a.md", (HOLDS,)), FileReport("b.md", ()), UNREADABLE)))
    assert text.split("\n\n")[1:] == [
        "b.md\nno equations",
        "gone.md\n  gone.md cannot be read\n    got     : no such file",
        "3 files, 1 equation: 1 holds; 1 file could not be read",
    ]


def test_the_caret_stands_below_its_place_in_a_long_line_and_below_hats():
    text = report(verdict("unread", pointer=("x" * 500 + "\\oint" + "y" * 500, 500))).to_text()
    line, caret = text.split("\n")[2:4]
    assert line[caret.index("^") :].startswith("\\oint")
    assert len(line) < 150
    text = report(verdict("unread", pointer=("y\u0302 = \\oint", 5))).to_text()
    assert text.split("\n")[3] == " " * 17 + "    ^"


@pytest.mark.parametrize("offset", [-1, 0, 3, 99])
def test_a_caret_outside_its_line_is_no_crash(offset):
    assert "^" in report(verdict("unread", pointer=("a=b", offset))).to_text()


# ------------------------------------------------------------------ JSON


def test_json_has_every_field_and_no_more():
    example = Counterexample({"n": 4}, (1, 2), 0.5, float("nan"), "print(1)")
    full = verdict("false", latex="x=y", tag="3.7", shapes=("3×4", "4×3"), counterexample=example, relative_error=0.5)
    assert report(full).to_json() == {
        "files": [
            {
                "path": "notes.md",
                "verdicts": [
                    {
                        "line": 1,
                        "column": 3,
                        "latex": "x=y",
                        "verdict": "false",
                        "reason": "",
                        "code": None,
                        "read_as": "x = y",
                        "reading": None,
                        "relative_error": 0.5,
                        "draws": 0,
                        "mend": None,
                        "tag": "3.7",
                        "expected": False,
                        "shapes": {"left": "3×4", "right": "4×3"},
                        "counterexample": {
                            "sizes": {"n": 4},
                            "entry": [1, 2],
                            "left": 0.5,
                            "right": None,
                            "numpy": "print(1)",
                        },
                        "roots": [],
                        "letters": [],
                        "assumed": None,
                    }
                ],
                "first_to_mend": [],
            }
        ],
        "counts": {
            "declares": 0,
            "defines": 0,
            "holds": 0,
            "holds if": 0,
            "false": 1,
            "doubtful": 0,
            "supposes": 0,
            "unread": 0,
            "unchecked": 0,
        },
    }


def test_json_takes_numpys_numbers_and_tells_of_unreadable_files():
    example = Counterexample({"n": np.int64(4)}, (np.int64(1), np.int64(2)), np.float64(0.5), np.float64("inf"), "")
    numbers = verdict(
        "false", line=np.int64(2), draws=np.int64(3), relative_error=np.float64(1), counterexample=example
    )
    told = json.loads(json.dumps(Report((FileReport("a", (numbers,)), UNREADABLE)).to_json(), allow_nan=False))
    assert told["files"][0]["verdicts"][0]["counterexample"]["entry"] == [1, 2]
    assert "error" not in told["files"][0]
    assert told["files"][1]["error"] == UNREADABLE.error


# ------------------------------------------------------------------ GitHub


def test_github_annotates_what_is_wrong_and_counts_the_rest():
    lines = report(HOLDS, EXPECTED, UNCHECKED, FALSE, UNREAD, path="a,b:c%.md").to_github().split("\n")
    assert len(lines) == 3
    assert lines[0].startswith("::error file=a%2Cb%3Ac%25.md,line=37,col=3,title=this equation is false::∂L/∂W")
    assert "%0Ato mend: ∂L/∂W = ∂L/∂Z Xᵀ" in lines[0]
    assert "no such operation%0Aa = \\oint x%0A    ^" in lines[1]
    assert lines[2].startswith("::notice title=mlp-theory check::1 file, 5 equations: ")


def test_github_names_a_file_that_cannot_be_read():
    first = Report((UNREADABLE,)).to_github().split("\n")[0]
    assert first == "::error file=gone.md,title=not checked::gone.md cannot be read%0A  got     : no such file"


# ------------------------------------------------------------------ strangers' equations

NASTY = "a\x1b[31m\n::error::b\r\u202e\u2028<script>&\t\x00\ud800" + "y" * 5000


@pytest.mark.parametrize("kind", ["holds", "false", "unread"])
@pytest.mark.parametrize("form", ["to_text", "to_github", "_repr_html_"])
def test_no_equation_plays_with_the_reader(kind, form):
    nasty = verdict(kind, reason=NASTY, read_as=NASTY, mend=NASTY, reading=NASTY, tag=NASTY, pointer=(NASTY, 3))
    shown = getattr(Report((FileReport(NASTY, (nasty,)), FileReport(NASTY, (), error=NASTY))), form)()
    assert not set("\x1b\r\u202e\u2028\t\x00\ud800") & set(shown)
    assert "\n::error::b" not in shown if form == "to_github" else True
    assert "<script>" not in shown if form == "_repr_html_" else True
    shown.encode("utf-8")


def test_long_equations_are_shortened():
    assert max(map(len, report(verdict("false", reason="r" * 9999, read_as="x" * 9999)).to_text().split("\n"))) < 500


def test_html_is_a_small_table():
    html = report(HOLDS, FALSE, UNREAD)._repr_html_()
    assert html.count("<tr>") == 4
    assert "<pre>a = \\oint x\n    ^</pre>" in html


def test_a_report_comes_home_from_other_processes():
    full = report(HOLDS, FALSE, UNREAD)
    assert pickle.loads(pickle.dumps(full)) == full
    assert dataclasses.replace(HOLDS, line=3).line == 3


def test_a_letter_that_is_only_known_in_bold_is_told_as_its_namesake():
    page = r"Let $\mathbf{x} \in \mathbb{R}^{d}$. $$\mathbf{x}^\top \mathbf{x} = 2 x^\top x$$"
    (told,) = check_text(page).verdicts[1:]
    assert told.verdict == "doubtful"
    assert "the page does not declare x" in told.reason


def test_a_function_is_told_with_what_it_maps_to():
    page = r"Let $f : \mathbb{R} \to \mathbb{R}$ and $\ell : \mathbb{R}^{m \times n} \to \mathbb{R}$."
    declared = check_text(page).verdicts
    assert [(v.verdict, v.read_as) for v in declared] == [("declares", "f : ℝ → ℝ"), ("declares", "ℓ : ℝ^{m×n} → ℝ")]
    assert declared[0].latex == r"f : \mathbb{R} \to \mathbb{R}"
