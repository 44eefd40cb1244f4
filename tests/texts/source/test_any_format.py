"""Whatever a file of any format holds: its formulas are found where they stand, or there is one clear error."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_theory.errors import DataError
from mlp_theory.texts.check import check_file
from mlp_theory.texts.source.formats import ENDINGS, FORMATS, format_of
from mlp_theory.texts.source.pieces import Piece

WRITTEN = r"""
$ $$ \[ \] \( \) \\( \\) \\[ \\] ` ``` ```{math} {math}` <!-- --> :::{note} ::: :::{math} ```{prf:lemma} :label:a
--- +++ {%katex%} {%endkatex%} {{<math>}} {{</math>}} {%highlight%} {%endhighlight%} {{x}} {/*given:$x$*/} <A~b={c}>
</A> { } import~a export~a \begin{align} \end{align} \begin{verbatim} \end{verbatim} \begin{document} \end{document}
\section{ \item \par % %given:$x$ \newcommand{\a}{b} \def\a#1{b} \a \be \def\be{\begin{equation}} \verb|$| \input{a}
\cite[ <script> </script> <script~type="math/tex"> macros:{R:"x"} <math> a = [ ] | # > - 1.
"""
PARTS = [part.replace("~", " ") for part in WRITTEN.split()]
PARTS += ["\n", "\n\n", "\n\n", " ", " ", "    ", " a ", " = ", "\r\n", "\xa0"]
PAGES = st.lists(st.sampled_from(PARTS), max_size=50).map("".join)


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.endings[0])
@settings(max_examples=100, deadline=None)
@given(pages=st.lists(PAGES, min_size=1, max_size=3))
def test_any_page_of_any_format_is_read_and_its_places_are_right(known, pages):
    cells = [{"cell_type": "markdown", "source": page} for page in pages]
    text = json.dumps({"cells": cells}) if known.endings == (".ipynb",) else "\n".join(pages)
    source = known.read(text, f"page{known.endings[0]}")
    lines = source.markdown.split("\n")
    assert [len(line) for line in source.text.split("\n")] == [len(line) for line in lines]
    for piece in source.pieces_and_directives:
        if isinstance(piece, Piece) and not piece.latex.startswith("\\newcommand{\\R}"):  # the set-up of MathJax
            line, column = piece.at(0)
            assert lines[line - 1][column - 1] == piece.latex[0] or piece.latex[0] == "|"
            assert source.place_of(line)[1] >= 1


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\x00", b"a\0b", b"\xef\xbb\xbf", b"x" * 60_000_000, b"[" * 1_000_000]
)
def test_what_is_no_page_is_one_clear_error_or_an_empty_report(ending, content, tmp_path):
    path = tmp_path / f"page{ending}"
    path.write_bytes(content)
    with contextlib.suppress(DataError):
        assert check_file(path).verdicts == ()


def test_every_ending_has_its_format_and_any_other_is_markdown():
    assert [format_of(f"a/B{ending.upper()}") for ending in ENDINGS] == [k for k in FORMATS for _ in k.endings]
    assert format_of("notes.txt") is FORMATS[0]
