"""Losses that only the prose speaks of: "let $\\ell$ be a loss that depends on all of the $y_i$"."""

from tests.texts.checked import line_by_line

LAYER = r"""
$$y = A x$$
$$\frac{\partial \ell}{\partial x} = A^\top \frac{\partial \ell}{\partial y}$$
$$\frac{\partial \ell}{\partial x} = A \frac{\partial \ell}{\partial y}$$
"""
SIZES = r"$A \in \mathbb{R}^{m \times n}$ and $x \in \mathbb{R}^n$."


def test_a_loss_of_one_thing_is_any_smooth_function_of_it():
    said = r"Let $\ell$ be a loss that depends on $y$. "
    assert line_by_line(said + SIZES + LAYER) == "declares defines declares declares defines holds false"


def test_all_of_the_y_i_are_y():
    said = r"Let $\ell$ be a scalar loss which is a function of all the $y_i$. "
    assert line_by_line(said + SIZES + LAYER) == "declares defines declares declares defines holds false"


def test_a_loss_that_depends_on_more_is_none_of_y_alone():
    said = r"Let $\ell$ be a loss that depends on $y$ and the weights. "
    assert line_by_line(said + SIZES + LAYER) == "declares declares defines unread doubtful"
