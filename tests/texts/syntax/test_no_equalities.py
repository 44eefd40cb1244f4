r"""Hypotheses, laws and problems are told as what they are, wherever nothing can be computed."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.no_equalities import asks_for_extreme, is_hypothesis, tells_a_law
from tests.texts.checked import line_by_line


@pytest.mark.parametrize(
    ("name", "expected"), [("H_0", True), ("H_1", True), ("H_A", True), ("H_{a}", True), ("f", False)]
)
def test_a_hypothesis_has_a_name(name, expected):
    assert is_hypothesis([":"], [parse(name), parse("a")]) is expected
    assert not is_hypothesis(["="], [parse(name), parse("a")])


@pytest.mark.parametrize("left", ["Y", "Y_1, Y_2", r"Y \mid X", r"(N_1, \dots, N_K)", "Y_i | X_i, n_i"])
def test_names_have_a_law(left):
    assert tells_a_law(r"\sim", parse(left))


@pytest.mark.parametrize("left", [r"\frac{a}{b}", "a b", "a + b"])
def test_that_what_is_computed_has_a_law_is_a_claim(left):
    assert not tells_a_law(r"\sim", parse(left))


def test_an_arrow_may_ask_for_the_smallest_value():
    assert asks_for_extreme(r"\to", parse(r"\min_w"))
    assert not asks_for_extreme(r"\to", parse(r"\min_w w"))
    assert not asks_for_extreme("=", parse(r"\min_w"))


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        (r"H_0 : a = b", "supposes"),
        (r"H_A : a \ne b", "supposes"),
        (r"(N_1, \dots, N_K) \sim \text{Mult}(N, p)", "declares"),
        (r"\frac{a}{b} \sim F_{1, 2}", "unread"),
        (r"(a + b)^2 \to \min_a", "supposes"),
        (r"a \to b", "unread"),
    ],
)
def test_what_is_told_of_them(statement, verdict):
    assert line_by_line(rf"Let $a, b \in \mathbb{{R}}$. $${statement}$$") == f"declares {verdict}"
