"""Identities of the books, derived: each held against its NumPy formula, and against the form that is printed there."""

import unicodedata

import numpy as np
import pytest

from mlp_theory.symbolic.calculus.checking import equal
from mlp_theory.texts.check import check_text
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
    """A text in which the terms of every sum are sorted, also inside brackets."""
    terms, depth, begin = [], 0, 0
    for k, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and k > 0 and text[k - 1 : k + 2] in (" + ", " − "):
            terms.append(text[begin:k])
            begin = k
    terms.append(text[begin:])
    signed = [term if term[0] in "+−" else f"+ {term}" for term in (term.strip() for term in terms)]
    return " ".join(sorted(_brackets_in_any_order(term) for term in signed))


def _brackets_in_any_order(term):
    out, depth, begin = "", 0, 0
    for k, sign in enumerate(term):
        if sign == "(" and (depth := depth + 1) == 1:
            out, begin = out + term[begin : k + 1], k + 1
        elif sign == ")" and (depth := depth - 1) == 0:
            out, begin = out + in_any_order(term[begin:k]), k
    return out + term[begin:]


def test_sums_are_compared_in_any_order_and_products_are_not():
    assert in_any_order("A − (B + C) D") == in_any_order("−(C + B) D + A".replace("−(", "− ("))
    assert in_any_order("A − B") != in_any_order("B − A")
    assert in_any_order("(A + B) C") != in_any_order("C (A + B)")
    assert in_any_order("A (B − C (D + E))") == in_any_order("A (−C (E + D) + B)".replace("−C", "− C"))


@pytest.mark.parametrize("identity", IDENTITIES, ids=ids(IDENTITIES))
def test_it_comes_out_in_the_form_of_the_book(identity):
    _, result = identity.derived()
    form = unicodedata.normalize("NFD", identity.book)
    assert in_any_order(str(result)) == in_any_order(form)


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


@pytest.mark.parametrize("identity", IDENTITIES[:29] + IDENTITIES[30:33], ids=ids(IDENTITIES[:29] + IDENTITIES[30:33]))
def test_the_page_of_the_derivation_is_read_back_and_every_line_holds(identity):
    derivation, _ = identity.derived()
    verdicts = check_text(derivation.to_markdown()).files[0].verdicts
    assert {v.verdict for v in verdicts} <= {"declares", "defines", "holds"}
    assert any(v.verdict == "holds" for v in verdicts)
