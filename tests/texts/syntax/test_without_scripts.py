"""Names without some of what hangs on them."""

import pytest

from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.syntax.without_scripts import with_labels_alone, without_sups
from tests.texts.syntax.parsed import item


@pytest.mark.parametrize(("latex", "expected"), [("x_i^2", "xᵢ"), ("x^2", "x"), ("x_i", "xᵢ"), ("x", "x")])
def test_without_what_is_raised(latex, expected):
    assert whole(without_sups(item(latex))) == expected


@pytest.mark.parametrize(
    ("latex", "expected"), [("Z^{[2]T}", "Z^{[2]}"), (r"Z^\top", "Z"), ("Z_i^{(k)}", "Zᵢ^{(k)}"), ("Z", "Z")]
)
def test_with_labels_in_brackets_alone(latex, expected):
    assert whole(with_labels_alone(item(latex))).replace("⁽ᵏ⁾", "^{(k)}") == expected
