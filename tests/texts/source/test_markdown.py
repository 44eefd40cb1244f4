"""Markdown to pieces: what is mathematics, where it stands, and what prose stands around it."""

import pytest

from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.pieces import Directive, Piece


def pieces(text):
    return [piece for piece in read_source(text).pieces_and_directives if isinstance(piece, Piece)]


def directives(text):
    return [(d.kind, d.text, d.line) for d in read_source(text).pieces_and_directives if isinstance(d, Directive)]


def latex(text):
    return [piece.latex for piece in pieces(text)]


# ------------------------------------------------------------------ what is mathematics


@pytest.mark.parametrize(
    ("text", "display"),
    [
        ("Let $x = 1$ be.", False),
        (r"Let \(x = 1\) be.", False),
        ("Let $`x = 1`$ be.", False),
        ("Let $ x = 1 $ be.", False),
        ("Let $x = 1 $, be.", False),
        ("# On $x = 1$ #", False),
        ("a [link with $x = 1$](http://x.org)", False),
        ("**bold $x = 1$**", False),
        ("<center> $x = 1$ </center>", False),
        ("$$ x = 1 $$", True),
        ("$$x = 1$$ (3.7)", True),
        ("$$x = 1$$.", True),
        ("$$x = 1$$ and so on", True),
        ("so that $$ x = 1 $$ and so on", True),
        ("$$\nx = 1\n$$", True),
        ("$$\n\nx = 1\n\n$$", True),
        ("$$x = 1\n$$ {#eq:one}", True),
        ("Text:\n$$\nx = 1\n$$\nmore.", True),
        ("Text: $$\nx = 1\n$$ more.", True),
        ("\\[\nx = 1\n\\]", True),
        (r"so \[ x = 1 \] holds", True),
        ("```math\nx = 1\n```", True),
        ("1. item\n   $$\n   x = 1\n   $$", True),
        ("1. item\n$$\nx = 1\n$$", True),
        ("- $$x = 1$$", True),
        ("> quoted\n> $$\n> x = 1\n> $$", True),
        ("> $$ x = 1 $$", True),
        ("| a | b |\n|---|---|\n| $x = 1$ | c |", False),
        ("<div>\n$$x = 1$$\n</div>", True),
    ],
)
def test_mathematics_is_found(text, display):
    (piece,) = pieces(text)
    assert (piece.latex, piece.display, piece.comment) == ("x = 1", display, False)


@pytest.mark.parametrize(
    "text",
    [
        "costs $5 and $6",
        r"a price of \$5 and \$6",
        "US$ and A$ rates",
        "`$x = 1$` is code",
        "``a ` $x = 1$``",
        "```python\n$x = 1$\n```",
        "~~~\n$$x = 1$$\n~~~",
        "    $$x = 1$$\n",
        "<!-- $x = 1$ -->",
        "<!-- note: $x = 1$ -->",
        '<img src="a.png" alt="$x = 1$">',
        "<script>\n$x = 1$\n</script>",
        "$$ never closed",
        "$$\n$$",
        "just one $ here",
        r"\( never closed",
        "\\begin{align} never closed",
        "",
    ],
)
def test_what_is_no_mathematics_is_left_alone(text):
    assert pieces(text) == []


def test_prices_do_not_hide_the_mathematics_behind_them():
    assert latex("it costs $5 and then $x = 1$, or $6") == ["x = 1"]
    assert latex(r"costs \$5 where $x = \$$") == [r"x = \$"]
    assert latex(r"a 3$\times$3 kernel") == [r"\times"]


def test_a_line_of_a_display_is_no_list_and_no_title():
    assert latex("$$\na\n- b\n+ c\n=\nd\n# e\n> 0\n$$") == ["a\n- b\n+ c\n=\nd\n# e\n> 0"]
    assert latex("so $$ a\n- b\n$$ ends") == ["a\n- b"]


def test_an_unclosed_display_does_not_swallow_the_page():
    page = "$$ a = b\n" + "prose\n\n" * 60 + "and $x = 1$ and $$ c = d $$"
    assert latex(page) == ["x = 1", "c = d"]


