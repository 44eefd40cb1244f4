"""Items side by side in a term."""

import pytest

from mlp_theory.texts.syntax.spelled_words import spelled_at, worded
from tests.texts.syntax.parsed import items, shown


@pytest.mark.parametrize(("latex", "word"), [("Var(x)", "Var"), ("V a r(x)", "V"), ("x_i y", ""), ("2 x", "")])
def test_letters_without_a_gap_spell_a_word(latex, word):
    assert spelled_at(items(latex), 0) == word


def test_words_in_text_are_words_and_fonts_that_change_nothing_go():
    found = worded(items(r"\rm x \text{ReLU}_i \text{ } y"))
    assert shown(found) == ["x", "ReLUᵢ", "y"]
    assert [item.kind for item in found] == ["letter", "scripted", "letter"]
