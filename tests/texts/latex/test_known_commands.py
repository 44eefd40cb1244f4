r"""Commands that no page defines, and of which everybody knows what they mean."""

import pytest

from tests.texts.checked import judged

PAGE = r"""
Let $x, y \in \mathbb{R}^n$, $A \in \mathbb{R}^{n \times n}$ and $a, b \in \mathbb{R}$.
"""


@pytest.mark.parametrize(
    "claim",
    [
        r"\inner{x, y} = x^\T y",
        r"\inner{x}{y} = x^{\T} y",
        r"\ip{A x}{y} = \inner{x, A^\trans y}",
        r"\norm{x}^2 = \inner{x}{x}",
        r"\dv{a^3}{a} = 3 a^2",
        r"\pdv{(a^2 b)}{a} = 2 a b",
        r"\pdv[2]{a^3}{a} = 6 a",
        r"\grad_x (x^\T x) = 2 x",
        r"\half (a + a) = a",
        r"\vect{x}^\T \mat{A} \vect{x} = \trace(A x x^\T)",
        r"\bx^\T \bx = \norm{\xx}^2",
        r"x^\T \mA x = \trace(\mA x x^\T)",
        r"\btheta + \vtheta = 2 \thetabold",
        r"\qty{a + b}^2 = a^2 + 2ab + b^2",
    ],
)
def test_they_are_read(claim):
    assert judged(PAGE + f"$${claim}$$") == "holds"


@pytest.mark.parametrize(
    "claim",
    [
        r"\inner{x, y} = 2 x^\T y",
        r"\dv{a^3}{a} = 2 a^2",
        r"\pdv[2]{a^3}{a} = 3 a",
        r"\norm{x}^2 = 2 \inner{x}{x}",
    ],
)
def test_a_slip_is_found(claim):
    assert judged(PAGE + f"$${claim}$$") == "false"


def test_what_the_page_defines_goes_before():
    page = PAGE + r"$\newcommand{\inner}[1]{2 \cdot #1}$" + "\n\n" + r"$$\inner{a} = a + a$$"
    assert judged(page) == "holds"


@pytest.mark.parametrize(
    "claim",
    [
        r"\pause a + a = 2 a",
        r"\lefteqn{a + a} = 2 a",
        r"\alert<2>{a + a} = \alert{2 a}",
        r"\uncover<3->{a + a} = 2 a \qedhere",
        r"a + a = 2 a \footnotemark",
    ],
)
def test_slides_and_layout_leave_no_trace(claim):
    assert judged(PAGE + f"$${claim}$$") == "holds"
    assert judged(PAGE + f"$${claim}$$".replace("a + a", "a + b")) == "false"


def test_what_only_one_slide_shows_is_not_put_beside_what_another_shows():
    assert set(judged(PAGE + r"$$\only<1>{a}\only<2>{b} = ab$$").split()) == {"unread"}
