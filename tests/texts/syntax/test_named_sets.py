"""Sets that have a name alone, and names for what is collected."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.named_sets import counts_without_end, is_named_set, names_collection


@pytest.mark.parametrize("latex", [r"\mathcal{X}", "M", r"T_p M", r"\Theta", r"\text{Words}", r"T_\theta \Delta^{n-1}"])
def test_a_name_may_be_a_set(latex):
    assert is_named_set(parse(latex))


@pytest.mark.parametrize("latex", [r"\mathbb{R}^n", "R^n", r"\{0, 1\}", r"C(\mathbb{R})", "2", r"A B C"])
def test_what_is_more_than_a_name_is_none(latex):
    assert not is_named_set(parse(latex))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("D", r"\{(x_1, y_1), \dots, (x_n, y_n)\}"),
        ("D_n", r"((x_1, y_1), \dots, (x_n, y_n))"),
        ("S", r"\{x : x > 0\}"),
        ("S(a)", r"\{x \mid x > a\}"),
        (r"\theta", r"\{\mu, \sigma\}"),
    ],
)
def test_a_name_may_stand_for_a_collection(left, right):
    assert names_collection(parse(left), parse(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [("L", r"\{a + b\}"), ("a b", r"\{a, b\}"), ("v", "(a, b)"), (r"\alpha", r"\{0.1, 1\}"), ("v", "a")],
)
def test_braces_around_a_value_and_a_column_are_none(left, right):
    assert not names_collection(parse(left), parse(right))


def test_numbers_may_go_on_for_ever():
    assert counts_without_end(parse(r"1, 2, \dots"))
    assert not counts_without_end(parse(r"1, \dots, n"))
