"""Pieces that are made here are what the parser would have given."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import indices_of, number_of
from mlp_theory.texts.syntax.making import (
    as_applied,
    as_digit,
    as_label,
    as_letter,
    as_letters,
    as_list,
    as_product,
    as_sum,
    as_transposed,
    with_label,
)
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import is_transposed
from mlp_theory.texts.syntax.unicode import show
from tests.texts.syntax.parsed import item, shown


def test_a_letter_and_a_number():
    assert base_of(as_letter("x")) == base_of(parse("x"))
    assert base_of(as_letter(r"\beta")) == base_of(parse(r"\beta"))
    assert number_of(as_digit(3)) == 3.0


def test_a_list_of_letters_is_a_list_of_indices():
    assert shown(indices_of(as_letters(["i", "j"]))) == ["i", "j"]


def test_a_transpose_is_written_behind_the_scripts():
    for latex, expected in [("x", "xᵀ"), ("x_i", "xᵢᵀ")]:
        made = as_transposed(item(latex))
        assert show(made) == expected
        assert is_transposed(unscripted(made)[1], frozenset())


def test_sums_products_and_lists_of_one_are_that_one():
    x, y = as_letter("x"), as_letter("y")
    assert as_sum([(1, x)]) is as_product([x]) is as_list([x]) is x
    assert show(as_sum([(1, x), (-1, y)])) == show(parse("x - y"))
    assert show(as_product([x, y])) == show(parse("x y"))
    assert show(as_list([x, y])) == show(parse("x, y"))


def test_a_function_of_arguments_and_a_name_with_a_label():
    x, y = as_letter("x"), as_letter("y")
    assert show(as_applied(as_letter("L"), [x, y])) == show(parse("L(x, y)"))
    assert show(with_label(x, y)) == show(parse("x_y"))


def test_a_script_becomes_a_word():
    """K of W^K is a label, and no power."""
    (part,) = unscripted(item("W^K"))[1]
    assert as_label(part, "K").kind == "sup"
    assert show(as_label(part, "K")[0]).strip() == "K"
