"""What lies under groups, brackets and scripts."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.peeling import (
    chain_in,
    in_round_brackets,
    inside,
    lone,
    only_term,
    unbracketed,
    under_scripts,
    ungrouped,
    unscripted,
    unstyled,
)
from mlp_theory.texts.syntax.script_parts import above, below, has_sub
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import first, item


@pytest.mark.parametrize(
    ("latex", "kind"),
    [("x", "sum"), ("a, b", "list"), ("a = b", "chain"), ("(x)", "sum")],
)
def test_groups_that_say_nothing_are_peeled_off(latex, kind):
    """Braces, and that something stands alone between commas; round brackets do say something."""
    assert ungrouped(parse(latex)).kind == kind
    assert ungrouped(first("braces", f"x^{{{latex}}}")).kind == kind


def test_round_brackets_are_peeled_where_they_say_nothing():
    index = unbracketed(first("parens", "(l - 1)"))
    assert (index.kind, len(index.args)) == ("sum", 2)


@pytest.mark.parametrize(
    ("latex", "kind"),
    [("(a, b)", "list"), ("[x \\mid y]", "chain"), (r"\{a + b\}", "sum")],
)
def test_inside_a_bracket_stands_a_list_a_relation_or_an_expression(latex, kind):
    assert inside(item(latex)).kind == kind


@pytest.mark.parametrize(
    ("latex", "kind"),
    [("x", "letter"), ("{{x}}", "letter"), ("x y", "term"), ("-x", "sum"), ("(x)", "parens"), ("a, b", "list")],
)
def test_the_one_thing_that_stands_here(latex, kind):
    """More than one thing, or a sign, is not peeled."""
    assert lone(parse(latex)).kind == kind


def test_a_sum_of_one_has_a_term_unless_a_sign_stands_before_it():
    assert only_term(first("sum", "x y")).kind == "term"
    assert only_term(first("sum", "-x")) is None
    assert only_term(first("sum", "x + y")) is None
    assert only_term(first("letter", "x")) is None


def test_what_stands_under_scripts_and_the_scripts():
    bare, parts = unscripted(item("x_i'^2"))
    assert (whole(bare), [part.kind for part in parts]) == ("x", ["sub", "prime", "sup"])
    assert (whole(below(parts)), whole(above(parts)), has_sub(parts)) == ("i", "2", True)
    assert whole(under_scripts(item("x_i^2"))) == "x"


def test_without_scripts_a_thing_is_itself():
    bare, parts = unscripted(item("x"))
    assert (bare.kind, parts) == ("letter", ())
    assert (below(parts), above(parts), has_sub(parts)) == (None, None, False)


@pytest.mark.parametrize("latex", [r"\mathbf{1}", r"\vec{1}", "1"])
def test_what_stands_under_fonts_and_accents(latex):
    assert lone(unstyled(item(latex))).kind == "number"


@pytest.mark.parametrize(("latex", "expected"), [("i = j", True), ("i", False), ("i, j", False)])
def test_a_relation_in_brackets_or_not(latex, expected):
    assert (chain_in(parse(latex)) is not None) is expected
    assert (chain_in(first("parens", f"({latex})")) is not None) is expected


@pytest.mark.parametrize(
    ("latex", "inside_it"), [("(i)", "i"), ("{(i)}", "i"), ("i", None), ("(i) j", None), ("[i]", None)]
)
def test_what_stands_in_round_brackets_alone(latex, inside_it):
    found = in_round_brackets(parse(latex))
    assert (whole(found) if found is not None else None) == inside_it
