"""The formal parameters of a formula."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.parameters import formal_uses, without_scripts
from mlp_theory.texts.syntax.unicode import whole


@pytest.mark.parametrize(
    ("left", "body", "uses"),
    [("L(a, y)", "a^2 - y a", {"a": 3, "y": 2}), ("f(x_1)", "x_1", {}), ("L", "a", {}), ("L(a)", "b", {"a": 1})],
)
def test_how_often_bare_arguments_stand_in_a_definition(left, body, uses):
    assert formal_uses(parse(left), parse(body)) == uses


@pytest.mark.parametrize(
    ("body", "name", "bare"),
    [
        ("(a^{(i)} - y)^2", "a^{(i)}", "(a-y)²"),
        ("x_i^2 + 1", "x_i", "x²+1"),
        ("x_i + x_j", "x_i", None),
        ("x_i + x", "x_i", None),
        ("x_{ij}", "x_i", None),
    ],
)
def test_a_formula_without_the_index_of_its_parameter(body, name, bare):
    base, parts, _ = next(names_in(parse(name)))
    found = without_scripts(parse(body), base, parts)
    assert (found if found is None else whole(found)) == bare
