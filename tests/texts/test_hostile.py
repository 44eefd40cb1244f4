"""Strangers' files: whatever is fed in, verdicts or one clear error come out, and soon."""

import json
import os
import time

import pytest

from mlp_theory.cli import main
from mlp_theory.errors import DataError
from mlp_theory.texts.check import Settings, check_file, check_text

SECONDS = 60  # of work, and generous: most take less than a tenth of one
SETTINGS = Settings(max_seconds=1.0)
REAL = r"Let $x \in \mathbb{R}$." + "\n\n"


def letters(k):
    return "".join(chr(97 + int(c)) for c in str(k))


LAUGHS = (
    r"$\newcommand{\la}{xxxxxxxxxx}"
    + "".join(rf"\newcommand{{\l{chr(98 + k)}}}{{{(chr(92) + 'l' + chr(97 + k)) * 10}}}" for k in range(9))
    + "$\n\n$$\\lj = 1$$"
)

NEVER_TRUE = {
    "10,000 nested braces": "$$" + "{" * 10_000 + "x" + "}" * 10_000 + " = 1$$",
    "10,000 open braces": "$$" + "{" * 10_000 + " = 1$$",
    "39 braces": "$$" + "{" * 39 + "x" + "}" * 39 + " = 1$$",
    "1,000 brackets": "$$" + "(" * 1000 + "x" + ")" * 1000 + " = 1$$",
    "500 brackets that grow": "$$" + r"\left(" * 500 + "x" + r"\right)" * 500 + " = 1$$",
    "1,000 nested fractions": "$$" + r"\frac{1}{1+" * 1000 + "1" + "}" * 1000 + " = 1$$",
    "500 nested fractions": "$$" + r"\frac1{1+" * 500 + "1" + "}" * 500 + " = 1$$",
    "a tower of 500 powers": "$$" + "2^{" * 500 + "2" + "}" * 500 + " = 1$$",
    "a tower of 10 powers": "$$" + "10^{" * 10 + "10" + "}" * 10 + " = 1$$",
    "500 nested subscripts": "$$x" + "_{a" * 500 + "}" * 500 + " = 1$$",
    "1,000 fractions without a brace": "$$" + r"\frac1" * 1000 + "x = 1$$",
    "1,500 hats in a subscript": "$$x_{" + r"\hat" * 1500 + "x} = 1$$",
    "200 norms in each other": "$$" + r"\lVert " * 200 + "x" + r"\rVert " * 200 + " = 1$$",
    "150 matrices in each other": "$$" + r"\begin{matrix}" * 150 + "x" + r"\end{matrix}" * 150 + " = 1$$",
    "150 matrices in a definition": "$$y = "
    + r"\begin{matrix}" * 150
    + "x"
    + r"\end{matrix}" * 150
    + "$$\n\n$$y = 1$$",
    "a number of 4,900 digits": "$$" + "9" * 4900 + " = 1$$",
    "a sum of 10⁹ terms": REAL + r"$$\sum_{i=1}^{10^9} x = 10^9 x$$",
    "a sum of 1000000000 terms": REAL + r"$$\sum_{i=1}^{1000000000} x = 1000000000 x$$",
    "sums in sums": REAL + "$$" + "".join(rf"\sum_{{{c}=1}}^{{1000}}" for c in "ijklmn") + " x = 10^{17} x$$",
    "a product of 10⁹ factors": REAL + r"$$\prod_{i=1}^{10^9} x = x$$",
    "30 derivatives": REAL + "$f = x^2$\n\n$$" + r"\frac{\partial}{\partial x}" * 30 + " f = 0$$",
    "a matrix to the power of 10⁹": r"Let $A \in \mathbb{R}^{5\times 5}$." + "\n\n$$A^{1000000000} = A$$",
    "a column of 100,000": r"Let $x \in \mathbb{R}^{100000}$." + "\n\n" + r"$$\mathrm{tr}(x x^\top) = 2\|x\|^2$$",
    "a matrix of 100,000": r"Let $X \in \mathbb{R}^{100000\times 100000}$." + "\n\n$$X = X^\\top$$",
    "a macro that calls itself": "$\\newcommand{\\a}{\\a\\a}$\n\n$$\\a = 1$$",
    "a macro with an argument that calls itself": "$\\newcommand{\\a}[1]{\\a{#1#1}}$\n\n$$\\a{x} = 1$$",
    "macros that call each other": "$\\newcommand{\\a}{\\b}\\newcommand{\\b}{\\a}$\n\n$$\\a = 1$$",
    "a billion laughs": LAUGHS,
    "definitions in a circle": "$$a = b + 1$$\n\n$$b = c + 1$$\n\n$$c = a + 1$$",
    "a chain of 2,000 links": "$$" + "=".join(["x"] * 2000) + "$$",
    "450 rows": "$$\\begin{align}" + "x &= x+0\\\\" * 450 + "\\end{align}$$",
    "a matrix of 2,000 ones": r"$$\begin{bmatrix}" + ("1 & " * 49 + r"1\\") * 40 + r"\end{bmatrix} = 1$$",
    "half a surrogate": "$$x\ud800 = 1$$",
    "writing from right to left": "$$x\u202e = 1\u0301$$",
    "private characters": "$$x\ue020\ue030 = \ue001$$",
    "environments that never end": "$$" + r"\begin{aligned}" * 200 + "x = 1$$",
    "environments that never began": "$$x = 1" + r"\end{cases}" * 200 + "$$",
    "factorials": "$$5" + "!" * 50 + " = 1$$",
}

