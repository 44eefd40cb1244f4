"""Arrays that are written out by their entries."""

import pytest

from tests.texts.checked import judged, line_by_line

SUM = r"$$x^\top x = \sum_{i=1}^n x_i^2$$ $$x^\top x = \sum_{i=1}^n x_i$$"


@pytest.mark.parametrize(
    "said",
    [
        r"$$x = (x_1, \dots, x_n)^\top$$",
        r"$$x = (x_1, x_2, \ldots, x_n)$$",
        r"Let $x = [x_1, \dots, x_n]^T$.",
        r"$$x = \begin{bmatrix} x_1 \\ \vdots \\ x_n \end{bmatrix}$$",
        r"$$x = \begin{pmatrix} x_1 & \cdots & x_n \end{pmatrix}^\top \in \mathbb{R}^n$$",
    ],
)
def test_a_column(said):
    *before, true, slip = line_by_line(f"{said}\n\n{SUM}").split()
    assert set(before) <= {"declares", "holds"}
    assert (true, slip) == ("holds", "false")


def test_a_matrix():
    page = r"""
$$A = \begin{pmatrix} a_{11} & \cdots & a_{1k} \\ \vdots & \ddots & \vdots \\ a_{m1} & \cdots & a_{mk} \end{pmatrix}$$
$$\|A\|_F^2 = \sum_{i=1}^m \sum_{j=1}^k a_{ij}^2$$
$$\|A\|_F^2 = \sum_{i=1}^m \sum_{j=1}^k a_{ij}$$
"""
    assert line_by_line(page) == "holds holds false"


def test_entries_of_two_bold_columns():
    page = r"""
Let $\mathbf{u} = (u_1, u_2, u_3)$ and $\mathbf{v} = (v_1, v_2, v_3)$.
$$\mathbf{u}^\top \mathbf{v} = u_1 v_1 + u_2 v_2 + u_3 v_3$$
$$\mathbf{u}^\top \mathbf{v} = u_1 v_1 + u_2 v_2 - u_3 v_3$$
"""
    assert judged(page) == "holds false"


def test_a_slip_among_the_entries_is_found():
    page = r"""
$$A = \begin{pmatrix} a_{11} & \cdots & a_{1k} \\ \vdots & \ddots & \vdots \\ a_{m1} & \cdots & a_{mk} \end{pmatrix}$$
$$B = \begin{pmatrix} B_{11} & B_{12} \\ B_{12} & B_{22} \end{pmatrix}$$
"""
    assert judged(page) == "holds false"


def test_a_declaration_stands():
    page = r"Let $x \in \mathbb{R}^n$. $$x = (x_1, \dots, x_n)^\top$$" + SUM
    assert line_by_line(page) == "declares holds holds false"


def test_other_entries_are_a_definition():
    page = r"Let $a, b \in \mathbb{R}$. $$x = (a, b)^\top$$ $$x^\top x = a^2 + b^2$$ $$x^\top x = a^2 - b^2$$"
    assert line_by_line(page) == "declares defines holds false"


def test_the_set_beside_it_says_more():
    page = r"""
$$y = (y_1, \dots, y_n)^\top \in \{0, 1\}^n$$
$$y^\top y = \sum_{i=1}^n y_i$$
$$y^\top y = \sum_{i=1}^n y_i + 1$$
"""
    assert line_by_line(page) == "declares holds holds false"


def test_a_list_of_samples_is_no_column_of_numbers():
    page = r"""
Let $x_i \in \mathbb{R}^d$ for $i = 1, \dots, n$.
$$x = (x_1, \dots, x_n)^\top$$
"""
    assert "ℝⁿ" not in judged(page)
    assert line_by_line(page).startswith("declares")
    assert "false" not in line_by_line(page)


def test_what_is_said_of_it_further_on_the_line_is_not_passed_over():
    page = r"Let $a \in \mathbb{R}^n$. $$x = (x_1, \dots, x_n)^\top = 2a$$ $$x_i = 2 a_i$$"
    assert "declares declares" not in line_by_line(page)


def test_an_example_of_another_size_is_not_false():
    page = r"""
Let $u = (u_1, \dots, u_l)^\top$.
$$u = \begin{bmatrix} u_1 \\ u_2 \end{bmatrix}$$
"""
    assert "false" not in line_by_line(page)
