r"""Arrays whose first entry has the number 0: ``w = (w_0, \dots, w_M)^\top``."""

import pytest

from tests.texts.checked import judged, line_by_line

GIVEN = r"Take $\mathbf{w} = (w_0, w_1, \dots, w_M)^T$, $x \in \mathbb{R}$. "


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\mathbf{w}^T \mathbf{w} = \sum_{j=0}^M w_j^2", "holds"),
        (r"\mathbf{w}^T \mathbf{w} = w_0^2 + w_1^2 + \dots + w_M^2", "holds"),
        (r"w_0 + w_1 x + w_2 x^2 + \dots + w_M x^M = \sum_{j=0}^M w_j x^j", "holds"),
        (r"\sum_{j=0}^M w_j x^j = w_0 + \sum_{j=1}^M w_j x^j", "holds"),
        (r"\frac{\partial}{\partial w_j} \mathbf{w}^T \mathbf{w} = 2 w_j", "holds"),
        (r"\frac{\partial}{\partial w_0} \sum_{j=0}^M w_j x^j = 1", "holds"),
        (r"\frac{\partial}{\partial w_j} \sum_{i=0}^M w_i x^i = x^j", "holds"),
        (r"\frac{\partial}{\partial w_M} \sum_{i=0}^M w_i x^i = x^M", "holds"),
        (r"\mathbf{w}^T \mathbf{w} = \sum_{j=1}^M w_j^2", "false"),
        (r"\frac{\partial}{\partial w_1} \sum_{j=0}^M w_j x^j = 1", "false"),
        (r"\frac{\partial}{\partial w_j} \sum_{i=0}^M w_i x^i = x^{j-1}", "false"),
        (r"\frac{\partial}{\partial w_j} \sum_{i=0}^M w_i x^i = x^{j+1}", "false"),
        (r"\sum_{j=0}^M w_j x^j = w_1 + \sum_{j=1}^M w_j x^j", "false"),
        (r"\mathbf{w}^T \mathbf{w} = \sum_{j=0}^{M+1} w_j^2", "unread"),  # there is no such entry
    ],
)
def test_the_entry_with_the_number_j_is_the_one_behind_j_others(claim, verdict):
    assert judged(f"{GIVEN}$${claim}$$") == verdict


def test_a_range_that_begins_at_zero_moves_with_its_letters():
    page = (
        "$x_n, t_n \\in \\mathbb{R}$ for $n = 1, \\dots, N$\n"
        "$$A_{ij} = \\sum_{n=1}^N x_n^{i+j}, \\quad i, j \\in \\{0, 1, \\dots, M\\}$$\n"
        "$$b_i = \\sum_{n=1}^N x_n^i t_n, \\quad i \\in \\{0, 1, \\dots, M\\}$$\n"
        "$$\\sum_{n=1}^N t_n = b_0$$\n"
        "$$A_{01} = \\sum_{n=1}^N x_n$$\n"
        "$$A_{ij} = A_{ji}$$\n"
        "$$\\sum_{n=1}^N x_n t_n = b_0$$\n"
        "$$A_{11} = \\sum_{n=1}^N x_n$$\n"
    )
    assert line_by_line(page) == "declares defines defines holds holds holds false false"


def test_a_bias_with_the_number_zero_is_no_entry_of_the_weights():
    given = r"Let $w, x \in \mathbb{R}^d$ and $w_0 \in \mathbb{R}$. "
    assert judged(rf"{given}$$w_0 + w^T x = w_0 + \sum_{{j=1}}^d w_j x_j$$") == "holds"
    assert judged(rf"{given}$$w_0 + w_1 x_1 + \cdots + w_d x_d = w_0 + w^T x$$") == "holds"
    assert judged(rf"{given}$$w_0 + w^T x = \sum_{{j=1}}^d w_j x_j$$") == "false"


def test_values_of_a_letter_are_no_range_of_an_index():
    page = "Let $x \\in \\mathbb{R}$, also at $x = 0, 1, 2$.\n$$(x + 1)^2 = x^2 + 2x + 1$$\n$$(x + 1)^2 = x^2 + 1$$\n"
    assert line_by_line(page).split()[-2:] == ["holds", "false"]
