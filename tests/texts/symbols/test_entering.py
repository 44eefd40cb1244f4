"""Symbols as they are declared, and as their typography says where nothing declares them."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.entering import create_symbol, declare_symbol, new_axis, symbol_term
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.verdicts.roots import Root, RootKind
from tests.texts.symbols.small_pages import declare, name, notes_of, page_of


def test_a_declaration_says_the_shape_once():
    page = page_of()
    info = declare(page, "W", "K", "d")
    assert (info.r, info.c, info.declared, info.origin) == ("K", "d", True, "its declaration")
    assert declare(page, "W", "K", "d") is info
    with pytest.raises(UnreadError, match="W has been declared before, as K×d"):
        declare(page, "W", "d", "K")
    with pytest.raises(UnreadError, match="declared before, as real"):
        declare(page, "W", "K", "d", domain="positive")


def test_a_label_is_shown_without_its_marks():
    assert declare_symbol(page_of(), name("W")[0], "_out", 1, 1).show == "Wout"


@pytest.mark.parametrize(
    ("latex", "count", "columns", "samples"),
    [
        ("W", 0, "many", False),
        (r"\mathbf{x}", 0, "one", False),
        (r"\vec{x}", 0, "one", False),
        ("w", 2, "many", False),
        ("x", 1, "one", True),
        ("a", 1, "one", False),
        (r"\mathbf{x}", 1, "one", True),
        ("a", 0, "one", False),
    ],
    ids=["capital", "bold", "arrow", "two indices", "samples", "entries", "bold samples", "small"],
)
def test_typography_says_the_shape(latex, count, columns, samples):
    page = page_of("a = 1")
    info = create_symbol(page, name(latex)[0], "", count, notes_of(page), parse(latex))
    assert page.dims.is_one(info.c) is (columns == "one")
    assert (info.count is not None) is samples
    assert page.created == [info.key]


def test_a_capital_that_something_is_divided_by_is_a_number():
    page = page_of(r"\frac{x}{N}")
    assert page.dims.is_one(create_symbol(page, name("N")[0], "", 0, notes_of(page), parse("N")).c)


def test_an_iterate_has_the_shape_of_its_letter():
    page = page_of()
    w = declare(page, "w", "n", 1)
    old = create_symbol(page, w.base, "(old)", 0, notes_of(page), parse("w"))
    assert (old.r, old.c, old.origin) == ("n", 1, "that of w")


def test_what_a_claim_does_not_know_is_noted():
    page = page_of()
    declare(page, r"\mathbf{W}", "m", "n")
    notes = notes_of(page, claim=True)
    create_symbol(page, name("q")[0], "", 0, notes, parse("q"))
    assert notes.unknown == {"q": "q is neither declared nor defined"}
    with pytest.raises(UnreadError, match="only its bold"):
        create_symbol(page, name("W")[0], "", 0, notes, parse("W"))
    with pytest.raises(UnreadError, match="unknown word: frob"):
        create_symbol(page, name(r"\mathrm{frob}")[0], "", 0, notes, parse("x"))


def test_a_symbol_is_noted_as_used():
    page = page_of()
    x = declare(page, "x", "n", 1)
    notes = notes_of(page)
    assert symbol_term(x, notes).show == "x"
    assert notes.used == {"x"}
    x.root, x.lost = Root("x", RootKind.CIRCULAR, 3), True
    assert symbol_term(x, notes).show == "x"  # it is free: what is made of it is judged, and the verdict tells the root


def test_no_two_axes_share_a_name():
    page = page_of()
    assert new_axis(page, "i") != new_axis(page, "i")
