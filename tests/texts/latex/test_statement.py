"""An arrow behind an equation leads to what follows from it: it is no side of its own."""

import pytest

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.statements import statements


def relations(latex):
    return [statement.relations for statement in statements(LocatedText.of(latex))]


@pytest.mark.parametrize("arrow", [r"\rightarrow", r"\Rightarrow", r"\implies"])
def test_an_equation_may_lead_on(arrow):
    assert relations(rf"f = x y {arrow}") == [["="]]


def test_two_equations_with_an_arrow_between_are_two():
    assert relations(r"f = x y \quad \rightarrow \quad g = y") == [["="], ["="]]


def test_an_arrow_with_something_behind_it_is_a_relation():
    assert relations(r"a = b \Rightarrow b = a") == [["=", r"\Rightarrow", "="]]


def test_an_equation_with_nothing_behind_it_is_broken():
    (statement,) = statements(LocatedText.of("f = x ="))
    assert statement.sides[0].error is not None


@pytest.mark.parametrize("arrow", [r"\iff", r"\Leftrightarrow", r"\Longleftrightarrow"])
def test_an_arrow_at_the_end_of_a_row_leads_to_the_next(arrow):
    assert relations(rf"a &= b {arrow} \\ c &= d") == [["=", arrow, "="]]
    assert relations(rf"a &= b \quad {arrow} \\ c &= d") == [["=", arrow, "="]]
    assert relations(rf"a = b \quad {arrow} \quad c = d") == [["=", arrow, "="]]
    assert relations(rf"a = b {arrow}") == [["="]]


@pytest.mark.parametrize("arrow", [r"\Rightarrow", r"\implies"])
def test_a_row_that_follows_is_no_factor_of_the_row_before(arrow):
    assert relations(rf"a &= b \\ {arrow} c &= d") == [["=", arrow, "="]]
