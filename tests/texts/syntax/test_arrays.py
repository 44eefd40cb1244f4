r"""Declarations that are made here are what the parser would have given."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.arrays import as_size, as_word, real_arrays
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import whole


@pytest.mark.parametrize(("word", "latex"), [("W", "W"), ("gamma", r"\gamma"), ("hidden", r"\text{hidden}")])
def test_a_word_is_a_name(word, latex):
    assert base_of(as_word(word)) == base_of(parse(latex))


@pytest.mark.parametrize(
    ("text", "latex"),
    [("n", "n"), ("784", "784"), ("d_k", "d_k"), ("n_{in}", "n_{in}"), ("n + 1", "n + 1"), ("n - 2", "n - 2")],
)
def test_a_size_as_words_and_code_write_it(text, latex):
    assert whole(as_size(text)) == whole(parse(latex))


def test_what_is_no_size_is_not_read():
    with pytest.raises(UnreadError, match="a size is expected here"):
        as_size("as many as you like")


def test_the_set_of_arrays():
    assert whole(real_arrays(as_size("m"))) == whole(parse(r"\mathbb{R}^m"))
    assert whole(real_arrays(as_size("m"), as_size("n + 1"))) == whole(parse(r"\mathbb{R}^{m \times n + 1}"))