NOTHING_TO_SAY = {
    "nothing": "",
    "100,000 backslashes": "\\" * 100_000,
    "100,001 dollars": "$" * 100_001,
    "50,000 stars": "*a" * 50_000,
    "50,000 brackets": "[" * 50_000,
    "30,000 backticks": "`a``" * 30_000,
    "10,000 open comments": "<!-- " * 10_000,
    "front matter that refers to itself": "---\n" + "a: &a [*a]\n" * 2000 + "---\n",
    "front matter that is broken": "---\nlayout: [1\n---\n",
}

REFUSED = {
    "a NUL": "$$x\0 = 1$$",
    "a million lines": "a\n" * 1_000_000,
    "200,000 displays": "$$x=1$$\n\n" * 200_000,
    "100,000 quotes in quotes": ">" * 100_000 + " x",
    "500 lists in lists": "".join(" " * (2 * k) + "- x\n" for k in range(500)),
}


@pytest.fixture(autouse=True)
def _soon():
    begun = time.process_time()  # of this process alone: the machine may be busy
    yield
    assert time.process_time() - begun < SECONDS


@pytest.mark.sample(every=3)
@pytest.mark.parametrize("page", NEVER_TRUE.values(), ids=NEVER_TRUE)
def test_a_hostile_equation_gets_a_verdict_and_never_holds(page):
    report = check_text(page, SETTINGS)
    found = [v.verdict for v in report.verdicts]
    assert found
    assert "holds" not in found
    assert all(v.reason for v in report.verdicts if v.verdict == "unread")
    json.dumps(report.to_json())
    assert str(report)


def test_an_equation_of_5000_characters_is_read():
    assert check_text(REAL + "$$x" + "+x" * 2490 + " = 2491 x$$").verdicts[-1].verdict == "holds"
    assert check_text(REAL + "$$x" + "+x" * 2490 + " = 2490 x$$").verdicts[-1].verdict == "false"


def test_60_definitions_of_each_other_are_followed():
    chain = [f"$$y_{{({letters(k)})}} = y_{{({letters(k - 1)})}} + 1$$" for k in range(1, 60)]
    report = check_text(REAL + f"$$y_{{({letters(0)})}} := x$$\n\n" + "\n\n".join(chain))
    assert report.counts["false"] == report.counts["holds"] == 0


@pytest.mark.parametrize("page", NOTHING_TO_SAY.values(), ids=NOTHING_TO_SAY)
def test_what_has_no_equation_gets_no_verdict(page):
    assert check_text(page, SETTINGS).verdicts == ()


@pytest.mark.parametrize("page", REFUSED.values(), ids=REFUSED)
def test_what_is_no_page_is_one_clear_error(page):
    with pytest.raises(DataError) as error:
        check_text(page, SETTINGS)
    assert len(str(error.value)) < 500


def test_one_hostile_equation_does_not_cost_the_page():
    page = REAL + NEVER_TRUE["500 nested fractions"] + "\n\n$$x + x = 2x$$\n\n" + NEVER_TRUE["half a surrogate"]
    assert [v.verdict for v in check_text(page).verdicts].count("holds") == 1


