"""A loss ``E_i`` of one example and its sum E: two names."""

import pytest

from tests.texts.checked import line_by_line

DATA = r"""
$o_i, y_i \in \mathbb{R}$ for $i = 1, \dots, n$

$$E_i = \frac{1}{2} (o_i - y_i)^2$$
"""
GRADIENT = r"""
$$\frac{\partial E}{\partial o_i} = o_i - y_i$$
$$\frac{\partial E}{\partial o_i} = y_i - o_i$$
"""


@pytest.mark.parametrize("total", [r"E = \sum_i E_i", r"E = \sum_{i=1}^n E_i", r"E = E(o) = \sum_{i=1}^n E_i"])
def test_the_total_is_a_number_and_its_parts_too(total):
    assert line_by_line(f"{DATA}$${total}$$\n{GRADIENT}") == "declares defines defines holds false"


def test_without_a_sum_it_is_defined_twice():
    assert "holds" not in line_by_line(f"{DATA}$$E = 3 E_1$$\n{GRADIENT}")


def test_an_array_that_is_declared_has_entries():
    page = "$E, x \\in \\mathbb{R}^n$\n\n$$s = \\sum_i E_i$$\n$$\\frac{\\partial s}{\\partial E_1} = 1$$\n$$s = E_1$$\n"
    assert line_by_line(page) == "declares defines holds false"
