"""``W [h_{t-1}, x_t]``: one column on top of the other."""

from tests.texts.checked import line_by_line

GATE = r"""
Let $h_{t-1} \in \mathbb{R}^n$ and $x_t \in \mathbb{R}^d$,
$U \in \mathbb{R}^{n \times n}$ and $V \in \mathbb{R}^{n \times d}$.
$$W = [U, V]$$
$$W [h_{t-1}, x_t] = U h_{t-1} + V x_t$$
$$W [h_{t-1}, x_t] = U h_{t-1} - V x_t$$
"""


def test_states_behind_a_matrix_are_stacked():
    assert line_by_line(GATE).split()[-2:] == ["holds", "false"]


def test_two_columns_of_one_letter_are_a_matrix():
    said = r"""
Let $x_1, x_2 \in \mathbb{R}^n$ and $W \in \mathbb{R}^{m \times n}$.
$$W [x_1, x_2] = [W x_1, W x_2]$$
"""
    assert line_by_line(said).split()[-1] == "holds"
