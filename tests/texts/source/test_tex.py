"""LaTeX: a document, the files that it takes in, its macros, and what is no mathematics in it."""

import os
import time

import pytest

from mlp_theory.texts.check import check_file
from mlp_theory.texts.source.pieces import Directive, Piece
from mlp_theory.texts.source.tex import read_tex
from tests.texts.source.planted import FALSE, assert_found_where_it_stands, found_in

SECONDS = 10  # generous: all take less than one


def pieces(text, path="page.tex"):
    return [p for p in read_tex(text, path).pieces_and_directives if isinstance(p, Piece) and not p.comment]


def latex(text):
    return [piece.latex for piece in pieces(text)]


PAGE = rf"""
\documentclass{{article}} % with $x = 1$ in a remark
\usepackage[T1]{{fontenc}}
\newcommand{{\R}}{{\mathbb{{R}}}}
\renewcommand*\vec[1]{{\mathbf{{#1}}}}
\def\norm#1{{\|#1\|}}
\DeclareMathOperator{{\tr}}{{tr}}
\title{{On $y = 2$}}
\begin{{document}}
\section{{The length of $x$}} \label{{sec:length}}
  Let \emph{{once and for all}} $x \in \R^n$ and $\vec u \in \R^n$, see \cite[p.~5]{{somebody}}.
    As in Section~\ref{{sec:length}},
    \begin{{equation}} \label{{eq:length}}
      {FALSE}. \tag{{1.2}}
    \end{{equation}}
    % {FALSE}
    \begin{{align}}
      \norm{{x}}^2 &= x^\top x, \\ % a remark
      \tr(\vec u x^\top) &= x^\top \vec u.
    \end{{align}}
  \begin{{theorem}}[The same]
    So \({FALSE}\), and \[ {FALSE} \] and ${FALSE}$ and $$ {FALSE} $$.
  \end{{theorem}}
\begin{{enumerate}} \item \begin{{gather*}} {FALSE} \end{{gather*}} \item[b)] $1$ \end{{enumerate}}
\end{{document}}
$${FALSE}$$
"""


def test_every_slip_of_a_document_is_found_where_it_stands(tmp_path):
    path = tmp_path / "page.tex"
    path.write_text(PAGE, encoding="utf-8")
    lines = PAGE.split("\n")
    expected = [14, 22, 22, 22, 22, 24]
    found = found_in(path)
    assert [line for _, line, _ in found] == expected
    assert all(lines[line - 1].startswith(FALSE, column - 1) for _, line, column in found)
    report = check_file(path)
    assert [v.tag for v in report.verdicts if v.verdict == "false"][:1] == ["1.2"]
    assert report.counts["holds"] == 2
    assert report.counts["unread"] == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a $x$ b", ["x"]),
        ("it costs 5$x$5 and 3 $y$", ["x", "y"]),
        (r"for ``$x$'' and `$y$'", ["x", "y"]),
        ("% $x$\n$y$ % $z$", ["y"]),
        ("50\\% of $x$", ["x"]),
        ("\\\\% $x$\n$y$", ["y"]),
        ("\\begin{verbatim}\n$x$\n\\end{verbatim}\n$y$", ["y"]),
        ("\\begin{lstlisting}[language=C]\n$x$ % \\end\n\\end{lstlisting} $y$", ["y"]),
        (r"\verb|$x$| and \verb+%+ $y$", ["y"]),
        (r"\begin{verbatim} never closed $x$", ["x"]),
        ("\\[\nx\n%\n= 1 \\]", ["x\n\xa0\n= 1"]),
        ("$x$\n\n$unclosed\n\n$y$", ["x", "y"]),
        (r"\footnote{So $x$.} \textbf{bold $y$}", ["x", "y"]),
        (r"\begin{eqnarray*}a &=& b\end{eqnarray*}", [r"\begin{eqnarray*}a &=& b\end{eqnarray*}"]),
        (r"\begin{multline}a\end{multline}", [r"\begin{multline}a\end{multline}"]),
        (r"\newcommand{\be}{\begin{equation}}\newcommand{\ee}{\end{equation}} \be a = b \ee", ["a = b"]),
        (r"\def\beq{\begin{eqnarray}} \def\eeq{\end{eqnarray}} \beq a &=& b \eeq", ["a &=& b"]),
    ],
)
def test_mathematics_is_found(text, found):
    assert latex(text) == found


def test_prose_stands_around_its_piece_without_its_commands():
    first, second = pieces(r"Let \emph{any} $x$ with \textbf{a~norm}, see \eqref{eq:n},\footnote{It is $y$.}")
    assert first.before == "Let any"
    assert first.after == "with a norm , see , It is"
    assert first.block == second.block


def test_a_display_belongs_to_its_sentence():
    before, display, after = pieces(
        "Let $a$ be\n% a remark\n  \\begin{equation}b\\end{equation}\n  where $c$.\n\nNext."
    )
    assert before.block == display.block == after.block
    assert (display.before, display.after) == ("be", "where")


def test_headings_items_environments_and_paragraphs_are_blocks_of_their_own():
    text = (
        r"\section{On $a$} $b$ \begin{proof} $c$ \end{proof} $d$ \begin{itemize} \item $e$ \item[x] $f$ \end{itemize}"
    )
    found = pieces(text + "\n\n$g$ \\par $h$")
    assert [piece.latex for piece in found] == list("abcdefgh")
    assert len({piece.block for piece in found}) == 8


