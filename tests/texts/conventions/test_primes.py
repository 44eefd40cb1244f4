"""``h'`` beside a given h: the next one, and no derivative."""

from tests.texts.checked import judged, line_by_line


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


def test_a_loss_and_something_more_is_another_loss():
    page = r"""
Let $X \in \mathbb{R}^{n\times d}$, $w \in \mathbb{R}^d$, $y \in \mathbb{R}^n$, $\lambda > 0$.

$$L(w) = \frac12 \|Xw - y\|^2$$
$$L'(w) = L(w) + \frac{\lambda}{2} \|w\|^2$$
$$\nabla_w L'(w) = X^\top(Xw - y) + \lambda w$$
$$\nabla_w L'(w) = X^\top(Xw - y)$$
"""
    assert judged(page) == "defines defines holds false"


def test_a_derivative_that_is_said_first_stays_one():
    page = r"""
Let $x, a \in \mathbb{R}$.

$$L(x) = e^{a x}$$
$$L'(x) = a L(x)$$
$$L'(x) = L(x) + x$$
"""
    assert judged(page) == "defines holds false"
