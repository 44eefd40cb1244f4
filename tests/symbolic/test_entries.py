"""Entries, rows, columns and samples, whose free indices are axes."""

import numpy as np
import pytest

from mlp_theory.symbolic import Column, Entry, EvaluationError, Index, Member, Number, Row, Size
from tests.symbolic.building import ONE, TWO, A, B, I, J, S, arrays, op, plus, total, value


def test_free_indices_are_named_leading_axes():
    given = arrays()
    np.testing.assert_array_equal(value(Entry(A, I, J), given, free=[("i", 3), ("j", 4)])[..., 0, 0], given["A"])
    np.testing.assert_array_equal(value(Entry(A, I, J), given, free=[("j", 4), ("i", 3)])[..., 0, 0], given["A"].T)


def test_a_diagonal_entry_uses_one_index_twice():
    given = arrays()
    np.testing.assert_array_equal(value(Entry(S, I, I), given, free=[("i", 4)])[:, 0, 0], np.diag(given["S"]))


def test_rows_are_columns_and_columns_are_columns():
    given = arrays()
    np.testing.assert_array_equal(value(Row(A, I), given, free=[("i", 3)])[..., 0], given["A"])
    np.testing.assert_array_equal(value(Column(A, J), given, free=[("j", 4)])[..., 0], given["A"].T)


def test_a_member_is_one_sample_of_a_family():
    given = arrays()
    np.testing.assert_array_equal(value(Member("X", TWO), given), given["X"][1])
    np.testing.assert_array_equal(value(Member("X", I), given, free=[("i", 5)]), given["X"])


def test_the_index_notation_of_a_product_is_the_product():
    given = arrays()
    summed = total("sum", "k", Size("n"), op("times", Entry(A, I, Index("k")), Entry(B, Index("k"), J)))
    np.testing.assert_allclose(
        value(summed, given, free=[("i", 3), ("j", 5)])[..., 0, 0], given["A"] @ given["B"], rtol=1e-12
    )


@pytest.mark.parametrize(
    ("node", "free"),
    [
        (Entry(A, Number(4.0), ONE), ()),
        (Entry(A, Number(0.0), ONE), ()),
        (Entry(A, ONE, Number(-1.0)), ()),
        (Row(A, Number(4.0)), ()),
        (Column(A, Number(5.0)), ()),
        (Member("X", Number(6.0)), ()),
        (Entry(A, plus(I, ONE), ONE), [("i", 3)]),
        (total("sum", "i", Number(4.0), Entry(A, I, ONE)), ()),
    ],
    ids=["row 4 of 3", "row 0", "column −1", "Row", "Column", "Member", "i + 1", "a sum that runs too far"],
)
def test_an_index_out_of_range_raises(node, free):
    with pytest.raises(EvaluationError, match="range"):
        value(node, free=free)
