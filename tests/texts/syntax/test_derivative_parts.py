"""A fraction of differentials taken apart."""

import pytest

from mlp_theory.texts.syntax.derivative_parts import derivative_parts, differential, is_upright_d
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import item, items, shown


@pytest.mark.parametrize(
    ("top", "bottom", "body", "variables", "order"),
    [
        (r"\partial L", r"\partial W", ["L"], [("W", 1)], 1),
        (r"\partial", r"\partial x_i", [], [("xᵢ", 1)], 1),
        (r"\partial^2 L", r"\partial x \partial y", ["L"], [("x", 1), ("y", 1)], 2),
        (r"\partial^2 L", r"\partial x^2", ["L"], [("x", 2)], 2),
        ("d f", "d x", ["f"], [("x", 1)], 1),
        (r"\partial L", r"\partial A x", ["L"], [("Ax", 1)], 1),
    ],
)
def test_body_variables_and_order(top, bottom, body, variables, order):
    found = derivative_parts(items(top), items(bottom))
    assert shown(found.body) == body
    assert [(whole(syn), times) for syn, times in found.variables] == variables
    assert found.order == order


@pytest.mark.parametrize(("top", "bottom"), [("a", "b"), (r"\partial L", "x"), (r"\partial L", "d x"), ("d", "d")])
def test_what_is_no_derivative(top, bottom):
    assert derivative_parts(items(top), items(bottom)) is None


def test_orders_that_differ_are_not_read():
    with pytest.raises(UnreadError, match="differs above and below"):
        derivative_parts(items(r"\partial^2 L"), items(r"\partial x"))


@pytest.mark.parametrize(
    ("latex", "sign"),
    [
        (r"\partial", "∂"),
        (r"\partial^2", "∂"),
        ("d", "d"),
        (r"\mathrm{d}^2", "d"),
        ("d_k", None),
        (r"\mathbf{d}", None),
        (r"\hat{d}", None),
        ("x", None),
    ],
)
def test_differentials(latex, sign):
    assert differential(item(latex)) == sign


def test_an_upright_d_is_told_from_an_italic_one():
    assert is_upright_d(item(r"\mathrm{d}"))
    assert not is_upright_d(item("d"))
    assert not is_upright_d("d")
