r"""``\mathrm{diag}(p_i (1 - p_i))``: a column by its general entry."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $x, p \in \mathbb{R}^n$ and $a_1, \dots, a_m \in \mathbb{R}^n$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"x^\top \mathrm{diag}(p_i (1 - p_i)) x = \sum_i p_i (1 - p_i) x_i^2", "holds"),
        (r"\mathrm{tr}(\mathrm{diag}(2 p_i)) = 2 \sum_i p_i", "holds"),
        (r"x^\top \mathrm{diag}(p_i (1 - p_i)) x = \sum_i p_i (1 + p_i) x_i^2", "false"),
        (r"\mathrm{tr}(\mathrm{diag}(2 p_i)) = \sum_i p_i", "false"),
        (r"\mathrm{diag}(a_j) x = a_j \odot x", "holds"),  # a column already: j runs over columns
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict
