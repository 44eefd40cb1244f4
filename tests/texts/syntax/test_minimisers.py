r"""``\argmin_w L(w)``."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.minimisers import is_extreme_place


@pytest.mark.parametrize(
    ("latex", "is_one"),
    [
        (r"\argmin_w L(w)", True),
        (r"\argmax_k z_k", True),
        (r"\argmin_w L(w) + R(w)", True),
        (r"\min_w L(w)", False),
        ("w", False),
    ],
)
def test_where_something_is_smallest(latex, is_one):
    assert is_extreme_place(parse(latex)) is is_one
