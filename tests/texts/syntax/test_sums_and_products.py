"""Sums and products taken apart."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.peeling import only_term, ungrouped
from mlp_theory.texts.syntax.sums_and_products import (
    cut_at,
    factors,
    neighbours,
    sides_of_cross,
    signs_joined,
    starts_with_sign,
    summands,
)
from mlp_theory.texts.syntax.unicode import show, whole
from tests.texts.syntax.parsed import items, shown


@pytest.mark.parametrize(
    ("latex", "terms"),
    [("a - b c", [(1, "a"), (-1, "bc")]), ("-a", [(-1, "a")]), (r"a \pm b", [(1, "a"), (0, "b")]), ("a", [(1, "a")])],
)
def test_terms_with_their_signs(latex, terms):
    assert [(sign, whole(term)) for sign, term in summands(parse(latex))] == terms


def test_what_is_no_sum_is_its_only_term():
    (letter,) = items("x")
    assert summands(letter) == [(1, letter)]


def test_what_is_no_product_is_its_only_factor():
    assert shown(factors(only_term(ungrouped(parse("a b c"))))) == ["a", "b", "c"]
    assert shown(factors(items("x_i")[0])) == ["xᵢ"]


@pytest.mark.parametrize(
    ("latex", "runs"),
    [(r"m k \times n", [["m", "k"], ["n"]]), (r"a \cdot b \times c", [["a", "·", "b"], ["c"]]), ("m n", [["m", "n"]])],
)
def test_factors_are_cut_at_a_sign(latex, runs):
    assert [shown(run) for run in cut_at(items(latex), r"\times")] == runs


def test_neighbours_anywhere():
    pairs = [(whole(a), whole(b)) for a, b in neighbours(parse(r"f(x) + \frac{a b}{2}"))]
    assert pairs == [("f", "(x)"), ("a", "b")]


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("x {+ 1}", True),
        ("x {- y}", True),
        (r"x \mathbf{- y}", True),
        ("x {y}", False),
        ("x (- y)", False),
        ("x y", False),
    ],
)
def test_a_group_that_begins_with_a_sign_is_no_factor(latex, expected):
    assert starts_with_sign(items(latex)[-1]) is expected


@pytest.mark.parametrize(
    ("latex", "terms"),
    [
        (r"a \cdot -b", ["a · (−b)"]),
        (r"\sum_i -x_i", ["Σᵢ(−xᵢ)"]),
        (r"a \cdot -b - c", ["a · (−b)", "c"]),
        ("a - b", ["a", "b"]),
    ],
)
def test_a_sign_behind_an_operator_belongs_to_what_follows(latex, terms):
    joined = signs_joined(ungrouped(parse(latex)))
    assert [" ".join(show(term).split()) for _, term in joined.args] == terms


@pytest.mark.parametrize(
    ("latex", "sides"),
    [(r"h \times n", ["h", "n"]), (r"2 h \times n_0", ["2h", "n₀"]), (r"a \times b \times c", None), ("a b", None)],
)
def test_the_sides_of_a_size(latex, sides):
    found = sides_of_cross(items(latex))
    assert (shown(found) if found else None) == sides


@pytest.mark.parametrize(("latex", "parts"), [("a b_i", ["a", "bᵢ"]), ("a", ["a"]), (r"2 \cdot x", ["2", "·", "x"])])
def test_what_stands_side_by_side(latex, parts):
    ((_, term),) = summands(parse(latex))
    assert shown(factors(term)) == parts


def test_a_list_is_no_sum():
    assert [(sign, whole(part)) for sign, part in summands(parse("a, b"))] == [(1, "a,b")]
