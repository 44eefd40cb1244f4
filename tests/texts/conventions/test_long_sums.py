"""A sum whose index stands in the terms behind it runs over them."""

import pytest

from tests.texts.checked import judged

GIVEN = r"Let $a_i, b_i \in \mathbb{R}$ for $i = 1, \dots, n$ and $c \in \mathbb{R}$. "


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\sum_{i=1}^n a_i + b_i = \sum_{i=1}^n (a_i + b_i)", "holds"),
        (r"\sum_{i=1}^n a_i - b_i + a_i b_i = \sum_{i=1}^n a_i b_i + \sum_{i=1}^n (a_i - b_i)", "holds"),
        (r"\sum_{i=1}^n a_i + b_i = \sum_{i=1}^n (a_i - b_i)", "false"),
        (r"\sum_{i=1}^n a_i + c = c + \sum_{i=1}^n a_i", "holds"),
        (r"\sum_{i=1}^n a_i + c = \sum_{i=1}^n (a_i + c)", "false"),
        (r"\sum_{i=1}^n a_i + \sum_{i=1}^n b_i = \sum_{i=1}^n (a_i + b_i)", "holds"),
        (r"\sum_{j=1}^n a_j + b_i = b_i + \sum_{j=1}^n a_j", "holds"),
    ],
)
def test_a_sum_runs_over_what_has_its_index(claim, verdict):
    assert judged(f"{GIVEN}$${claim}$$") == verdict
