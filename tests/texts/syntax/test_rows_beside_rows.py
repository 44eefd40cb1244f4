"""Products that set rows beside rows."""

import pytest

from mlp_theory.texts.syntax.rows_beside_rows import rows_meet_rows
from tests.texts.syntax.parsed import items


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"Q K^\top", True),
        (r"2 Q K^\top", True),
        (r"\frac{Q K^\top}{\sqrt{d}}", True),
        (r"Q W K^\top", True),
        (r"Q^\top K", False),
        (r"Q^\top K^\top", False),
        ("Q K", False),
        (r"K^\top", False),
    ],
)
def test_the_last_factor_is_transposed_and_the_first_is_not(latex, expected):
    assert rows_meet_rows(items(latex), frozenset("T")) is expected
