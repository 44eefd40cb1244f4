"""How sure a verdict is: what rests on letters that the page does not explain."""

import pytest

from mlp_theory import check_text
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.eased import FailsAsTyped, RestsOnRoot
from mlp_theory.texts.verdicts.reasons.misfits import UnknownShape
from mlp_theory.texts.verdicts.reasons.unread_definitions import MisfitDefinition
from mlp_theory.texts.verdicts.roots import RootKind


def last(page):
    return check_text(page).verdicts[-1]


@pytest.mark.parametrize(
    "claim",
    [
        r"(AB)^\top = B^\top A^\top",
        r"(a + b)^2 = a^2 + 2ab + b^2",
        r"w^\top (x + y) = w^\top x + w^\top y",
        r"\frac{d}{dx} (a x^2) = 2 a x",
    ],
)
def test_what_holds_for_every_value_holds_for_undeclared_letters(claim):
    verdict = last(f"$${claim}$$")
    assert verdict.kind is HOLDS, verdict.reason
    assert {root.kind for root in verdict.roots} == {RootKind.UNDECLARED}


@pytest.mark.parametrize(
    "claim",
    [r"(AB)^\top = A^\top B^\top", r"(a + b)^2 = a^2 + b^2", r"\operatorname{tr}(ABC) = \operatorname{tr}(ACB)"],
)
def test_what_fails_for_undeclared_letters_is_doubtful(claim):
    verdict = last(f"$${claim}$$")
    assert (verdict.kind, type(verdict.why)) == (DOUBTFUL, FailsAsTyped)
    assert verdict.roots


def test_the_counterexample_of_a_doubtful_line_is_told():
    verdict = last(r"$$(a + b)^2 = a^2 + b^2$$")
    assert "the page does not declare a, b" in verdict.reason
    assert verdict.shapes == ("1×1", "1×1")


@pytest.mark.parametrize("claim", [r"x x^\top = x^\top x", r"a \times b = b \times a"])
def test_a_letter_that_may_be_a_column_is_no_number_by_default(claim):
    verdict = last(f"$${claim}$$")
    assert (verdict.kind, type(verdict.why)) == (UNREAD, UnknownShape)


def test_what_stands_behind_a_transposed_letter_is_a_column_too():
    """xᵀa may be a number, and then xᵀa x is a column beside the a xᵀx."""
    assert last(r"$$x^\top a x = a x^\top x$$").kind is DOUBTFUL


@pytest.mark.parametrize(
    "claim",
    [
        r"\frac{d}{dx} \log q(x) = \frac{1}{x}",
        r"d(x^2) = x\,dx",
        r"g_3 f(x + y) = g_3 f(x) + g_3 f(y)",
        r"q(x + y) = q(x) + q(y)",
    ],
)
def test_letters_that_act_or_are_applied_are_no_factors(claim):
    assert last(f"$${claim}$$").kind is not HOLDS


@pytest.mark.parametrize(
    "claim",
    [
        r"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial z}",
        r"\frac{\partial L}{\partial w} = 0 \cdot w",
        r"\frac{\partial z}{\partial x} - \frac{\partial z}{\partial y} = 0",
    ],
)
def test_what_nobody_says_to_depend_on_a_variable_has_no_derivative_by_it(claim):
    assert last(f"$${claim}$$").kind is UNREAD


ROOTED = r"""
Let $W \in \mathbb{R}^{k \times d}$, $x \in \mathbb{R}^d$ and $v \in \mathcal{V}$.

$$z = W x \cap x$$
$$L = \|z\|^2 + x^\top x$$
"""


@pytest.mark.parametrize(
    "claim",
    [
        r"\frac{\partial L}{\partial x} = 2 x",
        r"\frac{\partial L}{\partial W} = 0 W",
        r"\nabla_x \|z\|^2 = 0 x",
    ],
)
def test_no_derivative_passes_through_a_letter_whose_definition_is_not_read(claim):
    verdict = last(ROOTED + f"$${claim}$$")
    assert verdict.kind is not HOLDS
    assert verdict.kind is not FALSE


