"""Numbers put in for letters."""

import pytest

from tests.texts.checked import judged, last

PAGE = r"""
Let $x \in \mathbb{R}^2$, $A \in \mathbb{R}^{2 \times 2}$ and $f(x) = x_1^2 + x_2^2$.

$$z = A x$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"x = \begin{bmatrix} 3 \\ 4 \end{bmatrix}", "supposes"),
        (r"(x_1, x_2) = (3, 4)", "supposes"),
        (r"A x = \begin{bmatrix} 11 \\ 21 \end{bmatrix}", "unread"),
        (r"\nabla^2 f(x) = \begin{bmatrix} 2 & 0 \\ 0 & 2 \end{bmatrix}", "holds"),
        (r"\nabla^2 f(x) = \begin{bmatrix} 2 & 0 \\ 0 & 1 \end{bmatrix}", "false"),
        (r"\begin{bmatrix} 1 \\ 0 \end{bmatrix}^\top x = x_2", "false"),
        (r"\begin{bmatrix} 1 & 2 \end{bmatrix} \begin{bmatrix} 3 \\ 4 \end{bmatrix} = 12", "false"),
    ],
)
def test_what_is_told(claim, verdict):
    assert last(PAGE + f"\n$${claim}$$\n").verdict == verdict


def test_each_step_of_the_numbers_is_compared_with_the_one_before():
    chain = r"""
$$\begin{aligned} A x &= \begin{bmatrix} 1 & 2 \\ 0 & 1 \end{bmatrix} \begin{bmatrix} 3 \\ 4 \end{bmatrix} \\
 &= \begin{bmatrix} 3 + 8 \\ 4 \end{bmatrix} \\ &= \begin{bmatrix} LAST \\ 4 \end{bmatrix} \end{aligned}$$
"""
    assert judged(PAGE + chain.replace("LAST", "11")).split()[-3:] == ["unread", "holds", "holds"]
    assert judged(PAGE + chain.replace("LAST", "12")).split()[-3:] == ["unread", "holds", "false"]


def test_a_letter_that_is_worked_with_above_is_not_defined_by_an_example():
    page = r"""
$$z = \mathbf{A} \mathbf{u}$$

$$\mathbf{u} = \begin{bmatrix} 1 \\ 1 \end{bmatrix}$$
"""
    assert judged(page) == "defines supposes"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\frac{1}{3} = 0.333", "holds"),
        (r"\frac{2}{3} = 0.67", "holds"),
        (r"-\log(0.63) = 0.462", "holds"),
        (r"\frac{1}{3} = 0.334", "false"),
        (r"\frac{2}{3} = 0.66", "false"),
        (r"0.5 + 0.25 = 0.8", "false"),
        (r"\frac{9}{2} = 4", "false"),  # a whole number says all of itself
    ],
)
def test_a_decimal_fraction_ends_where_it_is_cut_off(claim, verdict):
    assert last(f"$${claim}$$").verdict == verdict
