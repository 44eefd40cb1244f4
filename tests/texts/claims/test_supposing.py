"""What supposes something: by its words or its form; it passes, and makes no page checked."""

import pytest

from mlp_theory import check_text
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement, Supposition

GIVEN = r"Let $A \in \mathbb{R}^{n \times n}$, $x, b \in \mathbb{R}^n$ and $\lambda \in \mathbb{R}$. "


def last(page):
    verdict = check_text(GIVEN + page).verdicts[-1]
    return verdict.kind, type(verdict.why)


@pytest.mark.parametrize(
    "words",
    [
        "Suppose that", "We assume", "Minimise it subject to", "under the constraint that", "such that", "We require",
        "We want to solve the linear system", "Consider the hyperplane", r"$A$ is called orthogonal if",
        "The matrix must satisfy", "Setting the gradient to zero gives the normal equations",
    ],
)  # fmt: skip
def test_words_suppose_what_stands_behind_them(words):
    assert last(rf"{words} $$\|x\|^2 = 2 x^\top b$$ $$\nabla_x \|x\|^2 = 2 x$$")[0] is HOLDS
    told = check_text(GIVEN + rf"{words} $$\|x\|^2 = 2 x^\top b$$ $$\nabla_x \|x\|^2 = 2 x$$").verdicts[-2]
    assert (told.kind, type(told.why)) == (SUPPOSES, Supposition)


@pytest.mark.parametrize(
    "words", ["Hence", "We assume that $x$ is small, so", "The following holds:", "Assuming that, the norm is", ""]
)
def test_words_that_conclude_suppose_nothing(words):
    assert last(rf"{words} $$\|x\|^2 = 2 x^\top b$$")[0] is FALSE


@pytest.mark.parametrize(
    "form",
    [
        "A x = b", r"A x = \lambda x", r"(A - \lambda I) x = 0",
        "A^2 x = A b",  # to be solved for x, as the normal equations are
        r"(A^\top A + \lambda I) x = A^\top b",
        r"\|x\| = 1", r"\sum_{j=1}^n x_j = 0", r"A^\top A = I", r"\operatorname{tr}(A) = \lambda x_1",
        r"b = \begin{bmatrix} 1 \\ 2 \end{bmatrix}", "(x_1, b_1) = (0, 1)", r"x_1 = 0", r"\lambda < 10",
    ],
)  # fmt: skip
def test_a_form_supposes_without_words(form):
    assert last(f"$${form}$$") == (SUPPOSES, Requirement)


@pytest.mark.parametrize(
    "slip",
    [
        r"x^\top A x = \lambda x^\top x", r"\|x + b\|^2 = \|x\|^2 + \|b\|^2",
        r"\operatorname{tr}(A A^\top) = \operatorname{tr}(A A)",
        r"(A x)^\top = x^\top A", r"x^\top A x - x^\top A A x = 0", r"A A^{-1} = 2 I",
        r"\cos^2 \lambda + \sin^2 \lambda = 2",
        r"\operatorname{tr}(I) = 1", r"\sigma(0) = 1/3", r"\|x\|^2 = x^\top b",
    ],
)  # fmt: skip
def test_other_forms_are_claims(slip):
    assert last(f"$${slip}$$")[0] is FALSE


@pytest.mark.parametrize(
    "slip",
    [
        r"$$f(\lambda) = \lambda^2$$ $$\frac{df}{d\lambda} = 2$$", r"$$f(\lambda) = \lambda^2$$ $$f(0) = 1$$",
        r"$$u = A x$$ $$u = 0$$", r"$$u = A x$$ $$u^\top u = x^\top A x$$", r"$$u = A x$$ $$\|u\| = 1$$",
    ],
)  # fmt: skip
def test_what_the_page_computes_is_claimed(slip):
    assert last(slip)[0] is FALSE


def test_shapes_that_do_not_fit_cannot_be_supposed():
    assert last("Suppose that $$A x = x^\\top A$$") == (FALSE, ShapeConflict)


def test_it_passes_and_makes_no_page_checked():
    report = check_text(GIVEN + "Suppose that $$A x = 2 b$$")
    assert (report.exit_code, report.counts["supposes"], report.counts["holds"]) == (0, 1, 0)
    assert not SUPPOSES.confirms
    assert report.to_json()["files"][0]["verdicts"][-1]["verdict"] == "supposes"


