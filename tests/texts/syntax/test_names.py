"""What is a name: letters and words with their fonts and hats."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.names import base_of, text_of, word_of
from tests.texts.syntax.parsed import item


@pytest.mark.parametrize(
    ("latex", "key", "show"),
    [
        ("x", "x", "x"),
        (r"\theta", "theta", "θ"),
        (r"\varepsilon", "epsilon", "ε"),
        (r"\mathbf{x}", "x!", "x"),
        (r"\mathbb{R}", "R@bb", "ℝ"),
        (r"\widehat{\mathbf y}", "y~hat!", "ŷ"),
        (r"\mathrm{net}", "net", "net"),
        (r"{{x}}", "x", "x"),
    ],
)
def test_a_name_has_a_key_and_is_shown(latex, key, show):
    base = base_of(parse(latex))
    assert base.key == key
    assert base.show.replace("y\u0302", "ŷ") == show


@pytest.mark.parametrize("latex", ["x y", "x_i", "2", "(x)", r"\text{if}", r"\sum", "-x", "x + y"])
def test_what_is_no_name(latex):
    assert base_of(parse(latex)) is None


def test_the_same_letter_in_other_dress():
    base = base_of(parse(r"\hat{x}"))
    assert (base.also(bold=True).key, base.also(upper=True).key) == ("x~hat!", "X~hat")
    assert base_of(parse(r"\theta")).also(upper=True).key == "Theta"


@pytest.mark.parametrize(
    ("latex", "word"), [(r"\tanh", "tanh"), (r"\mathrm{ReLU}", "relu"), (r"\operatorname{softmax}", "softmax")]
)
def test_the_word_of_a_function(latex, word):
    assert word_of(item(latex)) == word


def test_the_text_of_a_command():
    assert text_of(r"\text{\rm if \;then}") == "if  then"
