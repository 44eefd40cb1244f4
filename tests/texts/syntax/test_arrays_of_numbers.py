"""Arrays with nothing but numbers in them."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.arrays_of_numbers import is_array_of_numbers


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        (r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", True),
        (r"\frac{1}{5} \begin{bmatrix} 1 \\ -2 \end{bmatrix}", True),
        ("(0, 1)^T", True),
        ("3", False),
        ("(3)", False),
        (r"\begin{bmatrix} a & 2 \end{bmatrix}", False),
        ("(x_1, 0)", False),
    ],
)
def test_which_are(latex, found):
    assert is_array_of_numbers(parse(latex)) is found
