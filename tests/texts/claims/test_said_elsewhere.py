"""What fails for a letter that another place of the page tells: doubtful, or unread in running text; never false."""

import pytest

from mlp_theory import check_text


def last(page):
    return check_text(page).verdicts[-1].verdict


def test_a_letter_told_further_down_in_another_section_is_no_ground():
    page = (
        "# One\n"
        r"$$\operatorname{tr}(2 A) = \operatorname{tr}(A)$$"
        "\n# Two\n"
        r"Let $A \in \mathbb{R}^{n\times n}$."
    )
    assert check_text(page).verdicts[0].verdict == "doubtful"
    above = (
        "# One\n"
        r"Let $A \in \mathbb{R}^{n\times n}$."
        "\n# Two\n"
        r"$$\operatorname{tr}(2 A) = \operatorname{tr}(A)$$"
    )
    assert last(above) == "false"


@pytest.mark.parametrize(
    ("page", "verdict"),
    [
        ("Things like $f(t) = t^2$ are known.\n$$f(t) = 3 t$$", "doubtful"),
        ("$$f(t) = t^2$$\n$$f(t) = 3 t$$", "false"),
        ("Things like $f(t) = t^2$ are known.\n$$f(2) = 3$$", "false"),  # no name is put in: nothing could be defined
        ("Things like $f(t) = t^2$ are known.\n$$f(t)^2 = 3 t$$", "false"),
        (
            "Things like $f(t) = t^2$ are known.\n$$f'(t) = 3 t$$",
            "false",
        ),  # nobody defines a function by its derivative
        ("Let $t \\in \\mathbb{R}$ and $f(t) = t^2$.\n$$f(t + 1) = t^2 + t + 1$$", "false"),
        ("Let $t \\in \\mathbb{R}$ and $f(t) = t^2$.\n$$f'(t) = 3 t$$", "false"),
    ],
)
def test_an_equation_that_begins_with_a_name_of_the_running_text_may_define_it_anew(page, verdict):
    assert last(page) == verdict


def test_what_is_defined_as_a_whole_is_no_function_that_may_be_any():
    page = r"Let $m \in \mathbb{R}^J$. $$D_{KL}(q(z) \,\|\, p(z)) = \frac{1}{2} m^\top m$$ In sums it is "
    assert last(page + r"$$D_{KL}(q(z) \,\|\, p(z)) = \frac{1}{2} \sum_j m_j^2$$") == "holds"
    assert last(page + r"$$D_{KL}(q(z) \,\|\, p(z)) = \sum_j m_j^2$$") == "false"


def test_a_matrix_that_is_written_out_says_what_it_is():
    page = r"Let $X \in \mathbb{R}^{n\times p}$, $y \in \mathbb{R}^n$. $$\|2 X\|^2 = 4 \|X\|^2$$"
    assert last(page + r"$$X = \begin{bmatrix} y & y & y \end{bmatrix}^\top$$") != "false"
    assert last(page + r"$$X = y^\top X$$") == "false"
    assert last(r"$$B = \begin{pmatrix} B_{11} & B_{12} \\ B_{12} & B_{22} \end{pmatrix}$$") == "false"


def test_in_running_text_a_case_is_no_claim():
    page = r"Let $A \in \mathbb{R}^{n\times n}$. Then $\|A\|^2 = 2 \|A\|^2$"
    assert last(page + ".") == "false"
    assert last(page + " when $i = j$, and not else.") != "false"
