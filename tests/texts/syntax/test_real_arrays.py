"""Declarations that are made are what the parser would give."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.making import as_applied, as_digit, as_letter, as_list, with_label
from mlp_theory.texts.syntax.real_arrays import REALS, as_size, as_word, real_arrays
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import whole


@pytest.mark.parametrize("size", ["n", "784", "d_k", "n_{in}", "n + 1", "K - 1", "d_2"])
def test_a_size_is_what_tex_makes_of_it(size):
    assert whole(as_size(size)) == whole(parse(size))


def test_a_size_in_code_may_be_a_word():
    assert whole(as_size("hidden")) == whole(parse(r"\text{hidden}"))


def test_what_is_no_size_is_refused():
    with pytest.raises(UnreadError, match="a size is expected"):
        as_size("2 n")


@pytest.mark.parametrize(
    ("rows", "columns", "latex"),
    [
        ("m", "n", r"\mathbb{R}^{m \times n}"),
        ("m", None, r"\mathbb{R}^{m}"),
        ("n + 1", "2", r"\mathbb{R}^{n + 1 \times 2}"),
        ("2", "n - 1", r"\mathbb{R}^{2 \times n - 1}"),
    ],
)
def test_a_set_of_arrays(rows, columns, latex):
    made = real_arrays(as_size(rows), None if columns is None else as_size(columns))
    assert whole(made) == whole(parse(latex))


def test_names_lists_and_functions_of_arguments():
    assert whole(REALS) == whole(parse(r"\mathbb{R}"))
    assert whole(as_word("gamma")) == whole(parse(r"\gamma"))
    assert whole(with_label(as_word("W"), as_digit(1))) == whole(parse("W_1"))
    assert whole(as_list([parse("a, b"), parse("c")])) == whole(parse("a, b, c"))
    assert whole(as_applied(as_letter("L"), [as_letter("y"), as_letter("z")])) == whole(parse("L(y, z)"))
