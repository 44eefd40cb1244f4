"""Names without some of what hangs on them."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.making import as_inverse
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.syntax.without_scripts import with_labels_alone, without_inverse, without_power, without_sups
from tests.texts.syntax.parsed import item


@pytest.mark.parametrize(("latex", "expected"), [("x_i^2", "xᵢ"), ("x^2", "x"), ("x_i", "xᵢ"), ("x", "x")])
def test_without_what_is_raised(latex, expected):
    assert whole(without_sups(item(latex))) == expected


@pytest.mark.parametrize(
    ("latex", "expected"), [("Z^{[2]T}", "Z^{[2]}"), (r"Z^\top", "Z"), ("Z_i^{(k)}", "Zᵢ^{(k)}"), ("Z", "Z")]
)
def test_with_labels_in_brackets_alone(latex, expected):
    assert whole(with_labels_alone(item(latex))).replace("⁽ᵏ⁾", "^{(k)}") == expected


def bare(latex):
    (item,) = atoms(parse(latex))
    found = without_inverse(item)
    return None if found is None else whole(found)


def test_it_is_taken_away_where_nothing_else_stands_above():
    assert bare("S_N^{-1}") == whole(parse("S_N"))
    assert bare("S^{-2}") is None
    assert bare("S_N") is None


def test_it_is_hung_on_in_brackets():
    assert whole(as_inverse(parse("A + I"))) == whole(parse("(A + I)^{-1}"))


@pytest.mark.parametrize(
    ("latex", "bare", "power"),
    [("x^2", "x", 2), ("x_i^3", "xᵢ", 3), ("x^4", "x⁴", 1), ("x_2", "x₂", 1), ("x", "x", 1), ("x^n", "xⁿ", 1)],
)
def test_the_power_of_a_variable_of_a_second_derivative(latex, bare, power):
    found, times = without_power(item(latex))
    assert (whole(found), times) == (bare, power)
