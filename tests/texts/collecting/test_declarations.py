"""What a page declares to lie in a set, and what it says of given symbols."""

import pytest

from tests.texts.checked import line_by_line

PAGES = {
    "a list of names lies in one set": (
        r"""
$A, B \in \mathbb{R}^{m \times n}$

$$\mathrm{tr}(A^\top B) = \mathrm{tr}(B^\top A)$$
$$A^\top B = B^\top A$$
""",
        "declares holds false",
    ),
    "numbers with one index are a column, with two a matrix": (
        r"""
$a_i \in \mathbb{R}$ for $i = 1, \dots, n$, and $B_{ij} \in \mathbb{R}$ for $i = 1, \dots, m$ and $j = 1, \dots, n$

$$\sum_j B_{ij} a_j = (B a)_i$$
$$\sum_j B_{ij} a_j = (B^\top a)_i$$
""",
        "declares declares holds false",
    ),
    "sizes are sums, with a sign that belongs to one of them": (
        r"""
$W \in \mathbb{R}^{K \times d+1}$, $x \in \mathbb{R}^{d+1}$ and $V \in \mathbb{R}^{K-1 \times d}$

$$\frac{\partial}{\partial x} \|W x\|^2 = 2 W^\top W x$$
$$V W^\top = W V^\top$$
""",
        "declares declares declares holds false",
    ),
    "a second declaration must say the same": (
        r"""
$A \in \mathbb{R}^{m \times n}$, $A \in \mathbb{R}^{m \times n}$, $A \in \mathbb{R}^{n \times m}$

$$A = A$$
""",
        "declares declares unread unread",
    ),
    "functions without a formula": (
        r"""
$f : \mathbb{R} \to \mathbb{R}$, $\ell : \mathbb{R}^n \to \mathbb{R}$ and $x \in \mathbb{R}^n$

$$\frac{\partial}{\partial x} \sum_i f(x_i) = f'(x)$$
$$\frac{\partial}{\partial x} \sum_i f(x_i) = f(x)$$
""",
        "declares declares declares holds false",
    ),
    "what is said of a given symbol": (
        r"""
$M, S \in \mathbb{R}^{n \times n}$ with $M = M^\top$ and $S \succ 0$, $x \in \mathbb{R}^n$, and $\lambda > 0$.

$$x^\top S x \ge 0$$
$$\frac{\partial}{\partial x} x^\top M x = 2 M x$$
$$\sqrt{\lambda^2} = \lambda$$
$$\sqrt{\lambda^2} = -\lambda$$
""",
        "declares declares declares declares declares holds holds holds false",
    ),
    "numbers that add up to one": (
        r"""
Given probabilities $p \in (0, 1)^K$ with $\sum_k p_k = 1$, and $x \in \mathbb{R}^K$

$$\sum_k p_k (x_k - p^\top x) = 0$$
$$\sum_k p_k x_k = \sum_k x_k$$
""",
        "declares declares declares holds false",
    ),
    "words that tell a domain": (
        r"""
The one-hot vector $y \in \mathbb{R}^K$, and $A \in \mathbb{R}^{K \times K}$ is symmetric.

$$\sum_k y_k = 1$$
$$A y = A^\top y$$
$$A y = y$$
""",
        "declares declares holds holds false",
    ),
    "a case in the text restricts the display behind it": (
        r"""
$x \in \mathbb{R}^n$ and $p = \mathrm{softmax}(x)$. If $i = j$, then

$$\frac{\partial p_i}{\partial x_j} = p_i (1 - p_i)$$

and if $i \ne j$, then

$$\frac{\partial p_i}{\partial x_j} = -p_i p_j$$
$$\frac{\partial p_i}{\partial x_j} = p_i p_j$$
""",
        "declares defines holds holds false",
    ),
    "rows and columns that the page draws": (
        r"""
$X \in \mathbb{R}^{m \times n}$ and $w \in \mathbb{R}^n$

$$X = \begin{bmatrix} x_1^\top \\ \vdots \\ x_m^\top \end{bmatrix}$$
$$\|X w\|^2 = \sum_{i=1}^m (x_i^\top w)^2$$
$$\|X w\|^2 = \sum_{i=1}^m x_i^\top w$$
""",
        "declares declares defines holds false",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_declared(name):
    page, wanted = PAGES[name]
    assert line_by_line(page) == wanted


def test_a_side_that_is_missing_in_running_text_costs_no_page():
    page = "Let $x \\in \\mathbb{R}$. For five ones the sum is $= 5$, and $x =$ is left open.\n\n$$x = x$$\n"
    assert line_by_line(page).split()[0] == "declares"
