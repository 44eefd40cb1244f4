"""Items side by side in a term."""

import pytest

from mlp_theory.texts.syntax.side_by_side import is_slash, nothing_follows, sides_of_cross, spelled, worded
from tests.texts.syntax.parsed import items, shown


def test_a_slash_is_told_from_other_operators():
    assert [is_slash(item) for item in items(r"a / b \cdot c")] == [False, True, False, False, False]


@pytest.mark.parametrize(("k", "expected"), [(0, False), (1, False), (2, True), (4, True)])
def test_whether_factors_end_before_this_place(k, expected):
    assert nothing_follows(items(r"a b \cdot c"), k) is expected


@pytest.mark.parametrize(("latex", "word"), [("Var(x)", "Var"), ("V a r(x)", "V"), ("x_i y", ""), ("2 x", "")])
def test_letters_without_a_gap_spell_a_word(latex, word):
    assert spelled(items(latex), 0) == word


def test_words_in_text_are_words_and_fonts_that_change_nothing_go():
    found = worded(items(r"\rm x \text{ReLU}_i \text{ } y"))
    assert shown(found) == ["x", "ReLUᵢ", "y"]
    assert [item.kind for item in found] == ["letter", "scripted", "letter"]


@pytest.mark.parametrize(
    ("latex", "sides"),
    [(r"h \times n", ["h", "n"]), (r"2 h \times n_0", ["2h", "n₀"]), (r"a \times b \times c", None), ("a b", None)],
)
def test_the_sides_of_a_size(latex, sides):
    found = sides_of_cross(items(latex))
    assert (shown(found) if found else None) == sides
