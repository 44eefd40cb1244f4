"""The names and letters that stand in a piece of mathematics."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.mentions import in_order, letters_in, mentions, names_in, plain_letters, script_letters
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import first


@pytest.mark.parametrize(
    ("latex", "names"),
    [
        ("z = W x + b", ["z", "W", "x", "b"]),
        ("x_i^2", ["x", "i"]),
        (r"\mathbf{h}_{t-1}", ["h!", "t"]),
        (r"\mathbf{h_t}", ["h!", "t"]),
        (r"\hat{y} \odot \mathrm{net}", ["y~hat", "net"]),
        ("2 + 3", []),
    ],
)
def test_every_name_once_from_left_to_right(latex, names):
    assert [base.key for base, _, _ in names_in(parse(latex))] == names


def test_a_name_comes_with_its_scripts():
    (base, parts, node), *_ = names_in(parse("x_i^2"))
    assert (base.key, [whole(part[0]) for part in parts], whole(node)) == ("x", ["i", "2"], "xᵢ²")


def test_the_plain_letters_of_an_expression():
    syn = parse(r"x_{l-1} + \frac{y}{\alpha} x")
    assert in_order(syn) == ["x", "l", "y", "alpha", "x"]
    assert letters_in(syn) == {"x", "l", "y", "alpha"}


@pytest.mark.parametrize(
    ("latex", "letters"),
    [("x_i", ["i"]), ("x_{ij}", ["i", "j"]), ("x_{i,j}", ["i", "j"]), ("x_{i1}", []), ("x_{l-1}", [])],
)
def test_an_index_list_of_nothing_but_letters(latex, letters):
    assert plain_letters(first("sub", latex)[0]) == letters


@pytest.mark.parametrize(
    ("latex", "letters"), [("x_i y^{(k)} z^n", ["i", "k"]), ("W_{ij} x_j", ["i", "j"]), ("a^{[l-1]} b", ["l"])]
)
def test_letters_in_subscripts_and_bracketed_superscripts(latex, letters):
    assert script_letters(parse(latex)) == letters


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [("l-1", {"l"}, True), ("ℓ+1", {"ell"}, True), ("L", {"l"}, False), ("1", {"l"}, False)],
)
def test_whether_an_index_mentions_a_letter(text, letters, expected):
    assert mentions(text, letters) is expected
