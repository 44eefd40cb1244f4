"""Dots whose terms follow a pattern only from some term on: a polynomial, an intercept before slopes."""

import pytest

from tests.texts.checked import judged

GIVEN = r"Let $a, b, w \in \mathbb{R}^n$, $x, c \in \mathbb{R}$, $t_i \in \mathbb{R}$ for $i = 1, \dots, m$. "


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"c + a_1 x + a_2 x^2 + \dots + a_n x^n = c + \sum_{k=1}^n a_k x^k", "holds"),
        (r"c + a_1 x + a_2 x^2 + \dotsc + a_n x^n - c = \sum_{k=1}^n a_k x^k", "holds"),
        (r"c + a_1 b_1 + \cdots + a_n b_n = c + a^T b", "holds"),
        (r"c - a_1 b_1 + a_2 b_2 + \cdots + a_n b_n = c + a^T b - 2 a_1 b_1", "holds"),
        (r"c + a_1 x + a_2 x^2 + \dots + a_n x^n = c + \sum_{k=1}^n a_k x^{k-1}", "false"),
        (r"c + a_1 x^2 + a_2 x^2 + \dots + a_n x^n = c + \sum_{k=1}^n a_k x^k", "false"),
        (r"c + a_1 b_1 + \cdots + a_n b_n = a^T b", "false"),
        (r"c + a_1 b_2 + \cdots + a_n b_n = c + a^T b", "unread"),  # b_2 beside a_1, and b_n beside a_n
        (r"c + a_1 x + a_2 x^3 + \dots + a_n x^n = c + \sum_{k=1}^n a_k x^k", "unread"),
    ],
)
def test_the_terms_are_a_sum_from_where_they_follow_the_pattern(claim, verdict):
    assert judged(f"{GIVEN}$${claim}$$") == verdict


def test_exponents_run_with_the_index():
    powers = (
        r"c \sum_{i=1}^m t_i + a_1 \sum_{i=1}^m t_i^2 + a_2 \sum_{i=1}^m t_i^3 + \dots + a_n \sum_{i=1}^m t_i^{n+1}"
    )
    assert judged(rf"{GIVEN}$${powers} = \sum_{{i=1}}^m t_i (c + \sum_{{k=1}}^n a_k t_i^k)$$") == "holds"
    assert judged(rf"{GIVEN}$${powers} = \sum_{{i=1}}^m (c + \sum_{{k=1}}^n a_k t_i^k)$$") == "false"
