"""The −1 above something."""

import pytest

from mlp_theory.texts.syntax.inverses import as_inverse, without_inverse
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import item


@pytest.mark.parametrize(
    ("latex", "name"), [("A^{-1}", "A"), ("A_l^{-1}", "Aₗ"), ("A^{-2}", None), ("A^T", None), ("A", None)]
)
def test_it_is_taken_away(latex, name):
    found = without_inverse(item(latex))
    assert (whole(found) if found else None) == name


def test_what_it_is_hung_on_stands_in_brackets():
    assert whole(without_inverse(as_inverse(item("A")))) == "(A)"
