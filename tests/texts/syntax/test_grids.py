r"""Rows and cells between ``\begin`` and ``\end``."""

import pytest

from mlp_theory.texts.syntax.grids import cells_of, environment_of, grid_of
from tests.texts.syntax.parsed import first, shown


def test_the_cells_of_a_row_of_which_some_are_empty():
    row = first("row", r"\begin{bmatrix} a & & b_1 & \end{bmatrix}")
    assert shown(cells_of(row)) == ["a", None, "b₁", None]


@pytest.mark.parametrize(
    ("latex", "rows"),
    [
        (r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}", [["a", "b"], ["c", "d"]]),
        (r"\begin{bmatrix} a & \\ & d \end{bmatrix}", [["a", None], [None, "d"]]),
        (r"\begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}", [["x", "x>0"], ["0", "else"]]),
    ],
)
def test_the_rows_of_a_matrix(latex, rows):
    assert [shown(row) for row in grid_of(first("matrix", latex))] == rows


@pytest.mark.parametrize(
    ("latex", "name"),
    [
        (r"\begin{pmatrix} a \end{pmatrix}", "pmatrix"),
        (r"\begin{dcases*} a \end{dcases*}", "cases"),
        (r"\left\{ \begin{array}{l} a \end{array} \right.", "cases"),
    ],
)
def test_a_brace_before_an_array_makes_cases_of_it(latex, name):
    assert environment_of(first("matrix", latex)) == name
