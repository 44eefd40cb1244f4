"""``f(z)``, ``f'(z)``: a function of the page applied, or a name that says what it depends on."""

import pytest

from mlp_theory import check_text
from tests.texts.checked import last

PAGE = r"""
Let $A, B \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $a, b, c \in \mathbb{R}$ and $g
: \mathbb{R} \to \mathbb{R}$.
$$f(z) = z^2 + 1$$
$$J(x) = x^\top x$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"f(a) = a^2 + 1", "holds"),
        (r"f'(a) = 2a", "holds"),
        (r"f(x)_i = x_i^2 + 1", "holds"),
        (r"f^2(a) = f(a)^2", "holds"),
        (r"J(y) = y^\top y", "holds"),
        (r"J(x) = x^\top x", "holds"),
        (r"\sigma(a)(1 - \sigma(a)) = \sigma'(a)", "holds"),
        (r"f(a + b) = f(a) + f(b)", "false"),
        (r"f'(a) = a", "false"),
        (r"J(y) = x^\top x", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"f(a, b) = a", "arguments where 1 are expected"),
        (r"f(a = b) = a", "a relation inside the arguments of a function"),
        (r"2a = b g", "the function g without an argument"),
        (r"2 f^\top(a) = b", "with this above it"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason


def test_a_function_without_parameters_is_none_that_could_stand_alone():
    page = r"""
Let $y \in \{0,1\}$ and $p \in (where0,1)$.

suppose that
$$\ell = \begin{cases} -\ln p & \text{ if } y = 1, \\ -\ln(1-p) & \text{ if } y = 0. \end{cases}$$
$$\frac{\partial \ell}{\partial p} = \frac{p-y}{p(1-p)}$$
"""
    assert check_text(page).files[0].error is None
