"""Shapes that a page tells in code or in a table: "`W` has shape `(n, d)`"."""

import pytest

from tests.texts.checked import line_by_line

PRODUCT = r"""
$$L = \mathrm{tr}(W X)$$
$$\frac{\partial L}{\partial W} = X^\top$$
$$\frac{\partial L}{\partial W} = X$$
"""


def test_a_sentence_with_code_declares_and_is_told_by_no_verdict():
    said = "`W` has shape `(n, d)`, and $X$ has shape `(d, n)`.\n"
    assert line_by_line(said + PRODUCT) == "defines holds false"


def test_a_table_of_shapes_declares_row_by_row():
    table = "| name | shape |\n|---|---|\n| $W$ | `(n, d)` |\n| `X` | `(d, n)` |\n"
    assert line_by_line(table + PRODUCT) == "defines holds false"


def test_code_writes_names_with_numbers_and_words_for_sizes():
    said = "`W1` has shape `(hidden, n_in)`, and `x` has shape `(n_in,)`.\n"
    layer = r"""
$$s = 1^\top W_1 x$$
$$\frac{\partial s}{\partial x} = W_1^\top 1$$
$$\frac{\partial s}{\partial x} = W_1 1$$
"""
    assert line_by_line(said + layer.replace("1^", r"\mathbf{1}^").replace(" 1$", r" \mathbf{1}$")) == (
        "defines holds false"
    )


def test_what_an_equation_or_an_example_says_is_left_alone():
    defined = "`W` has shape `(2, 3)`. Let $A \\in \\mathbb{R}^{m \\times n}$.\n\n$$W = A^\\top$$\n$$W^\\top = A$$\n"
    supposed = "Suppose that `W` has shape `(n, d)`.\n\n$$W = W^\\top$$\n"
    assert line_by_line(defined) == "declares defines holds"
    assert line_by_line(supposed) == "doubtful"


def test_a_family_is_no_single_array():
    assert line_by_line("`I` and $W_k$ have shape `(k, k)`.\n\n$$W_k = W_k^\\top$$\n") == "unread"


@pytest.mark.parametrize("name", [r"\text{scores}", r"\operatorname{out}", "dW", r"\mathbf{W}", "W_1"])
def test_names_in_formulas_may_be_words_and_gradients(name):
    page = f"${name}$ has shape `(n, d)`, and `b` has shape `(d,)`.\n\n$$z = {name} b$$\n"
    wrong = page.replace("(d,)", "(k, m)")
    assert line_by_line(page + f"$$z - b = {name} b - b$$\n") == "defines false"  # z has n entries, b has d
    assert line_by_line(page) == "defines"
    assert line_by_line(wrong) == "unread"  # nothing but this line says what z is
