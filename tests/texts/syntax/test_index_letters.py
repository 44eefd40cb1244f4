"""The letter of an index, and which scripts of a name are indices."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import (
    letters_of,
    lone_above,
    lone_index,
    lone_letter,
    lone_sub,
    shifted_by_one,
)
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import all_above, all_below
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import first, item


def scripts(latex):
    (item,) = atoms(parse(latex))
    return unscripted(item)[1]


@pytest.mark.parametrize(
    ("latex", "index"), [("E_i", "i"), ("L^{(i)}", "i"), ("x_{t-1}", "t-1"), ("E", None), ("w_i^{(j)}", None)]
)
def test_the_one_index_of_a_name(latex, index):
    found = lone_index(scripts(latex))
    assert (None if found is None else whole(found)) == index


@pytest.mark.parametrize(("latex", "letter"), [("t", "t"), ("t-1", "t"), ("2t", None), ("t+s", None)])
def test_the_letter_that_is_shifted(latex, letter):
    assert shifted_by_one(parse(latex)) == letter


def test_letters_below_and_above():
    assert lone_sub(scripts("W_f")) == "f"
    assert lone_sub(scripts("W_{ij}")) is None
    assert lone_letter(parse(r"\mathbf{x}")) is None
    assert letters_of(parse("LS")) == "LS"
    assert letters_of(parse("2L")) == ""
    assert [whole(x) for x in all_below(scripts("x_i^2"))] == ["i"]
    assert [whole(x) for x in all_above(scripts("x_i^2"))] == ["2"]
    (power,) = scripts("x^T")
    assert lone_above(power) is not None


def parts(latex):
    return unscripted(item(latex))[1]


@pytest.mark.parametrize(("latex", "letter"), [("x_t", "t"), ("x_{ij}", None), ("x_2", None), (r"x_{\mathbf i}", None)])
def test_the_one_letter_below_a_name(latex, letter):
    assert lone_letter(first("sub", latex)[0]) == letter
    assert lone_sub(parts(latex)) == letter


@pytest.mark.parametrize(("latex", "letter"), [("x_t", "t"), ("x_{t-1}", "t"), ("x_{t-s}", None), ("x_{2}", None)])
def test_an_index_may_be_shifted(latex, letter):
    assert shifted_by_one(first("sub", latex)[0]) == letter


@pytest.mark.parametrize(("latex", "letters"), [("y^{LS}", "LS"), ("y^{L}", "L"), ("y^{L2}", ""), (r"y^{\alpha}", "")])
def test_a_label_of_plain_letters(latex, letters):
    assert letters_of(first("sup", latex)[0]) == letters


def test_the_one_thing_above():
    assert whole(lone_above(first("sup", "x^T"))) == "T"
    assert lone_above(first("sup", "x^{ab}")) is None
    assert lone_above(first("sub", "x_T")) is None
