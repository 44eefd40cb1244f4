r"""``h_\theta(x)``: a parameter below a function that is defined by it is part of its name; gradients see it."""

from tests.texts.checked import judged, last

HYPOTHESIS = r"""
Let $x_1, \dots, x_m \in \mathbb{R}^d$, $y_i \in \mathbb{R}$ and $\theta, \delta \in \mathbb{R}^d$.

$$h_\theta(x) = \tanh(\theta^\top x)$$
"""

LOSS = (
    HYPOTHESIS
    + r"""
$$J(\theta) = \frac12 \sum_{i=1}^m (h_\theta(x_i) - y_i)^2$$
"""
)


def test_the_gradient_goes_through_the_parameter():
    page = (
        LOSS
        + r"""
$$\nabla_\theta h_\theta(x_i) = (1 - h_\theta(x_i)^2) x_i$$
$$\nabla_\theta J(\theta) = \sum_{i=1}^m (h_\theta(x_i) - y_i)(1 - h_\theta(x_i)^2) x_i$$
$$\nabla_\theta J(\theta) = \sum_{i=1}^m (h_\theta(x_i) - y_i) x_i$$
$$\nabla_\theta J(\theta) = \sum_{i=1}^m (y_i - h_\theta(x_i))(1 - h_\theta(x_i)^2) x_i$$
"""
    )
    assert judged(page) == "defines defines holds holds false false"


def test_another_value_of_the_parameter_is_put_in():
    page = (
        LOSS
        + r"""
$$J(\delta) = \frac12 \sum_{i=1}^m (\tanh(\delta^\top x_i) - y_i)^2$$
$$J(\delta) = J(\theta)$$
$$J(\theta) = J(2\theta)$$
"""
    )
    assert judged(page) == "defines defines holds false false"


def test_a_function_that_nothing_defines_keeps_its_index():
    page = r"""
Let $x \in \mathbb{R}^d$ and $\theta \in \mathbb{R}^k$.

$$\nabla_\theta \log p_\theta(x) = 0$$
"""
    assert last(page).verdict == "unread"


def test_an_index_that_runs_is_no_parameter():
    page = r"""
Let $a_1, \dots, a_n \in \mathbb{R}^d$ and $x \in \mathbb{R}^d$.

$$f_k(x) = k\, a_k^\top x$$
$$\sum_{k=1}^n f_k(x) = \sum_{k=1}^n k\, a_k^\top x$$
$$\sum_{k=1}^n f_k(x) = n\, a_1^\top x$$
"""
    assert "holds" not in judged(page).split()[2:]