def test_a_display_closed_within_a_line_leaves_the_rest_of_the_line():
    first, second = pieces("$$\na = b\n$$ where $c = 1$\n")
    assert (first.latex, second.latex, first.after) == ("a = b", "c = 1", "where")


def test_a_bare_environment_is_taken_whole():
    environment = "\\begin{align*}\na &= b \\\\\n  &= c\n\\end{align*}"
    assert latex(f"Text\n{environment}, as said.") == [environment]
    assert latex("In a line \\begin{equation}a=b\\end{equation} too") == ["\\begin{equation}a=b\\end{equation}"]
    assert latex("$$\\begin{aligned}a\\end{aligned}$$") == ["\\begin{aligned}a\\end{aligned}"]


# ------------------------------------------------------------------ blocks and prose


def test_prose_stands_around_its_piece_without_its_markdown():
    first, second = pieces("For *all* **bold** $i$ and [the `code`](u) &amp; $j$, so.\n\nNext.")
    assert (first.before, first.after) == ("For all bold", "and the code &")
    assert (second.before, second.after) == ("and the code &", ", so.")
    assert first.block == second.block


def test_a_display_belongs_to_the_sentence_it_stands_in():
    first, display, last = pieces("Let $a$ be\n$$ b = 1 $$\nwhere $c$.")
    assert (display.before, display.after) == ("be", "where")
    assert first.block == display.block == last.block


def test_paragraphs_items_and_cells_are_blocks_of_their_own():
    text = "$a$\n\n$b$\n\n- $c$\n- $d$\n\n| $e$ | $f$ |\n|--|--|\n| $g$ | $h$ |\n\n# $i$\n$j$\n\n$$k$$\n\n$$l$$"
    found = pieces(text)
    assert [piece.latex for piece in found] == list("abcdefghijkl")
    assert len({piece.block for piece in found}) == 12
    assert all(piece.before == piece.after == "" for piece in found)


# ------------------------------------------------------------------ directives and front matter


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<!-- expect: false -->\n$$x$$", 1),
        ("Text\n<!-- expect: false -->\n$$x$$", 2),
        ("Text <!--expect:false--> $$x$$", 1),
        ("<!-- expect: false --> $$x$$", 1),
        ("- a\n\n  <!--\n  expect:\n  false\n  -->\n  $$x$$", 4),
        ("> <!-- expect: false -->\n> $x$", 1),
    ],
)
def test_a_directive_is_read_wherever_it_stands(text, line):
    assert directives(text) == [("expect", "false", line)]
    assert latex(text) == ["x"]


def test_what_is_given_in_a_comment_is_mathematics_after_its_directive():
    source = read_source("Let $a$.\n<!-- given: $b$,\n\nand $$c$$ -->\n$d$")
    found = source.pieces_and_directives
    assert [d if isinstance(d, Directive) else d.latex for d in found] == [
        "a",
        Directive("given", "$b$, and $$c$$", 2),
        "b",
        "c",
        "d",
    ]
    b, c = found[2:4]
    assert (b.comment, b.display, c.comment, c.display) == (True, False, True, False)
    assert (b.at(0), c.at(0), c.before) == ((2, 14), (4, 7), ", and")


def test_other_comments_and_comments_in_code_say_nothing():
    text = "<!-- remark: $x$ -->\n<!-- given that -->\n`<!-- expect: false -->`\n```\n<!-- expect: false -->\n```\n"
    assert directives(text) == []
    assert directives("<!-- unchecked -->\n<!-- layout: denominator -->\n") == [
        ("unchecked", "", 1),
        ("layout", "denominator", 2),
    ]


def test_front_matter_is_flat_and_no_prose():
    source = read_source("---\ntitle: 'On $x$: a page'\nlayout: numerator\n# no: comment\ndeep:\n  - a: b\n---\n$y$\n")
    assert source.front_matter == {"title": "On $x$: a page", "layout": "numerator", "deep": ""}
    assert [piece.latex for piece in source.pieces_and_directives] == ["y"]
    assert read_source("text\n---\nlayout: numerator\n").front_matter == {}
