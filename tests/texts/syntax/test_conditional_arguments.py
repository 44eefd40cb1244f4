"""The arguments of a conditional name."""

import pytest

from mlp_theory.texts.syntax.conditional_arguments import conditional_arguments, index_of
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import item, items

P = base_of(item("p"))
F = base_of(item("f"))


@pytest.mark.parametrize(
    ("bracket", "texts", "variables", "before"),
    [
        (r"(t \mid w, x)", ["t", "w", "x"], ["", "", ""], 1),
        ("(O = o | C = c)", ["o", "c"], ["O", "C"], 1),
        ("(C = c)", ["c"], ["C"], 0),
        ("[y | x]", ["y", "x"], ["", ""], 1),
    ],
)
def test_values_variables_and_how_many_stand_before_the_bar(bracket, texts, variables, before):
    found = conditional_arguments(items(f"p {bracket}")[1], P)
    assert (found.texts, found.variables, found.before) == (texts, variables, before)


@pytest.mark.parametrize(("bracket", "base"), [("(x)", P), ("(x, y)", P), ("(x = y)", F), ("(x < y)", P)])
def test_what_is_no_condition(bracket, base):
    assert conditional_arguments(item(bracket), base) is None


@pytest.mark.parametrize(("latex", "name", "index"), [("t_n", "t", "n"), ("t^{(n)}", "t", "n"), ("n", "", "n")])
def test_the_name_and_the_index_of_an_argument(latex, name, index):
    found = index_of(item(latex), frozenset("T"))
    assert (found[0], whole(found[1])) == (name, index)


@pytest.mark.parametrize("latex", ["t_{nk}", "t_n^2", "t_n'", "2 x"])
def test_an_argument_without_one_index(latex):
    assert index_of(items(latex)[0] if " " not in latex else item(f"({latex})")[0], frozenset("T")) is None
