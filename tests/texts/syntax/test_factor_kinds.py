"""What one factor of a product is, with scripts or without."""

import pytest

from mlp_theory.texts.syntax.factor_kinds import (
    big_operator,
    fraction,
    is_bracket,
    is_function_word,
    is_operator,
    is_slash,
    stands_bare,
)
from mlp_theory.texts.syntax.names import base_of
from tests.texts.syntax.parsed import item, items, shown


@pytest.mark.parametrize(
    ("latex", "expected"),
    [("(x)", True), ("[x]^2", True), (r"\{x\}_i", True), ("x", False), (r"\|x\|", False), ("x^{(i)}", False)],
)
def test_brackets(latex, expected):
    assert is_bracket(item(latex)) is expected


@pytest.mark.parametrize(
    ("latex", "expected"),
    [(r"\tanh", True), (r"\exp^2", True), (r"\mathrm{softmax}", True), (r"\mathrm{net}", False), ("f", False)],
)
def test_functions_that_have_a_word(latex, expected):
    assert is_function_word(item(latex)) is expected


def test_signs_between_factors():
    _, dot, _ = items(r"a \cdot b")
    assert is_operator(dot)
    assert is_operator(dot, "/", r"\cdot")
    assert not is_operator(dot, "/")
    assert not is_operator(item("a"))


@pytest.mark.parametrize(("latex", "sign"), [(r"\sum_{i=1}^n", r"\sum"), (r"\prod", r"\prod"), (r"\max_i", None)])
def test_big_operators(latex, sign):
    assert big_operator(items(latex + " x")[0]) == sign


@pytest.mark.parametrize("latex", [r"\frac{a}{b c}", r"\dfrac{a}{b c}", r"{a \over b c}"])
def test_fractions(latex):
    assert shown(fraction(item(latex))) == ["a", "bc"]
    assert fraction(item("x")) is None


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"(1 - \sigma)", True),
        (r"(\sigma \cdot x)", True),
        (r"(\sigma^2)", True),
        (r"(\sigma(x))", False),
        ("(x)", False),
    ],
)
def test_a_function_without_its_argument(latex, expected):
    assert stands_bare(base_of(item(r"\sigma")), item(latex)) is expected


def test_a_slash_is_told_from_other_operators():
    assert [is_slash(item) for item in items(r"a / b \cdot c")] == [False, True, False, False, False]
