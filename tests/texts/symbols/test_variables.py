"""What a derivative can be by, also where it does not say."""

import pytest

from mlp_theory.symbolic import Call, Definition, Symbol
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.records import FunctionDef
from mlp_theory.texts.symbols.variables import is_variable, only_variable, runs_free
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.checked import judged
from tests.texts.symbols.small_pages import NOWHERE, declare, item, notes_of, page_of


@pytest.mark.parametrize(
    ("latex", "expected"), [("W", True), ("W_{ij}", True), ("q", False), ("2", False), ("d", False)]
)
def test_what_dv_can_be_by(latex, expected):
    page = page_of()
    declare(page, "W", "m", "n")
    declare(page, "d", 1, 1)
    assert is_variable(page, item(latex), NOWHERE, notes_of(page)) is expected


@pytest.mark.parametrize(
    ("body", "variable"),
    [
        ("J", "w"),
        (r"J(\theta)", "θ"),
        ("(x^T a)", "x"),
        ("(x^T y)", None),
        ("s", "x"),
        (r"\nabla_x f", "x"),
        ("q", None),
    ],
    ids=[
        "as it is defined",
        "as it is applied",
        "one column",
        "two columns",
        "through a definition",
        "below",
        "nothing",
    ],
)
def test_the_variable_of_a_gradient_that_names_none(body, variable):
    page = page_of()
    declare(page, "x", "n", 1)
    declare(page, "y", "n", 1)
    declare(page, "a", 1, 1)
    declare(page, "s", 1, 1, kind="defined")
    page.book.definitions["s"] = Definition(Call("add", (Symbol("x"), Symbol("a")), (1, 1)))
    page.arguments["w"] = parse("w")
    page.functions["J"] = FunctionDef(["w"], parse("w^2"), True, ("w",))
    found = only_variable(page, atoms(parse(body)), NOWHERE)
    assert (found if found is None else whole(found)) == variable


@pytest.mark.parametrize("letter", ["w", r"\mathbf{w}", r"\hat{w}", r"\mathcal{W}", r"w_{\text{out}}"])
def test_the_argument_of_a_definition_is_kept_as_it_is_written(letter):
    page = rf"""
Let ${letter} \in \mathbb{{R}}^n$ and $J({letter}) = \lVert {letter} \rVert^2$.
$$\nabla J = 2 {letter}$$
"""
    assert judged(page) == "defines holds"


def test_an_index_runs_free_while_nothing_is_made_of_it():
    page = page_of()
    k = declare(page, "k", 1, 1, domain="index 1", high="K")
    assert runs_free(page, k)
    assert not runs_free(page, declare(page, "m", 1, 1))
    page.book.definitions["s"] = Definition(Symbol("k"))
    page.book.forget()
    assert not runs_free(page, k)
