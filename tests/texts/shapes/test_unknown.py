"""Letters of which nothing tells the shape."""

import pytest

from mlp_theory.symbolic import Dimensions
from mlp_theory.symbolic.dimensions import SizeOf
from mlp_theory.texts.shapes.unknown import unknown_shape, unknown_size


@pytest.fixture
def dims():
    return Dimensions()


def shape_of(dims, letter):
    return dims.fresh(SizeOf("rows", letter), large=True), dims.fresh(SizeOf("columns", letter), large=True)


def test_neither_rows_nor_columns_are_known(dims):
    assert unknown_shape(dims, shape_of(dims, "A"), ("n", "n")) == "A"


def test_of_a_square_matrix_one_open_size_is_both(dims):
    rows, columns = shape_of(dims, "A")
    dims.unify(rows, columns)
    assert unknown_shape(dims, (rows, columns), ("n", "m")) == "A"


def test_what_is_known_by_one_of_them_is_no_unknown_shape(dims):
    rows, columns = shape_of(dims, "A")
    dims.unify(columns, "n")
    assert unknown_shape(dims, (rows, columns), ("n", 1)) == ""
    assert unknown_size(dims, (rows, columns)) == "A"


def test_the_two_sizes_may_stand_in_two_shapes(dims):
    rows, columns = shape_of(dims, "A")
    assert unknown_shape(dims, (rows, "n"), ("m", columns)) == "A"


def test_an_open_size_without_a_letter_tells_of_none(dims):
    size = dims.fresh("i", large=True)
    assert (unknown_shape(dims, (size, size)), unknown_size(dims, (size, 1))) == ("", "")


def test_everything_known(dims):
    assert (unknown_shape(dims, ("n", "m")), unknown_size(dims, ("n", 1))) == ("", "")
