"""``p_i = p(x_i; \\beta) = …``: what a name depends on, said once and no more."""

from tests.texts.checked import line_by_line

DATA = r"""
$x_i, y_i, w \in \mathbb{R}$ for $i = 1, \dots, n$
"""


def test_a_name_with_its_arguments_defines_nothing_twice():
    chain = "$$p_i = p(x_i; w) = w x_i$$\n$$\\frac{\\partial p_i}{\\partial w} = x_i$$\n$$p_i = x_i$$\n"
    assert line_by_line(DATA + chain) == "declares defines holds false"


def test_a_loss_may_say_so_too():
    chain = (
        "$$E = E(w) = \\sum_{i=1}^n w x_i$$\n$$\\frac{\\partial E}{\\partial w} = \\sum_{i=1}^n x_i$$\n$$E = w x_1$$\n"
    )
    assert line_by_line(DATA + chain) == "declares defines holds false"


def test_a_name_that_is_applied_elsewhere_keeps_its_side():
    chain = "$$q = p(w) = w^2$$\n$$q = p(w)$$\n$$q = w^2$$\n"
    assert line_by_line(DATA + chain) == "declares defines false holds false"  # p is a factor then
