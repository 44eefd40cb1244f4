"""Shapes in words: "$A$ is an $m \\times n$ matrix"."""

from tests.texts.checked import line_by_line

GRADIENT = r"""
$$L = y^\top A x$$
$$\frac{\partial L}{\partial A} = y x^\top$$
$$\frac{\partial L}{\partial A} = x y^\top$$
"""


def test_matrices_and_columns_are_declared_by_their_sentence():
    said = r"$A$ is an $m \times n$ matrix, $x$ is a vector of length $n$ and $y$ is an $m$-dimensional vector."
    assert line_by_line(f"{said}\n{GRADIENT}") == "declares declares declares defines holds false"


def test_several_names_share_one_size():
    said = r"$x$ and $y$ are column vectors of length $n$, and $A$ is a square $n \times n$ matrix."
    assert line_by_line(f"{said}\n{GRADIENT}") == "declares declares defines holds false"


def test_a_size_may_be_a_sum():
    said = r"$A$ is an $m \times n+1$ matrix, $x$ is a vector of length $n+1$ and $y$ is a vector of length $m$."
    assert line_by_line(f"{said}\n{GRADIENT}") == "declares declares declares defines holds false"


def test_signs_win_over_words_and_words_that_disagree_say_nothing():
    signs = r"$A \in \mathbb{R}^{2 \times 3}$. Here $A$ is an $m \times n$ matrix."
    twice = r"$A$ is an $m \times n$ matrix here, and there $A$ is an $n \times m$ matrix."
    assert line_by_line(f"{signs}\n\n$$A = A^\\top$$") == "declares false"
    assert line_by_line(f"{twice}\n\n$$A = A^\\top$$") == "doubtful"
