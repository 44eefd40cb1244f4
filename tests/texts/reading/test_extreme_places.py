r"""``\argmin_w L(w)``: read as what it is, with a reason of its own, and never false."""

import pytest

from tests.texts.checked import judged, last, verdicts

PAGE = r"""
Let $X \in \mathbb{R}^{n\times d}$, $w \in \mathbb{R}^d$, $y \in \mathbb{R}^n$ and $\lambda > 0$.
"""
SPELLINGS = [
    r"\arg\min_w",
    r"\operatorname*{arg\,min}_{w}",
    r"\underset{w}{\operatorname{argmin}}",
    r"\mathop{\mathrm{arg\,min}}\limits_w",
    r"\text{argmin}_w",
    r"\underset{w \in \mathbb{R}^d}{\arg\min}\;",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_its_reason(spelling):
    verdict = last(PAGE + rf"$$w^* = {spelling} \|Xw - y\|^2$$")
    assert (verdict.verdict, verdict.code) == ("supposes", "extreme-place")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_it_leaves_its_name_free_for_the_formula(spelling):
    page = (
        PAGE
        + rf"""
$$w^{{*}} = {spelling} \|Xw - y\|^2 + \lambda \|w\|^2$$
$$w^* = (X^\top X + \lambda I)^{{-1}} X^\top y$$
$$(X^\top X + \lambda I) w^\ast = X^\top y$$
$$(X^\top X - \lambda I) w^\ast = X^\top y$$
"""
    )
    assert judged(page) == "supposes defines holds false"


def test_the_formula_may_stand_behind_it():
    page = PAGE + r"$$\hat w = \arg\min_w \|Xw - y\|^2 = (X^\top X)^{-1} X^\top y$$"
    assert judged(page + r"$$X^\top X \hat w = X^\top y$$") == "supposes defines holds"
    assert judged(page + r"$$X^\top X \hat w = 2 X^\top y$$") == "supposes defines false"
    assert judged(page + r"$$\hat w = X^\top y$$") == "supposes defines false"


def test_it_says_nothing_of_the_letter_that_it_runs_over():
    page = PAGE + r"$$\hat w = \arg\min_w \|Xw - y\|^2$$ $$\nabla_w \|Xw - y\|^2 = 2X^\top(Xw - y)$$"
    assert [v.verdict for v in verdicts(page)] == ["supposes", "holds"]
