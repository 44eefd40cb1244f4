"""The table of notations: each shows itself, each has its test beside it, and their order matters."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.reading.notations import GRAMMAR, NOTATIONS, reader_of
from mlp_theory.texts.shapes.solver import Solver
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.syn import UnreadError


def file_of(notation):
    return Path(sys.modules[notation.__module__].__file__)


@pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.__name__)
def test_a_notation_shows_itself_and_has_its_test_beside_it(notation):
    assert notation.__doc__
    assert "``" in sys.modules[notation.__module__].__doc__
    assert (Path(__file__).parent / f"test_{file_of(notation).name}").exists()


def test_one_notation_a_file():
    assert len({file_of(notation) for notation in NOTATIONS}) == len(NOTATIONS)


def shown(latex, without=""):
    """How an expression is read, by the table without one of its notations."""
    page = Page()
    reader = reader_of(page, Solver(page.dims), claim=False)
    kept = tuple(notation for notation in NOTATIONS if notation.__name__ != without)
    reader.grammar = replace(GRAMMAR, notations=kept)
    return reader.expression(parse(latex), Scope()).show


@pytest.mark.parametrize(
    ("latex", "notation", "with_it", "without_it"),
    [
        (r"\sum_{i=1}^n x_i + a", "big_operator_term", "((Σ_i x(i)) + a)", "not read: bigop"),
        (r"\frac{\partial x^2}{\partial x}", "fraction_derivative", "(∂x^2/∂x)", "∂ without a fraction"),
        (r"\exp(a)", "function_word", "exp(a)", "not read: function"),
        (r"\max_i x_i", "extreme", "(max_i x(i))", "the index i is bound by nothing"),
        (r"\mathbb 1[a > 0]", "indicator", "[a > 0]", "(𝟏 · [a > 0])"),
        (r"\mathbf 1_n", "ones", "𝟏", "the index n is bound by nothing"),
        (r"\sigma(a)", "application", "sigmoid(a)", "(σ · a)"),
    ],
)
def test_what_a_notation_reads_is_read_otherwise_without_it(latex, notation, with_it, without_it):
    assert shown(latex) == with_it
    try:
        found = shown(latex, without=notation)
    except UnreadError as error:
        found = str(error)
    assert without_it in found
