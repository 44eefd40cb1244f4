"""Which symbol a name with scripts means, and which part of it."""

import pytest

from mlp_theory.symbolic import Symbol
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.references import is_defined, is_known, is_page_name, reference_of, squared_key
from mlp_theory.texts.syntax.syn import UnreadError
from tests.texts.symbols.small_pages import NOWHERE, declare, name, notes_of, page_of


def reference(page, latex, claim=False):
    """What it refers to: the key, how many indices, what they pick."""
    ref = reference_of(page, *name(latex), NOWHERE, notes_of(page, claim), parse(latex))
    return ref.info.key, len(ref.indices), ref.part


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("W", ("W", 0, "entries")),
        ("W_{ij}", ("W", 2, "entries")),
        ("w_{ij}", ("W", 2, "entries")),
        (r"\mathbf{w}_k", ("W", 1, "row")),
        (r"\mathbf{x}_i", ("X", 1, "column")),
        ("v_i", ("v!", 1, "entries")),
        (r"\mathbf{v}", ("v!", 0, "entries")),
        ("W^T", ("W", 0, "entries")),
    ],
)
def test_what_a_name_refers_to(latex, expected):
    page = page_of("Z = W X")
    declare(page, "W", "K", "d")
    declare(page, "X", "d", "n")
    declare(page, r"\mathbf{v}", "d", 1)
    assert reference(page, latex) == expected


def test_what_nothing_declares_is_entered():
    page = page_of("z = u + 1")
    assert not is_known(page, *name("u"), NOWHERE, notes_of(page))
    assert reference(page, "u") == ("u", 0, "entries")
    assert is_known(page, *name("u"), NOWHERE, notes_of(page))
    assert page.created == ["u"]


def test_a_squared_name_is_a_symbol_and_its_root_another():
    page = page_of()
    page.infos[r"sigma^2"] = declare(page, "s", 1, 1)
    assert squared_key(page, *name(r"\sigma")) == "sigma^2"
    assert reference(page, r"\sigma^2")[0] == "s"
    assert reference(page, r"\sigma") == ("sigma", 0, "whole")
    assert page.book.definitions["sigma"].node.args == (Symbol("sigma^2"),)


def test_a_function_stands_for_nothing_without_its_argument():
    page = page_of()
    declare(page, "f", 1, 1, kind="function")
    with pytest.raises(UnreadError, match="the function f without an argument"):
        reference(page, "f")


def test_delta_with_two_indices_is_another_letter_than_a_number_delta():
    page = page_of()
    declare(page, r"\delta", 1, 1)
    assert is_known(page, *name(r"\delta"), NOWHERE, notes_of(page))
    assert not is_known(page, *name(r"\delta_{ij}"), NOWHERE, notes_of(page))


def test_letters_that_are_names_here():
    page = page_of()
    declare(page, "T", "n", 1)
    assert is_page_name(page, parse("T"))
    assert is_page_name(page, parse("n"))
    assert not is_page_name(page, parse("q"))
    assert is_defined(page, name("T_1")[0])
    assert not is_defined(page, name("q")[0])
