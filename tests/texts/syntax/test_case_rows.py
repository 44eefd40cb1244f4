"""A row of cases taken apart."""

import pytest

from mlp_theory.texts.syntax.case_rows import split_case
from mlp_theory.texts.syntax.grids import grid_of
from mlp_theory.texts.syntax.syn import UnreadError
from tests.texts.syntax.parsed import first, shown


def case(row):
    (cells,) = grid_of(first("matrix", rf"\begin{{cases}} {row} \end{{cases}}"))
    return split_case(cells)


@pytest.mark.parametrize(
    ("row", "value", "condition"),
    [
        ("x & x > 0", "x", "x>0"),
        (r"x & \text{if } x > 0", "x", "x>0"),
        (r"x - 1 \text{ if } x > 0", "x-1", "x>0"),
        ("x, x > 0", "x", "x>0"),
        (r"0 & \text{otherwise}", "0", None),
        (r"0 \text{ else}", "0", None),
    ],
)
def test_value_and_condition(row, value, condition):
    found, conditions = case(row)
    assert shown([found, *(conditions or [None])]) == [value, condition]


@pytest.mark.parametrize(
    "row",
    [
        r"1 & \text{if } x > 0 \text{ and } y < 1",
        r"1 & x > 0, \text{ and } y < 1",
        r"1 & \text{and } x > 0 \text{ and } y < 1",
        r"1 \text{ if } x > 0 \text{ and } y < 1",
    ],
)
def test_conditions_that_are_met_together(row):
    _, conditions = case(row)
    assert shown(conditions) == ["x>0", "y<1"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x & y & z", "a value and a condition"),
        ("x", "a case without its condition"),
        (r"x & \text{if it rains}", "in words"),
        (r"x & x > 0, y", "a list of conditions"),
        (r"x & \text{if } x \text{ and } y > 0", "a condition is expected here"),
        (r"x & \text{if } x > 0 \text{ or } y > 0", "in words"),
    ],
)
def test_what_is_not_read(row, reason):
    with pytest.raises(UnreadError, match=reason):
        case(row)
