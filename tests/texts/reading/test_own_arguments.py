"""Functions that stand alone under a derivative, or with some of their arguments: the letters they are defined with."""

import pytest

from tests.texts.checked import judged, last

QUADRATICS = {
    "words behind it": (
        r"Take $$f(x) = \frac{1}{2} x^T A x - b^T x,$$ where $A$ is symmetric positive definite.",
        r"\nabla f(x) = A x - b",
        r"\nabla^2 f(x) = A",
    ),
    "in running text": (
        r"Take $f(x) = \frac{1}{2} x^T A x - b^T x$ with a symmetric $A$.",
        r"\nabla f(x) = A x - b",
        r"\nabla^2 f(x) = A",
    ),
    "bold, and words later on": (
        r"$$f(\mathbf{x}) = \tfrac12 \mathbf{x}^\top \mathbf{A} \mathbf{x} - \mathbf{b}^\top \mathbf{x}$$"
        r" Note that $\mathbf{A}$ is symmetric.",
        r"\nabla f(\mathbf{x}) = \mathbf{A} \mathbf{x} - \mathbf{b}",
        r"\nabla^2 f(\mathbf{x}) = \mathbf{A}",
    ),
    "no argument, and steps": (
        r"The symmetric matrix $Q$ gives $$J(w) = \frac{1}{2} w^\top Q w + c^\top w$$"
        "\n\n" + r"A step is $w_{k+1} = w_k - \eta \nabla J(w_k)$.",
        r"\nabla J = Q w + c",
        r"\nabla^2 J = Q",
    ),
    "all declared": (
        r"Let $A \in \mathbb{R}^{n \times n}$ be symmetric, $b, x \in \mathbb{R}^n$."
        r" $$f(x) = \frac12 x^T A x - b^T x$$",
        r"\nabla f = A x - b",
        r"\nabla^2 f = A",
    ),
    "least squares": (
        r"$$f(w) = \| X w - y \|^2$$",
        r"\nabla f = 2 X^\top (X w - y)",
        r"\nabla^2 f = 2 X^\top X",
    ),
}


@pytest.mark.parametrize("name", QUADRATICS)
def test_gradient_and_hessian_of_a_quadratic_function(name):
    page, gradient, hessian = QUADRATICS[name]
    assert judged(f"{page}\n\n$${gradient}$$\n\n$${hessian}$$").endswith("holds holds")


@pytest.mark.parametrize("name", QUADRATICS)
def test_a_slip_in_them_is_seen(name):
    page, gradient, hessian = QUADRATICS[name]
    turned = gradient.replace(" - ", " + ") if " - " in gradient else gradient.replace(" + ", " - ")
    assert last(f"{page}\n\n$${turned}$$").verdict in ("false", "doubtful")
    assert last(f"{page}\n\n$${hessian.replace('=', '= 3')}$$").verdict in ("false", "doubtful")


def test_a_matrix_is_not_symmetric_unless_the_page_says_so():
    page = r"$$f(x) = \frac12 x^T A x - b^T x$$"
    assert last(f"{page}\n\n$$\\nabla f(x) = A x - b$$").verdict != "holds"


@pytest.mark.parametrize("left", ["Q(w, X, y)", "Q(y, X, w)"])
def test_what_is_not_given_stands_for_itself(left):
    page = rf"$${left} = \| X w - y \|^2$$"
    assert last(page + "\n\n" + r"$$\nabla Q(w) = 2 X^\top (X w - y)$$").verdict == "holds"
    assert last(page + "\n\n" + r"$$\nabla Q(w) = 2 X^\top (X w + y)$$").verdict in ("false", "doubtful")


def test_more_arguments_than_a_function_has_are_not_read():
    assert last(r"$$f(a) = a^2$$" + "\n\n" + r"$$f(u, v) = u^2$$").verdict == "unread"


def test_the_capital_from_which_a_product_with_a_column_is_taken_is_a_column():
    page = r"$$Q(w) = \| Y - X w \|^2$$" + "\n\n"
    assert last(page + r"$$\nabla Q(w) = -2 X^T Y + 2 X^T X w$$").verdict == "holds"
    assert last(page + r"$$\nabla Q(w) = -2 X^T Y - 2 X^T X w$$").verdict in ("false", "doubtful")
