"""Rewrites that keep places."""

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.rewriting import GROUP, Rewrite


def test_parts_of_what_is_found_keep_their_places():
    made = Rewrite("swap", rf"\\swap\s*{GROUP}\s*{GROUP}", (2, "+", 1))(LocatedText.of(r"a \swap{b}{c}"))
    assert made.text == "a c+b"
    assert made.places == [0, 1, 11, 2, 8]


def test_one_inside_of_another():
    assert Rewrite("up", rf"\\up{GROUP}", ("(", 1, ")"))(LocatedText.of(r"\up{a \up{b \up{c}}}")).text == "(a (b (c)))"


def test_a_text_without_its_hint_is_the_very_same():
    text = LocatedText.of("a + b")
    assert Rewrite("up", "a", ("b",))(text) is text
