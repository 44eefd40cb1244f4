"""What a group holds: its items, its indices, its number."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms, indices_of, number_of
from tests.texts.syntax.parsed import first, shown


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("A x", ["A", "x"]),
        (r"A \cdot x_i", ["A", r"·", "xᵢ"]),
        ("(A x)", ["(Ax)"]),
        ("a + b", ["a+b"]),
        ("-a", ["-a"]),
        ("a, b", ["a,b"]),
    ],
)
def test_the_items_of_one_term_else_the_whole(latex, expected):
    assert shown(atoms(parse(latex))) == expected
    assert shown(atoms(first("sup", f"y^{{{latex}}}")[0])) == expected


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("x_i", ["i"]),
        ("x_{ij}", ["i", "j"]),
        ("x_{i,j}", ["i", "j"]),
        ("x_{jL-1}", ["j", "L-1"]),
        ("x_{i,l+1}", ["i", "l+1"]),
        (r"x_{2 \cdot i}", ["2·i"]),
        ("x_{12}", ["12"]),
    ],
)
def test_the_indices_below_a_name(latex, expected):
    assert shown(indices_of(first("sub", latex)[0])) == expected


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("2", 2.0),
        ("-0.5", -0.5),
        ("{{3}}", 3.0),
        ("+1", 1.0),
        ("x", None),
        ("2 x", None),
        ("1 + 1", None),
        ("(2)", None),
    ],
)
def test_the_number_that_this_is(latex, expected):
    assert number_of(parse(latex)) == expected


def test_a_digit_that_tex_takes_as_an_argument_is_a_number():
    assert number_of(first("frac", r"\frac12")[2]) == 2.0


def test_too_many_digits_are_no_number():
    assert number_of(parse("1" * 301)) is None
