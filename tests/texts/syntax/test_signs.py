"""Signs where no sum is."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.peeling import ungrouped
from mlp_theory.texts.syntax.signs import signs_joined, starts_with_sign
from mlp_theory.texts.syntax.unicode import show
from tests.texts.syntax.parsed import items


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
