"""Indices and exponents as multiples of letters."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.linear_forms import as_syntax, form_of, plus
from mlp_theory.texts.syntax.unicode import whole


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("3", {"": 3}),
        ("0", {}),
        ("j", {"j": 1}),
        ("M + 1", {"M": 1, "": 1}),
        ("2M", {"M": 2}),
        ("i + j - 2", {"i": 1, "j": 1, "": -2}),
        ("(l - 1)", {"l": 1, "": -1}),
        ("i j", None),
        ("x^2", None),
    ],
)
def test_a_form_counts_its_letters(text, form):
    assert form_of(parse(text)) == form


def test_a_form_is_written_as_it_is_read():
    form = plus({"j": 1}, {"j": 1, "": 1}, -3)
    assert form == {"j": -2, "": -3}
    assert form_of(as_syntax(form, parse("j"))) == form
    assert whole(as_syntax({"M": 1, "": 1}, parse("M"))) != whole(
        as_syntax({"M": 1, "": 1}, parse("M"), number_first=True)
    )