NORMAL = (
    r"Let $w \in \mathbb{R}^d$, $c, x_i, t_i \in \mathbb{R}$ for $i = 1, \dots, n$."
    "\n\n$$E = \\sum_{i=1}^n (c x_i - t_i)^2$$\n"
    "$$\\frac{\\partial E}{\\partial c} = 2 \\sum_{i=1}^n (c x_i - t_i) x_i = 0$$\n\n"
)


@pytest.mark.parametrize(
    "words", ["Rearranging this equation gives", "We rewrite these equations as", "We restate the system."]
)
def test_equations_are_still_to_be_solved_when_they_are_rewritten(words):
    page = rf"{NORMAL}{words} $$c \sum_{{i=1}}^n x_i^2 = \sum_{{i=1}}^n x_i t_i$$"
    assert check_text(page).verdicts[-1].kind is SUPPOSES


def test_what_is_rewritten_of_no_derivative_is_a_claim():
    page = r"Let $a, b \in \mathbb{R}$. We rewrite the equation as $$(a + b)(a - b) = a^2 + b^2$$"
    assert check_text(page).verdicts[-1].kind is FALSE


def test_a_derivative_among_rewritten_equations_is_a_claim():
    page = rf"{NORMAL}We rewrite this equation as $$\frac{{\partial E}}{{\partial c}} = \sum_{{i=1}}^n (c x_i - t_i)$$"
    assert check_text(page).verdicts[-1].kind is FALSE


RIDGE = r"""
Let $X \in \mathbb{R}^{d \times n}$, $t \in \mathbb{R}^n$, $w \in \mathbb{R}^d$, $\alpha > 0$, $r = X^\top w - t$ and

$$E(w) = \frac{1}{2} r^\top r + \frac{\alpha}{2} w^\top w$$

$$\frac{\partial E}{\partial w} = X r + \alpha w$$

Equating this with zero we find
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"w = (X X^\top + \alpha I)^{-1} X t", "holds"),
        (r"w = (X X^\top - \alpha I)^{-1} X t", "false"),  # with the form of a system for t
        (r"w = (X X^\top + \alpha I) X t", "false"),
        (r"(X X^\top + \alpha I) w = X t", "supposes"),
    ],
)
def test_a_solution_is_no_equation_to_be_solved_for_another_letter(claim, verdict):
    assert last(RIDGE + f"$${claim}$$")[0].name == verdict


def test_what_follows_from_suppositions_asks_nothing_new():
    page = r"""
Let $S \in \mathbb{R}^{p \times p}$ be symmetric and $u \in \mathbb{R}^p$. Suppose that
$$u^\top u = 1$$ and $$S u = \lambda u$$ Then """
    assert last(page + r"$$u^\top S u = \lambda$$")[0].name == "holds"
    assert last(page + r"$$u^\top S u = 2 \lambda$$")[0].name == "false"


@pytest.mark.parametrize("bold", [r"\mathbf{z}", "z"])
def test_entries_of_what_is_defined_ask_nothing(bold):
    page = rf"Let $a, c \in \mathbb{{R}}^d$ and ${bold} = a + c$. Then "
    told = [
        check_text(page + claim).verdicts[-1].verdict
        for claim in ("$$2 c_j = 2 (z_j - a_j)$$", "$$2 c_j = 2 (z_j + a_j)$$")
    ]
    assert told == ["holds", "false"]


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        (r"We find $$p(x) = 6$$", SUPPOSES),
        (r"At $x = 1$ we find $$p(x) = 5$$", HOLDS),
        (r"At $x = 1$ we find $$p(x) = 6$$", FALSE),
    ],
)
def test_a_value_at_what_its_sentence_puts_in_is_a_claim(claim, kind):
    page = r"Let $x \in \mathbb{R}$ and $p(x) = x^2 + 3 x + 1$."
    assert check_text(f"{page}\n\n{claim}").verdicts[-1].kind is kind


@pytest.mark.parametrize("words", ["So", "Hence we have"])
def test_a_sentence_that_only_concludes_supposes_nothing(words):
    assert check_text(rf"Let $y \in \mathbb{{R}}^K$. {words} $\sum_k y_k = 1$.").verdicts[-1].kind is FALSE


def test_nothing_is_asked_of_the_entries_of_what_is_defined():
    page = GIVEN + r"$$\mathbf{z} = A x$$"
    assert check_text(page + r"$$\sum_i z_i = 0$$").verdicts[-1].kind is not SUPPOSES
    assert check_text(page + r"$$\sum_i b_i = 0$$").verdicts[-1].kind is SUPPOSES
