"""Letters that only tell names apart: ``W_f``, ``W^Q``, ``\\sigma_B``, ``y^{LS}``."""

import pytest

from tests.texts.checked import line_by_line

PAGES = {
    "gates, of which one has the letter of an index": (
        r"""
$W_i, W_f, W_o \in \mathbb{R}^{h \times d}$ and $x_k \in \mathbb{R}^d$ for $k = 1, \dots, n$

$$u_k = W_i x_k$$
$$u_k = W_f x_k$$
$$\sum_{i=1}^n W_f x_i = W_f \sum_{i=1}^n x_i$$
""",
        "declares declares defines false holds",
    ),
    "any list of labels: no letter is told by heart": (
        r"""
$A_i, A_a, A_z \in \mathbb{R}^{m \times n}$ and $x_i \in \mathbb{R}^n$ for $i = 1, \dots, K$

$$s = \sum_{i=1}^K A_a x_i$$
$$A_a \sum_{i=1}^K x_i = s$$
$$A_z \sum_{i=1}^K x_i = s$$
""",
        "declares declares defines holds false",
    ),
    "a letter is no index of what it is made of": (
        r"""
$W_g \in \mathbb{R}^{m \times n}$, $b_g \in \mathbb{R}^m$, $x \in \mathbb{R}^n$

$$g = \tanh(W_g x + b_g)$$
$$\frac{\partial g}{\partial b_g} = \mathrm{diag}(1 - g \odot g)$$
$$\frac{\partial g}{\partial b_g} = \mathrm{diag}(1 + g \odot g)$$
""",
        "declares declares declares defines holds false",
    ),
    "letters above, and the statistics of a batch": (
        r"""
$W^Q, W^K \in \mathbb{R}^{d \times k}$, $x_i \in \mathbb{R}$ for $i = 1, \dots, m$

$$\mu_B = \frac{1}{m} \sum_{i=1}^m x_i$$
$$S = W^Q (W^K)^\top$$
$$S^\top = W^K (W^Q)^\top$$
$$S^\top = W^Q (W^K)^\top$$
""",
        "declares declares defines defines holds false",
    ),
    "capitals and words": (
        r"""
$\beta, x, y \in \mathbb{R}^n$, $\eta \in \mathbb{R}$

$$\beta^{new} = \beta - \eta x$$
$$L_{CE} = \beta^\top x$$
$$\frac{\partial L_{CE}}{\partial x} = \beta$$
$$\frac{\partial L_{CE}}{\partial x} = \beta^{new}$$
""",
        "declares declares defines defines holds false",
    ),
    "letters that all run are indices": (
        r"""
$x_i, x_j \in \mathbb{R}^d$ for $i, j = 1, \dots, n$

$$s = \sum_{i=1}^n \sum_{j=1}^n x_i^\top x_j$$
$$s = \left\| \sum_{i=1}^n x_i \right\|^2$$
$$s = \sum_{i=1}^n \| x_i \|^2$$
""",
        "declares defines holds false",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_a_label(name):
    page, wanted = PAGES[name]
    assert line_by_line(page) == wanted


def test_what_a_moment_is_a_moment_of_is_no_index():
    page = "Take $x \\in \\mathbb{R}$, $\\mu_x \\in \\mathbb{R}$, $\\sigma_x > 0$.\n$$u = (x - \\mu_x)/\\sigma_x$$\n"
    claims = "$$x = \\mu_x + \\sigma_x u$$\n$$x = \\mu_x - \\sigma_x u$$\n"
    assert line_by_line(page + claims).split()[-3:] == ["defines", "holds", "false"]


def test_beside_a_letter_that_runs_there_it_is_an_index():
    given = "$X \\in \\mathbb{R}^{n \\times d}$\n\n"
    given += "$$\\mu_l = \\frac{1}{n} \\sum_{p=1}^n X_{pl}$$ for $l = 1, \\dots, d$.\n\n"
    claims = (
        r"\frac{\partial \mu_q}{\partial X_{ir}} = \frac{1}{n} \mathbf{1}(q = r)",
        r"n \mu_q = \sum_{p=1}^n X_{pq}",
        r"n \mu_q = 2 \sum_{p=1}^n X_{pq}",
    )
    told = line_by_line(given + "".join(f"$${claim}$$\n\n" for claim in claims))
    assert told.split()[-3:] == ["holds", "holds", "false"]
