"""Identities of the books, derived: each held against its NumPy formula, and against the form that is printed there."""

import re

import numpy as np
import pytest

from mlp_theory.symbolic.calculus.checking import equal
from tests.symbolic.calculus.at_arrays import value_at
from tests.symbolic.calculus.identities import ALGEBRA, IDENTITIES, SIZES, arrays


def ids(identities):
    return [identity.name for identity in identities]


@pytest.mark.parametrize("identity", IDENTITIES, ids=ids(IDENTITIES))
def test_what_is_derived_is_what_the_book_computes(identity):
    _, result = identity.derived()
    for seed in range(3):
        a = arrays(identity, seed)
        np.testing.assert_allclose(value_at(result, a, SIZES), identity.numpy(a), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("identity", IDENTITIES, ids=ids(IDENTITIES))
def test_every_step_of_the_derivation_holds(identity):
    derivation, _ = identity.derived()
    derivation.check().assert_ok()


def in_any_order(text):
    """Every sum in a text with its terms sorted, brackets from the inside out."""
    while (inner := re.search(r"\(([^()]*)\)", text)) is not None:
        text = text[: inner.start()] + "[" + sorted_terms(inner[1]) + "]" + text[inner.end() :]
    return sorted_terms(text)


def sorted_terms(text):
    terms = re.findall(r"(?:^|[+−] )[^+−]*", text if text.startswith("−") else f"+ {text}")
    return " ".join(sorted(term.strip() for term in terms if term.strip()))


@pytest.mark.parametrize("identity", IDENTITIES, ids=ids(IDENTITIES))
def test_it_comes_out_in_the_form_of_the_book(identity):
    _, result = identity.derived()
    assert in_any_order(str(result)) == in_any_order(identity.book if identity.other is None else identity.other)


def test_all_identities_are_here_once():
    assert [int(identity.name.split()[0]) for identity in IDENTITIES] == list(range(1, 40))


@pytest.mark.parametrize("identity", IDENTITIES, ids=ids(IDENTITIES))
def test_a_formula_that_is_a_little_off_is_told_from_the_right_one(identity):
    _, result = identity.derived()
    a = arrays(identity, 0)
    with pytest.raises(AssertionError, match="Not equal"):
        np.testing.assert_allclose(1.001 * value_at(result, a, SIZES), identity.numpy(a), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("name", ALGEBRA)
def test_two_sides_of_an_algebraic_identity_are_equal(name):
    left, right = ALGEBRA[name]
    assert left.shape == right.shape
    assert equal(left.node, right.node)


@pytest.mark.parametrize("name", [name for name in ALGEBRA if name != "column sums of the logit gradient"])
def test_twice_one_side_is_not_equal_to_the_other(name):
    left, right = ALGEBRA[name]
    assert not equal(left.node, (2 * right).node)
