"""What a survey notes of a page before anything is read."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.surveying import note_range
from tests.texts.symbols.small_pages import page_of


def test_letters_that_sums_bind_are_indices():
    page = page_of(r"z_i = \sum_{m=1}^d W_{im} x_m", r"\max_{a, b} c_{ab}")
    assert {"m", "a", "b"} <= page.index_letters
    assert page.dims.known("d")


def test_a_bound_that_runs_itself_is_no_size():
    assert not page_of(r"\sum_{i=1}^n \sum_{j=1}^i x_{ij}").dims.known("i")


def test_a_range_that_is_told():
    page = page_of()
    note_range(page, "s", parse("1"), parse("n"))
    assert "s" in page.index_letters
    assert page.survey.told == {"s"}


def test_how_names_are_written():
    survey = page_of(r"J(w) = \frac{1}{N} \sum_i x_i^2", r"y^{(i)} = f^{(p)} / M").survey
    assert survey.applied == {"J": 1}
    assert survey.divisors == {"N"}
    assert survey.subs["x"] == [["i"]]
    assert survey.sups["y"] == ["i"]
    assert "x" not in survey.plain
    assert "y" not in survey.plain


def test_nothing_is_divided_by_the_variable_of_a_derivative():
    assert page_of(r"\frac{\partial L}{\partial W}").survey.divisors == set()


def test_matrices_that_multiply_from_the_left():
    survey = page_of(r"Z = W X", r"V x", r"U Q^T", r"A^T y", r"X X", r"B_{ij} c").survey
    assert survey.multiplying == {"W", "V"}
