"""How far the body of an operator runs."""

import pytest

from mlp_theory.texts.syntax.bodies import end_of_body, end_of_bracket, end_of_run, nothing_follows
from mlp_theory.texts.syntax.syn import UnreadError
from tests.texts.syntax.parsed import items, shown

TRANSPOSES = frozenset("T")


@pytest.mark.parametrize(
    ("latex", "body"), [(r"2 x \cdot y", ["2", "x"]), ("x", ["x"]), (r"a b / c", ["a", "b"]), (r"\cdot x", [])]
)
def test_factors_side_by_side_end_at_an_operator(latex, body):
    found = items(latex)
    assert shown(found[: end_of_run(found, 0)]) == body


@pytest.mark.parametrize(
    ("latex", "body"),
    [
        ("(b - A x)^T (b - A x)", 2),  # a row begins a product that is a number
        ("(a) x", 1),
        ("(a)", 1),
        (r"(a) \cdot (b)", 1),
    ],
)
def test_the_body_that_begins_with_a_bracket(latex, body):
    assert end_of_bracket(items(latex), 0, TRANSPOSES) == body


def test_two_brackets_can_be_two_things():
    with pytest.raises(UnreadError, match="write brackets"):
        end_of_bracket(items("(a)(b)"), 0, TRANSPOSES)


@pytest.mark.parametrize(
    ("latex", "body"),
    [
        ("L X^T", ["L"]),
        ("f(x) y", ["f", "(x)"]),
        ("x^T A x", ["xᵀ", "A", "x"]),
        (r"\tanh x \cdot y", [r"tanh", "x"]),
        ("(a) x", ["(a)"]),
        (r"\|x\|^2", ["‖x‖²"]),
    ],
)
def test_what_a_gradient_is_taken_of(latex, body):
    found = items(latex)
    assert shown(found[: end_of_body(found, 0, TRANSPOSES)]) == body


@pytest.mark.parametrize(("k", "expected"), [(0, False), (1, False), (2, True), (4, True)])
def test_whether_factors_end_before_this_place(k, expected):
    assert nothing_follows(items(r"a b \cdot c"), k) is expected
