"""The names and letters that stand in a piece of mathematics."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.mentions import (
    formal_uses,
    in_order,
    letters_in,
    mentions,
    named,
    names_in,
    plain_letters,
    script_letters,
)
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import first, item


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


@pytest.mark.parametrize(
    ("left", "body", "uses"),
    [("L(a, y)", "a^2 - y a", {"a": 3, "y": 2}), ("f(x_1)", "x_1", {}), ("L", "a", {}), ("L(a)", "b", {"a": 1})],
)
def test_how_often_bare_arguments_stand_in_a_definition(left, body, uses):
    assert formal_uses(parse(left), parse(body)) == uses


def test_every_name_is_found_with_its_scripts_also_in_scripts():
    found = [(base.key, len(parts)) for base, parts, _ in names_in(parse(r"\mathbf{h_t} + W_{x_i}^\top"))]
    assert found == [("h!", 1), ("t", 0), ("W", 2), ("x", 1), ("i", 0)]


@pytest.mark.parametrize(
    ("latex", "key", "scripts"),
    [
        ("x_i^2", "x", ["sub", "sup"]),
        (r"\mathbf{h_t}", "h!", ["sub"]),
        (r"{W^K}^\top", "W", ["sup", "sup"]),
        ("x", "x", []),
    ],
)
def test_a_name_is_taken_apart(latex, key, scripts):
    base, _, parts = named(item(latex))
    assert (base.key, [part.kind for part in parts]) == (key, scripts)


@pytest.mark.parametrize("latex", ["2", "(x)", r"\frac{a}{b}"])
def test_what_is_no_name(latex):
    assert named(item(latex)) is None


def test_every_name_also_in_scripts():
    assert [base.key for base, _, _ in names_in(parse("x_i = W y^{(k)}"))] == ["x", "i", "W", "y", "k"]


def test_words_in_text_may_be_prose():
    assert [base.key for base, _, _ in names_in(parse(r"\text{net}_i = x"))] == ["i", "x"]
    assert named(item(r"\text{net}_i")) is not None


def test_a_missing_index_has_no_letters():
    assert plain_letters(parse("= 1")[0]) == []
