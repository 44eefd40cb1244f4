"""Pieces that are made here are what the parser would have given."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import indices_of, number_of
from mlp_theory.texts.syntax.making import as_digit, as_letter, as_letters, as_transposed
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
