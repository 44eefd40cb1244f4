"""What an equation defines: a symbol, a function, entries, a family, the name at the end of a chain."""

import pytest

from tests.texts.checked import line_by_line

PAGES = {
    "a symbol, and what is said of it after": (
        r"""
$A \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$

$$y = A x$$
$$\frac{\partial \|y\|^2}{\partial x} = 2 A^\top y$$
$$y = 2 A x$$
""",
        "declares declares defines holds false",
    ),
    "a square that is a name": (
        r"""
$x \in \mathbb{R}^n$

$$\sigma^2 = \frac{1}{n} \|x\|^2$$
$$\frac{\partial \sigma^2}{\partial x} = \frac{2}{n} x$$
$$\frac{\partial \sigma^2}{\partial x} = \frac{1}{n} x$$
""",
        "declares defines holds false",
    ),
    "entries, and a family of columns": (
        r"""
$x \in \mathbb{R}^n$, $W \in \mathbb{R}^{n \times n}$

$$p_i = x_i^2$$
$$\mathbf{h}_k = W x + k \, x \quad \text{for } k = 1, \dots, K$$
$$p^\top p = \sum_i x_i^4$$
$$p^\top p = \sum_i x_i^2$$
""",
        "declares declares defines defines holds false",
    ),
    "a function of numbers, and one of one sample": (
        r"""
$x \in \mathbb{R}$, $a_i, y_i \in \mathbb{R}$ for $i = 1, \dots, n$

$$f(q) = q^2 + 1$$
$$\ell(a_i, y_i) = \frac{1}{2}(a_i - y_i)^2$$
$$f'(x) = 2 x$$
$$\frac{\partial}{\partial a_i} \sum_j \ell(a_j, y_j) = a_i - y_i$$
$$f'(x) = x$$
""",
        "declares declares defines defines holds holds false",
    ),
    "a symbol that says what it depends on": (
        r"""
$w, x \in \mathbb{R}^n$

$$J(w) = \frac{1}{2} (w^\top x)^2$$
$$\nabla J(w) = (w^\top x) x$$
$$\nabla J(w) = (w^\top x) w$$
""",
        "declares defines holds false",
    ),
    "a name that the equation is solved for first": (
        r"""
$A \in \mathbb{R}^{n \times n}$, $x \in \mathbb{R}^n$

$$S_N^{-1} = A + I$$
$$\frac{1}{\beta} = 1 + x^\top x$$
$$(A + I) S_N = I$$
$$\frac{1}{1 + \|x\|^2} = \beta$$
$$A S_N = I$$
""",
        "declares declares defines defines holds holds false",
    ),
    "the last name of a chain, and the second": (
        r"""
$P, T \in \mathbb{R}^{m \times n}$

$$\hat y = a = \mathrm{tr}(P^\top T)$$
$$\frac{1}{2} \frac{\partial}{\partial P} \|P - T\|_F^2 = P - T =: \Delta$$
$$\Delta + T = P$$
$$\Delta = a P$$
""",
        "declares defines defines holds defines holds false",
    ),
    "a step has the shape of what it moves, and an update is no definition": (
        r"""
$w, x \in \mathbb{R}^n$, $\eta > 0$

$$E = \frac{1}{2} (w^\top x)^2$$
$$\Delta w = -\eta \frac{\partial E}{\partial w}$$
$$w \leftarrow w - \eta \frac{\partial E}{\partial w}$$
$$\frac{\partial E}{\partial w} = (w^\top x) x$$
$$\frac{\partial E}{\partial w} = (w^\top x) w$$
""",
        "declares declares defines defines defines holds false",
    ),
    "circles are told": (
        r"""
$x \in \mathbb{R}$

$$a = b + x$$
$$b = 2 a$$
$$c = a + 1$$
$$c = b + 1$$
""",
        "declares defines unread defines unread",  # c is made of any b: nothing in its own line is wrong
    ),
    "a definition under a condition is refused": (
        r"""
$x \in \mathbb{R}^n$

$$y = 2 x \quad \text{if } x > 0$$
$$y = x$$
""",
        "declares unread unread",
    ),
    "a conditional name": (
        r"""
$w, x \in \mathbb{R}^n$, $t \in \mathbb{R}$

$$p(t \mid x) = \exp(-\frac{1}{2} (t - w^\top x)^2)$$
$$\frac{\partial}{\partial w} \log p(t \mid x) = (t - w^\top x) x$$
$$\frac{\partial}{\partial w} \log p(t \mid x) = (w^\top x - t) x$$
""",
        "declares declares defines holds false",
    ),
    "random symbols": (
        r"""
$x_i \sim \mathcal{N}(\mu, \sigma^2)$ for $i = 1, \dots, n$

$$\mathbb{E}[x_i] = \mu$$
$$\mathrm{Var}[x_i] = \sigma^2$$
$$\mathrm{Var}[x_i] = \sigma$$
""",
        "declares holds holds false",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_defined(name):
    page, wanted = PAGES[name]
    assert line_by_line(page) == wanted
