r"""``y \in \{0, 1\}`` beside ``y_i``: one number that stands for any example, and those of the examples."""

from tests.texts.checked import judged

LABELS = r"""
Let $y \in \{0, 1\}$ be a label, $\theta\in\mathbb{R}^d$, and $X \in \mathbb{R}^{m\times d}$ with rows $x_i^\top$.

$$J(\theta) = \frac12 \sum_{i=1}^m (\theta^\top x_i - y_i)^2$$
"""


def test_those_of_the_examples_are_others():
    page = (
        LABELS
        + r"""
$$\nabla_\theta J(\theta) = \sum_{i=1}^m (\theta^\top x_i - y_i) x_i$$
$$\nabla_\theta J(\theta) = \sum_{i=1}^m (\theta^\top x_i - y) x_i$$
$$\sum_{i=1}^m y_i = y$$
$$\sum_{i=1}^m y_i^2 = \sum_{i=1}^m y_i$$
"""
    )
    assert judged(page) == "defines holds false false holds"


def test_where_only_a_column_fits_the_letter_is_all_of_them():
    page = (
        LABELS
        + r"""
$$J(\theta) = \frac12 \|X\theta - y\|^2$$
$$\nabla_\theta J(\theta) = X^\top(X\theta - y)$$
$$\nabla_\theta J(\theta) = X^\top(X\theta + y)$$
$$y^\top y = \sum_{i=1}^m y_i$$
$$y^\top y = 2\sum_{i=1}^m y_i$$
"""
    )
    assert judged(page) == "defines holds holds false holds false"


def test_a_number_without_an_index_stays_one():
    page = r"""
Let $y \in \{0, 1\}$ and $x \in \mathbb{R}^n$.

$$y^2 = y$$
$$y \|x\|^2 = x^\top x$$
$$y^\top y = n$$
"""
    assert judged(page) == "holds false false"
