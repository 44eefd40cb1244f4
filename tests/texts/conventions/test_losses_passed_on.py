"""A loss that a page only speaks of, where its gradients are made of gradients."""

from tests.texts.checked import line_by_line

SIZES = r"$A \in \mathbb{R}^{m \times n}$ and $x \in \mathbb{R}^n$. "
LAYER = r"""
$$y = A x$$
$$\frac{\partial L}{\partial x} = A^\top \frac{\partial L}{\partial y}$$
$$\frac{\partial L}{\partial A} = x \left(\frac{\partial L}{\partial y}\right)^\top$$
"""


def test_the_loss_is_any_function_of_the_last_layer():
    assert line_by_line(SIZES + "Let $L$ be the loss." + LAYER) == "declares declares defines holds false"


def test_what_is_not_made_of_gradients_needs_a_loss():
    seed = "\n$$\\frac{\\partial L}{\\partial y} = y - x$$\n"
    assert line_by_line(SIZES + "Let $L$ be the loss." + LAYER + seed) == (
        "declares declares defines unread unread unread"
    )


def test_a_letter_that_the_words_call_no_loss_is_none():
    assert line_by_line(SIZES + "Let $L$ be a letter." + LAYER) == "declares declares defines unread unread"
