"""Whether one index picks a row or a column follows from how far it runs, and from where the matrix stands."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.directions import row_or_column
from mlp_theory.texts.symbols.scope import Scope
from tests.texts.checked import judged
from tests.texts.symbols.small_pages import NOWHERE, declare, name, notes_of, page_of


def direction(page, matrix, part, scope=NOWHERE):
    info = page.infos[name(matrix)[0].key]
    return row_or_column(page, info, name(part)[0], parse("i"), scope, notes_of(page))


@pytest.mark.parametrize(("size", "expected"), [("d", "row"), ("k", "column"), ("q", "column")])
def test_an_index_that_runs_as_far_as_one_side(size, expected):
    page = page_of()
    declare(page, "V", "d", "k")
    assert direction(page, "V", r"\mathbf{v}", Scope(axes={"i": ("i#1", size)})) == expected
    assert direction(page_of_ranges(size), "V", r"\mathbf{v}") == expected


def page_of_ranges(size):
    """A page that says elsewhere how far the index of v runs."""
    page = page_of(rf"\sum_{{j=1}}^{size} \mathbf{{v}}_j")
    declare(page, "V", "d", "k")
    return page


@pytest.mark.parametrize(
    ("equation", "expected"),
    [(r"A x", "row"), (r"A B", "row"), (r"A^T x", "column"), (r"A B^T", "column"), ("A A", "column")],
)
def test_a_matrix_that_multiplies_from_the_left_is_cut_into_rows(equation, expected):
    page = page_of(equation)
    declare(page, "A", "m", "n")
    assert direction(page, "A", r"\mathbf{a}") == expected


def test_the_habits_of_the_page():
    page = page_of()
    declare(page, "X", "m", "n")
    assert direction(page, "X", "X") == "column"
    page.habits.stacked_rows = {"X"}
    assert direction(page, "X", r"\mathbf{x}") == "row"
    page.habits.stacked_rows, page.habits.rows_are_examples = set(), True
    assert direction(page, "X", r"\mathbf{x}") == "row"


@pytest.mark.parametrize(
    "claim",
    [
        r"\mathbf A \mathbf x = \sum_{j=1}^n x_j \mathbf a_j",
        r"\mathbf A \mathbf x = \sum_j x_j \mathbf a_j",
        r"\sum_{i=1}^m \lVert \mathbf a_i \rVert^2 = \lVert \mathbf A \rVert_F^2",
    ],
)
def test_rows_and_columns_of_one_matrix_on_two_pages(claim):
    page = r"Let $\mathbf A \in \mathbb{R}^{m \times n}$, $\mathbf x \in \mathbb{R}^n$." + f"\n$${claim}$$\n"
    assert judged(page) == "holds"
