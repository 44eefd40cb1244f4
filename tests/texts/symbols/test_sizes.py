"""Sizes: letters with labels, sums and multiples of them, numbers."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size, labelled_size, read_size, size_named
from mlp_theory.texts.syntax.syn import UnreadError
from tests.texts.symbols.small_pages import NOWHERE, declare, item, page_of


def as_exponent(latex):
    """A size where it stands: above a set."""
    return item(rf"\mathbb{{R}}^{{{latex}}}")[1][0]


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        ("K", "K"),
        ("{K}", "K"),
        ("d_x", "d_x"),
        ("d_{l-1}", "d_1"),
        ("3", "3"),
        ("2d", "2d"),
        ("d - 1", "d−1"),
        ("784", "784"),
    ],
)
def test_sizes_that_are_read(latex, shown):
    page = page_of("a_l = W_l a_{l-1}")
    assert page.dims.show(read_size(page, as_exponent(latex), Scope(loops={"l": 2}))) == shown


def test_a_large_number_is_a_name_unless_an_equation_speaks_of_it():
    page = page_of()
    assert read_size(page, parse("100"), NOWHERE) == "100"
    page.literals.add(100)
    assert read_size(page, parse("100"), NOWHERE) == 100


@pytest.mark.parametrize("latex", ["0", "1.5", "-1", r"d^{\top}", "d m", "(d, m)"])
def test_what_is_no_size(latex):
    with pytest.raises(UnreadError):
        read_size(page_of(), as_exponent(latex), NOWHERE)


def test_a_symbol_is_no_size():
    page = page_of()
    declare(page, "x", "n", 1)
    declare(page, "n", 1, 1)
    assert size_named(page, "d") == "d"
    assert is_size(page, "d")
    assert not is_size(page, "n")
    assert not is_size(page, "q")


def test_the_last_layer_is_a_number():
    page = page_of("a_l = W_l a_{l-1}", "a_L")
    assert size_named(page, "L") == 3


def test_a_label_makes_another_size():
    page = page_of()
    page.dims.make_rigid("d_k")
    assert labelled_size(page, item("d_k"), NOWHERE) == "d_k"
    assert labelled_size(page, item("d_v"), NOWHERE) is None
    assert labelled_size(page, item("2"), NOWHERE) is None