def test_a_comment_may_speak_to_the_checker():
    source = read_tex("% given: $x \\in A$\n%% expect: false\n\\[ y \\]\n% remark: $z$\n % unchecked\n$w$", "p.tex")
    said = [(d.kind, d.line) if isinstance(d, Directive) else d.latex for d in source.pieces_and_directives]
    assert said == [("given", 1), r"x \in A", ("expect", 2), "y", ("unchecked", 5), "w"]


def test_macros_of_one_file_serve_another(tmp_path, monkeypatch):
    from mlp_theory.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "macros.tex").write_text(r"\newcommand{\R}{\mathbb{R}} \newcommand{\n}[1]{\|#1\|}", encoding="utf-8")
    (tmp_path / "page.md").write_text(r"Let $x \in \R^n$." + "\n\n$$\\n{x}^2 = x^\\top x$$\n", encoding="utf-8")
    assert main(["check", "page.md", "--with", "macros.tex"]) == 0


@pytest.mark.parametrize(
    "norm",
    [
        r"\DeclarePairedDelimiter{\n}{\lVert}{\rVert}",
        r"\DeclarePairedDelimiter\n{\|}{\|}",
        r"\providecommand{\n}{\mathrm{norm}}\renewcommand\n[2][2]{\|#2\|}",
        r"\gdef\n#1{\left\|#1\right\|}",
    ],
)
def test_macros_of_the_preamble_are_known(norm, tmp_path):
    path = tmp_path / "p.tex"
    star = "*" if "Paired" in norm else ""
    text = rf"{norm}\begin{{document}}Let $x \in \mathbb{{R}}^n$. \[ \n{star}{{x}}^2 = x^\top x \]\end{{document}}"
    path.write_text(text, encoding="utf-8")
    assert [v.verdict for v in check_file(path).verdicts] == ["declares", "holds"]


# ------------------------------------------------------------------ files that are taken in


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "book" / "parts").mkdir(parents=True)
    (tmp_path / "secret.tex").write_text("$$secret$$", encoding="utf-8")
    return tmp_path / "book"


def test_a_file_that_is_taken_in_stands_in_its_place_and_counts_its_own_lines(folder):
    (folder / "parts" / "macros.tex").write_text(r"\newcommand{\R}{\mathbb{R}}", encoding="utf-8")
    (folder / "parts" / "one.tex").write_text(f"Text\n\n  $${FALSE}$$", encoding="utf-8")
    main = folder / "main.tex"
    main.write_text(
        "\\input{parts/macros}\n\\begin{document}\nLet $x \\in \\R^n$.\n\n"
        f"\\include{{parts/one}} and \\[{FALSE}\\]\n\n% \\input{{parts/one}}\n$${FALSE}$$\\end{{document}}",
        encoding="utf-8",
    )
    assert found_in(main) == [(os.path.join("parts", "one.tex"), 3, 5), ("", 5, 27), ("", 8, 3)]
    assert check_file(main).files[0].passed_over == {}


@pytest.mark.parametrize(
    "wanted",
    ["../secret", "/etc/passwd", "parts/../../secret.tex", "missing", "main", "out", "parts", "pipe", "binary"],
)
def test_no_file_is_taken_from_elsewhere_nor_in_a_circle(folder, wanted):
    (folder / "out.tex").symlink_to("../secret.tex")
    (folder / "binary.tex").write_bytes(b"\xff\0$$secret$$")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.tex")
    text = f"$a$ \\input{{{wanted}}} $b$"
    (folder / "main.tex").write_text(text, encoding="utf-8")
    source = read_tex(text, str(folder / "main.tex"))
    assert [piece.latex for piece in source.pieces_and_directives] == ["a", "b"]
    assert source.passed_over == {"file that is not taken in": 1}


def test_files_that_take_in_each_other_end(folder):
    (folder / "a.tex").write_text("$a$ \\input b", encoding="utf-8")
    (folder / "b.tex").write_text("$b$ \\input{a} \\input{a}", encoding="utf-8")
    (folder / "many.tex").write_text("\\input{a}" * 1000, encoding="utf-8")
    source = read_tex("\\input{a}", str(folder / "main.tex"))
    assert [piece.latex for piece in source.pieces_and_directives] == ["a", "b"]
    many = read_tex("\\input{many}" * 100, str(folder / "main.tex"))
    assert 1 < len(many.pieces_and_directives) < 1000


def test_what_is_not_read_is_counted():
    text = r"\begin{IEEEeqnarray}{rCl} a &=& b \end{IEEEeqnarray} \input{gone}"
    assert read_tex(text, "p.tex").passed_over == {"environment IEEEeqnarray": 1, "file that is not taken in": 1}


@pytest.mark.parametrize(
    "part",
    [
        "\\begin{verbatim} ",
        "\\verb|",
        "\\item ",
        "\\section{",
        "{",
        "\\newcommand{\\a}{",
        "% given: $x$\n",
        "\\begin{a}\n\n",
        "\\[ ",
        "%\n",
        "\\cite[",
        "$",
        "\\newcommand{\\a}[",
    ],
)
def test_a_hostile_document_ends_soon(part):
    start = time.process_time()
    read_tex(part * (200_000 // len(part) if "\n" not in part else 30_000), "p.tex")
    assert time.process_time() - start < SECONDS


def test_a_page_without_a_document_is_one(tmp_path):
    assert_found_where_it_stands(tmp_path / "p.tex", rf"Let $x \in \mathbb{{R}}^n$. \[ {FALSE} \]")
