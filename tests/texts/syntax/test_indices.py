"""The letter of an index, and which scripts of a name are indices."""

import pytest

from mlp_theory.texts.syntax.indices import (
    all_above,
    all_below,
    letters_of,
    lone_above,
    lone_index,
    lone_letter,
    lone_sub,
    primes_of,
    shifted_by_one,
    without_primes,
)
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import first, item, shown


def parts(latex):
    return unscripted(item(latex))[1]


def test_what_stands_below_and_above():
    found = parts("x_i'^{(2)}")
    assert (shown(all_below(found)), shown(all_above(found)), primes_of(found)) == (["i"], ["(2)"], 1)
    assert [part.kind for part in without_primes(found)] == ["sub", "sup"]


@pytest.mark.parametrize(("latex", "letter"), [("x_t", "t"), ("x_{ij}", None), ("x_2", None), (r"x_{\mathbf i}", None)])
def test_the_one_letter_below_a_name(latex, letter):
    assert lone_letter(first("sub", latex)[0]) == letter
    assert lone_sub(parts(latex)) == letter


@pytest.mark.parametrize(
    ("latex", "index"), [("E_i", "i"), ("L^{(i)}", "i"), ("E^2", None), ("E_i^{(k)}", None), ("E'", None)]
)
def test_the_one_index_of_a_name(latex, index):
    found = lone_index(parts(latex))
    assert (whole(found) if found else None) == index


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
