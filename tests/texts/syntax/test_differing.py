"""Where two expressions differ."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.differing import differences, split_digits
from mlp_theory.texts.syntax.unicode import whole
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
