"""Two families of one name, told apart by the letter of their index."""

from tests.texts.checked import judged

UNITS = r"""
$x \in \mathbb{R}^I$, $v \in \mathbb{R}^{J \times I}$, $w \in \mathbb{R}^{K \times J}$, $t \in \mathbb{R}^K$;
$i = 1, \dots, I$, $j = 1, \dots, J$, $k = 1, \dots, K$

$$\text{net}_j = \sum_i v_{ji} x_i$$
$$h_j = \tanh(\text{net}_j)$$
$$\text{net}_k = \sum_j w_{kj} h_j$$
$$E = \frac12 \sum_k (\text{net}_k - t_k)^2$$
"""


def test_hidden_and_output_units_are_two_families():
    right = r"\frac{\partial E}{\partial \text{net}_j} = (1 - h_j^2) \sum_k w_{kj} (\text{net}_k - t_k)"
    wrong = r"\frac{\partial E}{\partial \text{net}_j} = \sum_k w_{kj} (\text{net}_k - t_k)"
    assert judged(f"{UNITS}$${right}$$\n$${wrong}$$") == "defines defines defines defines holds false"


def test_two_letters_of_one_range_are_one_family():
    page = r"""
$z \in \mathbb{R}^K$

$$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
$$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
$$p_k = e^{z_k}$$
"""
    assert judged(page) == "defines holds false"
