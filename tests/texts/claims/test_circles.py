"""Equations that say of a defined letter what is known."""

import pytest

from tests.texts.checked import judged, last

PRECISION = r"""
Let $w \in \mathbb{R}$.

$$s = \frac{1}{b}$$

$$E = \frac{w^2}{2 s}$$

$$b = CLOSED$$

$$\frac{\partial E}{\partial b} = GRADIENT$$
"""


def page(closed, gradient=r"\frac{w^2}{2}"):
    return PRECISION.replace("CLOSED", closed).replace("GRADIENT", gradient)


def test_what_follows_from_a_definition_is_no_second_one():
    assert judged(page(r"\frac{1}{s}")) == "defines defines holds holds"


@pytest.mark.parametrize("wrong", [r"w^2", r"-\frac{w^2}{2}", r"-\frac{w^2}{2 b^2}"])
def test_nothing_is_lost_of_what_the_first_one_says(wrong):
    assert judged(page(r"\frac{1}{s}", wrong)) == "defines defines holds false"


@pytest.mark.parametrize("closed", [r"\frac{2}{s}", "s", r"-\frac{1}{s}"])
def test_one_that_does_not_follow_is_a_definition_in_a_circle(closed):
    assert judged(page(closed)) == "defines defines unread holds"  # what s is made of stays as it was


def test_the_two_steps_of_an_iteration_are_not_false():
    steps = "Let $x > 0$.\n\n$$a = x b + 1$$\n\n$$b = \\frac{a}{1 + a}$$\n"
    assert judged(steps) == "defines unread"
    assert "in a circle" in last(steps).reason
