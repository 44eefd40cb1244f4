"""The links of a chain: what each is compared with, and what excuses one that is not true of every value."""

import pytest

from mlp_theory import check_text
from mlp_theory.texts.verdicts.kinds.defines import DEFINES
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.decided import FirstReadSide, SidesDiffer
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Implication, Requirement

GIVEN = r"Let $x, w \in \mathbb{R}^n$ and $a, b \in \mathbb{R}$. "


def told(page):
    return [(v.kind, type(v.why)) for v in check_text(GIVEN + page).verdicts[2:]]


def test_a_slip_in_the_middle_of_a_chain_is_found_once():
    chain = r"$$x^\top x + x^\top x = 3 x^\top x = 2 x^\top x = x^\top (2 x)$$"
    assert told(chain) == [(FALSE, SidesDiffer), (HOLDS, type(None)), (HOLDS, type(None))]


def test_an_equation_beside_an_arrow_is_not_claimed_by_itself():
    assert told(r"$$x^\top x = w^\top w \implies x^\top x + 1 = w^\top w + 1$$")[0] == (UNREAD, Implication)


def test_a_derivative_that_is_set_to_zero_asks_something_of_its_letters():
    page = r"$$\ell = w^\top w - 2 w^\top x$$ $$\frac{\partial \ell}{\partial w} = 0$$ $$w = x$$"
    assert told(page) == [(DEFINES, type(None)), (SUPPOSES, Requirement), (HOLDS, type(None))]


def test_the_first_side_that_could_be_read_defines_the_name_before_it():
    page = r"$$y = P(a, \cdot) = a x$$ $$y = a x$$"
    assert told(page)[1:] == [(DEFINES, FirstReadSide), (HOLDS, type(None))]


@pytest.mark.parametrize(("prose", "kinds"), [("We see $a + b = b + a$.", [HOLDS]), ("At $x = x_0$ it is so.", [])])
def test_in_running_text_only_what_is_more_than_a_case_is_claimed(prose, kinds):
    assert [kind for kind, _ in told(prose)] == kinds


def test_between_two_statements_nothing_is_claimed():
    def kinds(claim):
        return [v.kind for v in check_text(rf"Let $a, b \in \mathbb{{R}}$. $${claim}$$").verdicts[1:]]

    assert kinds(r"a + b = b + a \iff a b = b a") == [HOLDS, HOLDS]
    assert kinds(r"a + b = b + a \iff a b = 2 b a") == [HOLDS, FALSE]
    assert kinds(r"a + 1 = 2 \iff a = 1") == [UNREAD, UNREAD]
