"""``mlp-theory check``: which pages it reads, what it prints, and its exit code."""

import json
import os
import subprocess
import sys
import types
from dataclasses import dataclass

import pytest

from mlp_theory.cli import main
from mlp_theory.commands.check import check_pages
from mlp_theory.errors import DataError
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.source.files import find_pages, read_file
from mlp_theory.texts.verdicts.kind import kind_counted_as
from mlp_theory.texts.verdicts.reasons.broken_latex import NotRead


@dataclass(frozen=True)
class Settings:
    seed: int = 0
    draws: int = 12
    max_seconds: float = 5.0
    shared: tuple = ()
    require: tuple = ()


@pytest.fixture
def seen(monkeypatch):
    """A core that believes its page: the formula ``false`` is false. It keeps what it was asked."""
    asked = []

    def check_source(source, settings):
        asked.append((source, settings))
        if "break" in source.text:
            raise DataError("the page is too hard", expected="an easier one", got="this one")
        if "burst" in source.text:
            raise MemoryError
        verdicts = []
        for piece in source.pieces_and_directives:
            line, column = piece.at(0)
            verdicts.append(
                Verdict(line, column, piece.latex, kind_counted_as(piece.latex), NotRead("as it says"), piece.latex)
            )
        return FileReport(source.path, tuple(verdicts))

    core = types.ModuleType("mlp_theory.texts.check")
    core.check_source, core.Settings = check_source, Settings
    monkeypatch.setitem(sys.modules, "mlp_theory.texts.check", core)
    return asked


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """A folder with pages: good.md, wrong.md, odd.md, and broken ones in bad/."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"good": "$holds$ and $defines$", "wrong": "a\n\n$false$", "odd": "$unread$"}.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "latin.md").write_bytes("a\n\xe9".encode("latin-1"))
    (tmp_path / "bad" / "binary.md").write_bytes(b"a\0b")
    (tmp_path / "bad" / "large.md").write_bytes(b"a" * 2_000_001)
    (tmp_path / "empty").mkdir()
    return tmp_path


# ------------------------------------------------------------------ exit codes


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.md"], 0),
        (["good.md", "wrong.md"], 1),
        (["odd.md"], 1),
        (["missing.md"], 2),
        (["wrong.md", "missing.md", "good.md"], 2),
        (["empty"], 2),
        (["bad"], 2),
    ],
    ids=str,
)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_the_exit_code_tells_what_was_found(arguments, code, form, seen, pages, capsys):
    assert main(["check", *arguments, "--format", form]) == code
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("missing.md", "no such file"),
        ("empty", "a folder without pages"),
        ("bad/latin.md", "byte 0xe9 in line 2"),
        ("bad/binary.md", "a NUL character in line 1"),
        ("bad/large.md", "2,000,001 bytes"),
        ("/dev/null", "no file"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_others_are_checked(path, says, seen, pages, capsys):
    assert main(["check", path, "good.md"]) == 2
    printed = capsys.readouterr().out
    assert printed.startswith(f"{path}\n")
    assert says in printed
    assert "2 equations: 1 defines, 1 holds" in printed
    assert printed.endswith("2 files, 2 equations: 1 defines, 1 holds; 1 file could not be read\n")


@pytest.mark.parametrize(("word", "says"), [("break", "the page is too hard"), ("burst", "MemoryError")])
def test_what_the_core_cannot_stand_is_the_error_of_its_page(word, says, seen, pages, capsys):
    (pages / "hard.md").write_text(word)
    assert main(["check", "hard.md", "good.md"]) == 2
    assert says in capsys.readouterr().out


# ------------------------------------------------------------------ formats and options


def test_json_is_json_in_ascii_and_keeps_the_paths_as_given(seen, pages, capsys):
    (pages / "good.md").write_text("$holds$ é\n\n$holds$", encoding="utf-8")
    main(["check", "./good.md", "missing.md", "--format", "json"])
    printed = capsys.readouterr().out
    told = json.loads(printed)
    assert printed.isascii()
    assert [file["path"] for file in told["files"]] == ["./good.md", "missing.md"]
    assert [(v["line"], v["column"]) for v in told["files"][0]["verdicts"]] == [(1, 2), (3, 2)]
    assert told["counts"]["holds"] == 2
    assert "no such file" in told["files"][1]["error"]


@pytest.mark.parametrize(
    ("terminal", "environment", "colours"),
    [(True, {}, True), (False, {}, False), (True, {"NO_COLOR": "1"}, False), (True, {"TERM": "dumb"}, False)],
    ids=["terminal", "pipe", "no colour asked for", "dumb terminal"],
)
def test_verdicts_have_colours_in_a_terminal_only(seen, pages, capsys, monkeypatch, terminal, environment, colours):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    main(["check", "wrong.md"])
    assert ("\x1b[31mFALSE" in capsys.readouterr().out) == colours


def test_github_points_at_the_line(seen, pages, capsys):
    main(["check", "wrong.md", "--format", "github"])
    assert capsys.readouterr().out.startswith("::error file=wrong.md,line=3,col=2,title=this equation is false::")


def test_explain_is_passed_to_the_text(seen, pages, capsys, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "mlp_theory.texts.reports.report.Report.to_text",
        lambda self, explain=False, colour=False: asked.append(explain) or "",
    )
    main(["check", "good.md"])
    main(["check", "good.md", "--explain"])
    assert asked == [False, True]


def test_the_core_gets_what_was_asked_for(seen, pages):
    main(["check", "good.md"])
    assert seen[-1][1] == Settings()
    numbers = ["--seed", "3", "--draws", "5", "--max-seconds", "0.5"]
    required = ["--require", "∂L/∂W", "--require", "x"]
    main(["check", "good.md", *numbers, *required, "--with", "odd.md", "--with", "wrong.md"])
    settings = seen[-1][1]
    assert (settings.seed, settings.draws, settings.max_seconds) == (3, 5, 0.5)
    assert settings.require == ("∂L/∂W", "x")
    assert [source.path for source in settings.shared] == ["odd.md", "wrong.md"]


def test_a_notation_that_cannot_be_read_stops_everything(seen, pages, capsys):
    assert main(["check", "good.md", "--with", "missing.md"]) == 2
    assert "mlp-theory check: missing.md cannot be read" in capsys.readouterr().err
    assert seen == []


@pytest.mark.parametrize(
    "options",
    [[], ["--format", "xml"], ["--draws", "0"], ["--seed", "-1"], ["--jobs", "0"], ["--max-seconds", "nan"]],
    ids=" ".join,
)
def test_what_makes_no_sense_is_refused_before_any_work(options, seen, pages, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["check", *(["good.md"] if options else []), *options])
    assert caught.value.code == 2


def test_many_jobs_report_in_the_order_of_the_files(pages):
    names = [f"missing{k}.md" for k in range(5)] + ["bad/latin.md", "empty"]
    reports = list(check_pages(names, None, jobs=3))
    assert [report.path for report in reports] == names
    assert all(report.error for report in reports)


def test_the_core_is_not_loaded_to_explain_the_options():
    code = (
        "import sys\nfrom mlp_theory.cli import build_parser\nbuild_parser().format_help()\n"
        "print([m for m in ('markdown_it', 'lark', 'mlp_theory.texts') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# ------------------------------------------------------------------ which pages


def test_a_folder_stands_for_its_pages_sorted_but_for_hidden_folders(tmp_path):
    for name in ("b.md", "a/z.md", "a/y.markdown", "a.md", "A.MD", "c.txt", ".git/x.md", "a/.hidden/x.md", "a-b/k.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("")
    found = [os.path.relpath(page, tmp_path) for page in find_pages([tmp_path])]
    assert found == ["A.MD", "a/y.markdown", "a/z.md", "a-b/k.md", "a.md", "b.md"]


def test_a_folder_is_searched_for_every_format_but_not_for_installed_packages(tmp_path):
    names = ["a.ipynb", "b.tex", "c.qmd", "d.Rmd", "e.mdx", "f.markdown"]
    others = ["node_modules/x/README.md", ".venv/a.md", "venv/a.md", ".ipynb_checkpoints/a.ipynb", "a.py", "a.texi"]
    for name in [*names, *others]:
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("")
    assert [os.path.relpath(page, tmp_path) for page in find_pages([tmp_path])] == names


def test_what_a_document_takes_in_is_no_page_of_its_own(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "book.tex").write_text("\\documentclass{book}\\input{parts/one}\\input{parts/book}")
    (tmp_path / "parts" / "one.tex").write_text("\\input{parts/two.tex}")
    (tmp_path / "parts" / "two.tex").write_text("")
    (tmp_path / "parts" / "alone.tex").write_text("\\input{one}")
    found = [os.path.relpath(page, tmp_path) for page in find_pages([tmp_path])]
    assert found == ["book.tex", os.path.join("parts", "alone.tex")]
    assert find_pages([tmp_path / "parts" / "two.tex"]) == [str(tmp_path / "parts" / "two.tex")]


def test_no_page_is_checked_twice(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("")
    (tmp_path / "b.md").write_text("")
    (tmp_path / "c.md").symlink_to("a.md")
    assert find_pages(["b.md", ".", "a.md", "./b.md"]) == ["b.md", "./a.md"]


def test_a_loop_of_links_ends(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.md").write_text("")
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)
    (tmp_path / "deep" / "self.md").symlink_to("self.md")
    found = find_pages([tmp_path])
    assert [os.path.basename(page) for page in found] == ["a.md", "self.md"]
    with pytest.raises(DataError, match="no such file"):
        read_file(found[1])


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark of its order"])
def test_utf8_is_read_with_and_without_its_mark(start, tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(start + "é $x$".encode())
    source = read_file(path)
    assert source.path == str(path)
    assert source.pieces_and_directives[0].at(0) == (1, 4)


def test_what_may_not_be_read_is_one_clear_error(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_text("")

    def refuse(*args, **more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(DataError, match="Permission denied"):
        read_file(path)
