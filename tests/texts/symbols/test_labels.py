"""What hangs on a name taken apart: what belongs to it, what picks a part, what is done to it."""

import pytest

from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.symbols.small_pages import NOWHERE, declare, name, notes_of, page_of

DEEP = [r"z^{[l]} = W^{[l]} a^{[l-1]}", r"h_{l} = V_l h_{l-1}", r"b^l = c", "x^{(i)}"]


def split(page, latex, scope=NOWHERE, claim=False):
    """The label, the indices as texts, and what is left above."""
    label, indices, sups = split_scripts(page, *name(latex), scope, notes_of(page, claim))
    return label, [whole(index) for index in indices], [kind for kind, _ in sups]


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        (r"W^{[2]}", ("[2]", [], [])),
        (r"W^{[l]}", ("[3]", [], [])),
        (r"W^{[l-1]T}", ("[2]", [], ["T"])),
        (r"W^{[l]}_{ij}", ("[3]", ["i", "j"], [])),
        (r"V_l", ("[3]", [], [])),
        (r"V_{l,i}", ("[3]", ["i"], [])),
        (r"b^l", ("[3]", [], [])),
        (r"x^{(i)}", ("", ["i"], [])),
        (r"x^{(2)}", ("", ["2"], [])),
        (r"x^{(q)}", ("(q)", [], [])),
        (r"x^2", ("", [], ["power"])),
        (r"x_{\text{in}}", ("_in", [], [])),
    ],
)
def test_what_belongs_to_the_name_and_what_picks_a_part(latex, found):
    assert split(page_of(*DEEP), latex, Scope(loops={"l": 3})) == found


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        (r"x_i", ("", ["i"], [])),
        (r"x_0", ("[0]", [], [])),
        (r"x_{ab}", ("", ["a", "b"], [])),
        (r"q_1", ("[1]", [], [])),
        (r"x_1", ("", ["1"], [])),
        (r"L_{wd}", ("_wd", [], [])),
    ],
    ids=["an index", "number 0", "entries", "names with numbers", "an entry of x", "a word of letters"],
)
def test_labels_below(latex, found):
    page = page_of("y = x + x_{ij} + L")
    page.index_letters |= {"a", "b"}
    declare(page, "L", 1, 1, kind="defined")
    assert split(page, latex) == found


def test_a_label_that_is_declared():
    page = page_of()
    page.index_letters.add("x")
    assert split(page, "c_x") == ("", ["x"], [])
    page.infos["c_x"] = declare(page, "c", 1, 1)
    assert split(page, "c_x") == ("_x", [], [])


def test_a_bound_letter_is_no_label():
    page = page_of()
    assert split(page, "c_x") == ("_x", [], [])
    assert split(page, "c_x", Scope(axes={"x": ("x#1", "n")})) == ("", ["x"], [])
