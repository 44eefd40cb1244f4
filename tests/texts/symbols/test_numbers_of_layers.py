"""The number of a layer, and sums over layers."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.layers import layer_number, runs_over_layers
from mlp_theory.texts.symbols.scope import Scope
from tests.texts.symbols.small_pages import page_of

DEEP = page_of(r"z_l = W_l a_{l-1}", r"C = f(a_L)")


@pytest.mark.parametrize(
    ("latex", "number"),
    [("2", 2), ("l", 4), ("l-1", 3), ("(l + 1)", 5), ("L", 3), ("L - l", -1), ("i", None), ("1.5", None), ("2l", None)],
)
def test_the_number_of_a_layer(latex, number):
    assert layer_number(DEEP, parse(latex), Scope(loops={"l": 4})) == number


@pytest.mark.parametrize(
    ("letter", "body", "expected"),
    [("l", "x", True), ("k", "W_k", True), ("i", "x_i", False)],
    ids=["a letter of layers", "below what carries layers", "entries"],
)
def test_which_sums_run_over_layers(letter, body, expected):
    assert runs_over_layers(DEEP, letter, [parse(body)]) is expected
