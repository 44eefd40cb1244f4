"""An update gives a defined symbol its next value; what was made of the old one is stale."""

from mlp_theory.symbolic import Call, Definition, Entry, Number, Symbol
from mlp_theory.texts.symbols.updates import renew_symbol
from tests.texts.symbols.small_pages import page_of


def page_with_w():
    """w = 1, and y = w."""
    page = page_of()
    page.book.definitions |= {"w": Definition(Number(1.0)), "y": Definition(Symbol("w"))}
    return page


def test_a_renewed_symbol_is_made_of_its_old_value():
    page = page_with_w()
    renew_symbol(page, Symbol("w"), Call("add", (Symbol("w"), Number(1.0)), (1, 1)))
    assert page.book.definitions["w"].node.keys == ("w",)
    assert page.stale == {"y"}


def test_a_symbol_of_which_a_part_is_renewed_is_stale():
    page = page_with_w()
    renew_symbol(page, Entry(Symbol("w"), Number(1.0), Number(1.0)), Number(2.0))
    assert page.book.definitions["w"].node == Number(1.0)
    assert page.stale == {"w", "y"}


def test_a_symbol_that_is_given_stands_for_any_value():
    page = page_with_w()
    renew_symbol(page, Symbol("x"), Number(2.0))
    assert page.stale == set()
