"""Every character of a formula is traced back to where it stands in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.pieces import Piece


def pieces(text):
    return [piece for piece in read_source(text).pieces_and_directives if isinstance(piece, Piece)]


@pytest.mark.parametrize(
    "text",
    [
        "one\ntwo @ here",
        "  two @ here",
        "# A title with @ in it #",
        "- item\n  goes on @ here\n    and @",
        "1. a\n   1. b @\n   2. c @",
        "> > quoted @\n> lazily\n@",
        "> - item @",
        "| a @ | b |\n|---|---|\n| @ | c \\| d @ |\n| @ | @ |",
        "> | a | b |\n> |---|---|\n> | @ | @ |",
        "---\nlayout: numerator\n---\n\nText @",
        "\\$5 `code` <b>bold</b> @",
        "<!-- two\nlines --> @",
        "Text\n<!-- given: @,\n  and @ -->\nmore @",
        "one\r\ntwo @\r\n",
        "\tcode\n\ntext\n\t@",
    ],
)
@pytest.mark.parametrize("formula", ["$xyz$", "\\(xyz\\)", "$$xyz$$"])
def test_every_character_is_traced_back_to_its_line_and_column(text, formula):
    text = text.replace("@", formula)
    lines = text.replace("\r\n", "\n").split("\n")
    found = pieces(text)
    assert len(found) == text.count("xyz")
    for piece in found:
        for k, char in enumerate(piece.latex):
            line, column = piece.at(k)
            assert lines[line - 1][column - 1] == char


@pytest.mark.parametrize("before", ["", "> ", "> > ", "   ", "- a\n  ", "> - a\n>   "])
@pytest.mark.parametrize(
    "fence", [("$$", "$$"), ("\\[", "\\]"), ("```math", "```"), ("\\begin{align}", "\\end{align}")]
)
def test_every_character_of_a_display_is_traced_back(before, fence):
    mark = before.split("\n")[-1]
    text = before + fence[0] + "\n" + "".join(f"{mark}{line}\n" for line in ("abc", "  de &= f", "g")) + mark + fence[1]
    lines = text.split("\n")
    (piece,) = pieces(text)
    seen = ""
    for k, char in enumerate(piece.latex):
        if not char.isspace():
            line, column = piece.at(k)
            assert lines[line - 1][column - 1] == char
            seen += char
    assert "abcde&=fg" in seen


def test_a_bar_in_a_cell_is_found_where_it_is_written():
    (piece,) = pieces("| a |\n|---|\n| $\\|x\\| + y$ |")
    assert piece.latex == "|x| + y"
    assert [piece.at(k) for k in (1, 6)] == [(3, 6), (3, 12)]


PARTS = [
    "$",
    "$$",
    r"\[",
    r"\]",
    r"\(",
    r"\)",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "   ",
    "1. ",
    "`",
    "```",
    "```math\n",
    "<!--",
    "-->",
]
PARTS += [
    " a ",
    " = ",
    "|",
    "\n|-|-|\n",
    "\\",
    "[",
    "](u)",
    "<b>",
    "# ",
    "given:",
    "&#xFFFC;",
    "\ufffc",
    "\u2028",
    "\r",
]
PARTS += [r"\begin{align}", r"\end{align}", "<!-- given: $x$ -->"]


@given(st.lists(st.sampled_from(PARTS), max_size=60).map("".join))
def test_any_page_is_read_and_its_lines_are_right(text):
    source = read_source(text)
    lines = source.text.split("\n")
    for piece in source.pieces_and_directives:
        if isinstance(piece, Piece):
            line, column = piece.at(0)
            assert lines[line - 1][column - 1] == piece.latex[0] or piece.latex[0] == "|"
