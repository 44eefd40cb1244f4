"""``h'`` beside a given h: the next one, and no derivative."""

from tests.texts.checked import line_by_line


def test_a_primed_name_that_is_defined_is_a_name():
    page = r"""
$h, x \in \mathbb{R}^n$ and $W \in \mathbb{R}^{n \times n}$

$$h' = \tanh(W h + x)$$
$$\frac{\partial h'}{\partial x} = \mathrm{diag}(1 - h' \odot h')$$
$$\frac{\partial h'}{\partial x} = \mathrm{diag}(1 - h \odot h)$$
"""
    assert line_by_line(page) == "declares declares defines holds false"


def test_a_function_is_differentiated():
    page = r"""
$z \in \mathbb{R}^n$

$$f(z) = \tanh(z)$$
$$f'(z) = 1 - f(z)^2$$
$$f'(z) = f(z)$$
"""
    assert line_by_line(page).endswith("defines holds false")
