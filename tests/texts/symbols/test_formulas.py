"""What a formula does to its parameter: to each entry alone, or to the whole array."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.formulas import is_entrywise, is_pure, takes_whole_arrays
from mlp_theory.texts.symbols.records import FunctionDef
from tests.texts.symbols.small_pages import declare, name, page_of


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x^2 + 1", False),
        (r"\max(0, x)", False),
        (r"\tanh(a x)", False),
        ("w^T x", True),
        (r"\lVert x \rVert^2", True),
        (r"\mathrm{softmax}(x)", True),
        (r"\operatorname{tr}(x)", True),
        ("A x", True),
    ],
)
def test_which_formulas_take_whole_arrays(body, expected):
    page = page_of()
    declare(page, "A", "m", "n")
    declare(page, "a", 1, 1)
    assert takes_whole_arrays(page, ["x"], parse(body)) is expected


@pytest.mark.parametrize(("body", "expected"), [("e^x + 2", True), ("a x", True), ("b x", False), ("A x", False)])
def test_a_pure_formula_holds_parameters_and_numbers(body, expected):
    page = page_of()
    declare(page, "a", 1, 1)
    declare(page, "b", 1, 1, kind="defined")
    declare(page, "A", "m", "n")
    assert is_pure(page, FunctionDef(["x"], parse(body), False)) is expected


def test_which_functions_work_entry_by_entry():
    page = page_of()
    page.functions["g"] = FunctionDef(["x"], parse("x^2"), False)
    page.functions["q"] = FunctionDef(["x"], parse("x^T x"), False)
    page.functions["h"] = FunctionDef(["x", "y"], parse("x y"), False)
    declare(page, "f", 1, 1, kind="loss")
    assert {letter: is_entrywise(page, name(letter)[0]) for letter in ("g", "q", "h", "f", r"\phi", "u")} == {
        "g": True, "q": False, "h": False, "f": False, r"\phi": True, "u": False,
    }  # fmt: skip
