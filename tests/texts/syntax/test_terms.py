"""Sums and products taken apart."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.peeling import only_term, ungrouped
from mlp_theory.texts.syntax.terms import cut_at, factors, neighbours, summands
from mlp_theory.texts.syntax.unicode import whole
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
