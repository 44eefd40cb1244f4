"""Which names are functions, and which function a name is where it is applied."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.function_names import function_for, is_decorated, is_function, is_function_letter
from mlp_theory.texts.symbols.records import Arbitrary, Builtin, Defined, FunctionDef
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from tests.texts.symbols.small_pages import NOWHERE, declare, name, notes_of, page_of


def applied(page, latex, bracket=True):
    return function_for(page, *name(latex), NOWHERE, notes_of(page), bracket)


def test_functions_by_their_letters():
    page = page_of()
    assert applied(page, r"\sigma") == Builtin("sigmoid")
    assert applied(page, "f") == Arbitrary("f", "f", False, False)
    assert applied(page, "L") == Arbitrary("L", "L", True, False)
    assert applied(page, "x") is None
    assert applied(page, "f", bracket=False) is None
    assert is_function_letter(name(r"\phi")[0])
    assert not is_function_letter(name("x")[0])


def test_a_letter_that_something_is_divided_by_is_no_loss():
    assert applied(page_of(r"\frac{x}{L}"), "L") is None


def test_functions_that_the_page_defines():
    page = page_of()
    page.functions["x"] = FunctionDef(["t"], parse("t^2"), False)
    assert applied(page, "x") == Defined(page.functions["x"], False, None)
    declare(page, "g", 1, 1, kind="function")
    assert applied(page, "g_a") == Arbitrary("g_a", "g", False, True)
    declare(page, "f", "n", 1)
    assert applied(page, "f") is None


def test_what_is_a_function():
    page = page_of()
    declare(page, "g", 1, 1, kind="function")
    declare(page, "x", "n", 1)
    assert is_function(page, name("g")[0], NOWHERE)
    assert is_function(page, name(r"\sigma")[0], NOWHERE)
    assert not is_function(page, name("x")[0], NOWHERE)
    assert not is_function(page, name("g")[0], Scope(params={"g": None}))


@pytest.mark.parametrize(
    ("latex", "expected"), [("J(w)", True), ("J(w, b)", True), ("J(2)", False), ("s(w)", False), ("s(w, b)", True)]
)
def test_brackets_that_only_say_what_a_name_depends_on(latex, expected):
    page = page_of()
    for letter in ("J", "s"):
        declare(page, letter, 1, 1, kind="defined")
    group = atoms(parse(latex))[1]
    assert is_decorated(page, *name(latex), group, NOWHERE, notes_of(page)) is expected
