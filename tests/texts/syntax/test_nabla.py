"""``∇`` as it is written: by what, how often, as a row."""

import pytest

from mlp_theory.texts.syntax.nabla import is_nabla, nabla_at
from mlp_theory.texts.syntax.syn import UnreadError
from tests.texts.syntax.parsed import items, shown


@pytest.mark.parametrize(
    ("latex", "variables", "order", "transposed", "end"),
    [
        (r"\nabla L", [], 1, False, 1),
        (r"\nabla_W L", ["W"], 1, False, 1),
        (r"\nabla_x^\top L", ["x"], 1, True, 1),
        (r"\nabla^2 L", [], 2, False, 1),
        (r"\nabla^2_{xy} L", ["x", "yᵀ"], 2, False, 1),
        (r"\nabla \nabla^\top L", [], 2, False, 2),
        (r"\nabla\nabla_x L", ["x"], 2, False, 2),
    ],
)
def test_a_gradient_and_a_hessian(latex, variables, order, transposed, end):
    found = nabla_at(items(latex), 0, frozenset("T"))
    assert (shown(found.variables), found.order, found.transposed, found.end) == (variables, order, transposed, end)


@pytest.mark.parametrize(
    ("latex", "reason"),
    [
        (r"\nabla \nabla^2 L", "third order"),
        (r"\nabla^\top \nabla L", "sum of second derivatives"),
        (r"\nabla_{xy} L", "2 variables below"),
        (r"\nabla^3 L", "only a 2 or a transpose"),
    ],
)
def test_what_is_not_read(latex, reason):
    with pytest.raises(UnreadError, match=reason):
        nabla_at(items(latex), 0, frozenset("T"))


def test_a_nabla_is_told_from_a_letter():
    assert [is_nabla(item) for item in items(r"\nabla_x L")] == [True, False]
