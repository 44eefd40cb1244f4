"""A function that is defined for a bare letter and applied to samples: the letter is any argument."""

from tests.texts.checked import line_by_line

SIGMOID = "$$g(z) = \\frac{1}{1 + e^{-z}}$$\n"
LINEAR = "$w, x_i \\in \\mathbb{R}^d$ for $i = 1, \\dots, n$\n\n$$z_i = w^T x_i$$\n$$h_i = g(z_i)$$\n"


def test_what_is_said_of_the_function_holds_of_any_argument():
    claims = "$$g'(z) = g(z)(1 - g(z))$$\n$$1 - g(z) = g(-z)$$\n$$g'(z) = g(z)(1 + g(z))$$\n"
    assert line_by_line(SIGMOID + claims + LINEAR) == "defines holds holds false declares defines defines"


def test_the_samples_keep_their_derivatives():
    claims = "$$\\frac{\\partial h_i}{\\partial z_i} = h_i (1 - h_i)$$\n$$\\nabla_w h_i = h_i (1 - h_i) x_i$$\n"
    slip = "$$\\frac{\\partial h_i}{\\partial z_i} = h_i (1 + h_i)$$\n"
    assert line_by_line(SIGMOID + LINEAR + claims + slip).split()[-3:] == ["holds", "holds", "false"]


def test_an_array_is_no_generic_argument():
    page = (
        "$W \\in \\mathbb{R}^{n \\times d}, x \\in \\mathbb{R}^d$\n"
        f"{SIGMOID}$$z = W x$$\n$$a = g(z)$$\n$$a_i = g(z_i)$$\n$$a_i = g(z_i + 1)$$\n"
    )
    assert line_by_line(page).split()[-2:] == ["holds", "false"]


def test_a_formula_that_claims_nothing_is_of_any_argument_too():
    page = "$$h_\\theta(x) = \\theta^T x$$ The output $\\theta^T x$ is a number.\n\n"
    loss = r"$$J(\theta) = \frac12 \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2$$" + "\n"
    gradient = r"\nabla J(\theta) = \sum_{i=1}^m (h_\theta(x^{(i)}) SIGN y^{(i)}) x^{(i)}"
    claims = "".join(f"$${gradient.replace('SIGN', sign)}$$\n" for sign in "-+")
    assert line_by_line(page + loss + claims).split()[-3:] == ["defines", "holds", "false"]