def test_a_sum_is_not_taken_past_an_index_that_a_lost_definition_hides():
    page = r"""
Let $x_i, w \in \mathbb{R}^d$ for $i = 1, \dots, n$.

$$z = w^\top x_i \cap 1$$
$$\sum_{i=1}^n z = n z$$
"""
    assert last(page).kind is UNREAD


@pytest.mark.parametrize(
    ("claim", "kind"),
    [(r"L - \|z\|^2 = x^\top x", HOLDS), (r"L - \|z\|^2 = 2 x^\top x", UNREAD), (r"v + v = 2 v", HOLDS)],
)
def test_what_is_made_of_a_free_letter_is_judged(claim, kind):
    verdict = last(ROOTED + f"$${claim}$$")
    assert verdict.kind is kind, verdict.reason
    assert verdict.roots


def test_what_fails_and_rests_on_a_root_names_its_line():
    verdict = last(ROOTED + r"$$v + v = 3 v$$")
    assert (verdict.kind, type(verdict.why)) == (UNREAD, RestsOnRoot)
    assert [(root.letter, root.kind, root.line) for root in verdict.roots] == [("v", RootKind.UNKNOWN_SET, 2)]


GIVEN = r"Let $X \in \mathbb{R}^{n \times d}$, $w \in \mathbb{R}^d$, $Z \in \mathbb{R}^n$. "


def test_a_definition_that_does_not_fit_is_false_only_between_declared_letters():
    used = r"$$\|2 Z\|^2 = 4 \|Z\|^2$$ $$\|2 X w\|^2 = 4 \|X w\|^2$$"
    assert last(GIVEN + used + "$$Z = w X$$").kind is FALSE
    assert last(GIVEN + "$$Z = w X$$").kind is UNREAD  # of letters that no other equation has, the reader may be wrong
    verdict = last(GIVEN + "$$P = w X$$")
    assert (verdict.kind, type(verdict.why)) == (UNREAD, MisfitDefinition)
    assert verdict.roots[0].kind is RootKind.CONTRADICTED


def test_a_letter_with_two_sizes_makes_nothing_false():
    page = r"Let $A \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$. Now let $x \in \mathbb{R}^m$. $$2 A x = A x$$"
    assert last(page).kind is UNREAD


def test_shapes_that_conflict_with_a_default_are_doubtful():
    page = r"Let $A \in \mathbb{R}^{n \times n}$. $$s = 2 u$$ $$A u = u$$"
    assert last(page).kind is DOUBTFUL


def test_a_plain_letter_is_its_bold_namesake():
    page = r"Let $\mathbf{W} \in \mathbb{R}^{k \times d}$ and $x \in \mathbb{R}^d$. $$z = W x$$ $$\mathbf{W} x = z$$"
    assert last(page).kind is HOLDS
    assert last(page + r"$$\frac{\partial z}{\partial x} = W^\top$$").kind is FALSE


def test_a_verdict_tells_where_each_letter_got_its_meaning():
    page = "Let $A \\in \\mathbb{R}^{n \\times n}$.\n\n$$y = A A$$\n$$y + q = q + A A$$"
    assert [(m.letter, m.origin) for m in last(page).letters] == [
        ("A", "declared at line 1"),
        ("q", "undeclared: its typography"),
        ("y", "defined at line 3"),
    ]


@pytest.mark.parametrize("claim", [r"\log \mathcal{N}(a) = -a^2", r"g(a) = a^2", r"g'(a) = 2a"])
def test_what_is_said_of_a_function_that_nothing_declares_is_never_false(claim):
    verdict = last(rf"Let $a \in \mathbb{{R}}$. $$b = 1$$ $$a^2 = g(a)$$ $${claim}$$")
    assert verdict.kind is not FALSE


def test_a_function_among_other_factors_is_any_function():
    page = r"Let $x \in \mathbb{R}^n$. $$y = 3 x$$ $$y \odot f'(x) = 3 x \odot f(x)$$"
    assert last(page).kind is FALSE
