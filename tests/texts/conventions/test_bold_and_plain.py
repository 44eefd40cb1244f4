r"""``\mathbf{W}`` declared and W written."""

from tests.texts.checked import line_by_line

SAID = r"""
Let $\mathbf{W} \in \mathbb{R}^{m \times n}$ and $\mathbf{x} \in \mathbb{R}^n$.
$$L = \frac{1}{2} \|W x\|^2$$
$$\frac{\partial L}{\partial W} = W x x^\top$$
$$\frac{\partial L}{\partial W} = x^\top x W$$
"""


def test_a_capital_that_is_declared_in_bold_alone_may_be_written_plainly():
    assert line_by_line(SAID) == "declares declares defines holds false"


def test_a_plain_letter_that_is_declared_too_is_another_one():
    said = r"Let $\mathbf{W}, W \in \mathbb{R}^{m \times n}$ and $x \in \mathbb{R}^n$."
    assert line_by_line(said + "\n$$\\mathbf{W} x = W x$$").endswith("false")