def test_a_number_that_is_too_long_is_told_as_that():
    assert "AssertionError" not in check_text("$$" + "9" * 400 + " = 1$$").verdicts[-1].reason


# ------------------------------------------------------------------ files, from the command line

BINARY = {
    "a NUL": b"$$x = 1$$\0",
    "invalid UTF-8": b"a\n\xff\xfe$$x = 1$$",
    "Latin-1": "Größe".encode("latin-1"),
    "rubbish": bytes(range(256)) * 40,
    "UTF-16": "$$x = 1$$".encode("utf-16"),
    "too large": b"a" * 2_000_001,
    "a million lines": b"\n" * 1_000_000,
}


@pytest.mark.parametrize("content", BINARY.values(), ids=BINARY)
def test_a_file_that_is_no_text_is_one_clear_error(content, tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_bytes(content)
    with pytest.raises(DataError):
        check_file(page)
    assert main(["check", str(page)]) == 2
    told = "".join(capsys.readouterr())
    assert "page.md" in told
    assert "Traceback" not in told


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("name", [name for name in NEVER_TRUE if name != "half a surrogate"])
def test_a_hostile_page_fails_from_the_command_line_without_a_traceback(name, tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_text(NEVER_TRUE[name], encoding="utf-8")
    assert main(["check", str(page), "--format", "json", "--max-seconds", "1"]) in (0, 1)
    told, complaints = capsys.readouterr()
    assert json.loads(told)["counts"]["holds"] == 0
    assert "Traceback" not in complaints


def test_one_unreadable_file_does_not_cost_the_others(tmp_path, capsys):
    (tmp_path / "a.md").write_bytes(BINARY["rubbish"])
    (tmp_path / "b.md").write_text(REAL + "$$x + x = 2x$$", encoding="utf-8")
    assert main(["check", str(tmp_path), "--format", "json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["holds"] == 1
    assert [bool(file.get("error")) for file in told["files"]] == [True, False]


def test_a_loop_of_links_is_walked_once(tmp_path, capsys):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "page.md").write_text(REAL + "$$x + x = 2x$$", encoding="utf-8")
    os.symlink(tmp_path, tmp_path / "in" / "deep" / "up", target_is_directory=True)
    os.symlink(tmp_path / "in" / "itself.md", tmp_path / "in" / "itself.md")
    os.symlink(tmp_path / "in" / "page.md", tmp_path / "in" / "again.md")
    assert main(["check", str(tmp_path), "--format", "json"]) in (0, 2)
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["holds"] == 1


def test_what_is_no_regular_file_is_not_opened(tmp_path, capsys):
    """A pipe would make it wait, where there are pipes; a device is there everywhere."""
    special = [os.devnull]
    if hasattr(os, "mkfifo"):
        special.append(str(tmp_path / "pipe.md"))
        os.mkfifo(special[-1])
    for path in special:
        assert main(["check", path]) == 2
        assert "no file" in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    "relation", ["=", ":=", r"\in", r"\le", r"\sim", r"\leftarrow", r"\approx", r"\Rightarrow", ":"]
)
@pytest.mark.parametrize("rest", ["", "1", r"\sum_k y_k", r"\mathbb{R}^n", "x + 1 = 2"])
@pytest.mark.parametrize("marks", ["${}$", "$${}$$"], ids=["in the text", "displayed"])
def test_a_formula_may_begin_or_end_with_its_relation(relation, rest, marks):
    for formula in (f"{relation} {rest}", f"{rest} {relation}"):
        check_text(f"Let $x \\in \\mathbb{{R}}$. Its value is {marks.format(formula)} here.", SETTINGS)


LEADS = [
    "Suppose that",
    "Find the minimum of",
    "Setting this to zero gives",
    "subject to",
    "We minimize",
    "At $x = 0$ we have",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("formula", [r"\frac{ = 3", "= 3", "x =", r"\foo{x} = \bar", "{x} = }", r"\arg\min_x = ="])
def test_what_is_supposed_may_be_broken(lead, formula):
    check_text(f"Let $x \\in \\mathbb{{R}}$. {lead}\n\n$$\n{formula}\n$$\n\nand ${formula}$.", SETTINGS)
