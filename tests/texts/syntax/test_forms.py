"""What a piece of mathematics is made of."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.forms import factors, is_norm_or_product, may_hold_arguments, summands, written_word
from mlp_theory.texts.syntax.peeling import ungrouped
from mlp_theory.texts.syntax.unicode import whole


@pytest.mark.parametrize(
    ("latex", "terms"),
    [("a - b", [(1, "a"), (-1, "b")]), (r"a \pm b c", [(1, "a"), (0, "bc")]), ("-a", [(-1, "a")]), ("a, b", [])],
)
def test_the_terms_of_a_sum_with_their_signs(latex, terms):
    assert [(sign, whole(term)) for sign, term in summands(ungrouped(parse(latex)))] == terms


@pytest.mark.parametrize(("latex", "items"), [("a b_i", ["a", "bᵢ"]), ("a", ["a"]), (r"2 \cdot x", ["2", "·", "x"])])
def test_what_stands_side_by_side(latex, items):
    ((_, term),) = summands(ungrouped(parse(latex)))
    assert [whole(item) for item in factors(term)] == items


def test_what_is_no_product_is_its_only_factor():
    x = parse("x")
    assert factors(x) == [x]


@pytest.mark.parametrize(
    ("latex", "arguments", "one_number", "word"),
    [
        ("(x)", True, False, None),
        ("[x]", True, False, None),
        (r"\{x\}", False, False, None),
        (r"\lVert x \rVert", False, True, None),
        (r"\langle x, y \rangle", False, True, None),
        (r"\tanh", False, False, "tanh"),
        (r"\mathrm{ReLU}", False, False, "relu"),
        ("x", False, False, None),
    ],
)
def test_one_item(latex, arguments, one_number, word):
    (item,) = atoms(parse(latex))
    assert may_hold_arguments(item) is arguments
    assert is_norm_or_product(item) is one_number
    assert written_word(item) == word
