"""Where two expressions differ."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.differing import differences, replace, split_all, split_digits, with_index
from mlp_theory.texts.syntax.making import as_letter
from mlp_theory.texts.syntax.unicode import show, whole
from tests.texts.syntax.parsed import first, shown


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("x_1 + y", "x_1 + y", []),
        ("x_1 y_1", "x_n y_n", [("1", "n"), ("1", "n")]),
        ("x^{(1)}", "x^{(m)}", [("1", "m")]),  # the brackets belong to the name
        ("W_{12}", "W_{1n}", [("2", "n")]),
        ("a x", "b x", [("a", "b")]),
        ("a + b", "a - b", [("a+b", "a-b")]),
        ("a b", "a b c", [("ab", "abc")]),
    ],
)
def test_the_smallest_places_where_they_differ(a, b, expected):
    assert [(whole(x), whole(y)) for x, y in differences(parse(a), parse(b))] == expected


@pytest.mark.parametrize(
    ("latex", "digits"), [("W_{12}", ["1", "2"]), ("W_{1}", ["1"]), ("W_{123}", ["123"]), ("W_{ij}", ["i", "j"])]
)
def test_two_digits_below_a_name_are_two_indices(latex, digits):
    assert shown(split_digits(indices_of(first("sub", latex)[0]))) == digits


def test_one_place_is_exchanged_and_no_other():
    """The letter x stands twice: only the one that is meant becomes y."""
    syn = parse("x + x")
    assert show(replace(syn, first("letter", "x + x"), as_letter("y"))) == "y + x"


def test_what_does_not_stand_there_changes_nothing():
    syn = parse("x + x")
    assert replace(syn, as_letter("z"), as_letter("y")) is syn


def test_a_running_index_is_put_in_where_two_terms_differ():
    first_term, last_term = parse("x_1 y_1"), parse("x_n y_n")
    assert show(with_index(first_term, differences(first_term, last_term), as_letter("i"))) == "xᵢ yᵢ"


def test_digits_side_by_side_become_two_indices():
    syn = split_all(parse(r"W_{11} + \frac{W_{12}}{x_3}"))
    assert show(syn) == "W_{1,1} + W_{1,2}/x₃"
    assert split_all(syn) is syn
