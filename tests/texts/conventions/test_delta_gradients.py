"""``\\delta h`` as a name of a gradient, where the page says so."""

from tests.texts.checked import line_by_line

LAYER = r"""
Let $A \in \mathbb{R}^{m \times n}$ and $x \in \mathbb{R}^n$. Let $L$ be a loss that depends on $y$.
$$y = A x$$
SAID
$$\delta x = A^\top \delta y$$
$$\delta x = A \delta y$$
"""


def test_a_delta_before_a_name_is_the_gradient_where_the_page_says_so():
    said = LAYER.replace("SAID", r"We write $\delta y = \frac{\partial L}{\partial y}$.")
    assert line_by_line(said).split()[-2:] == ["holds", "false"]


def test_elsewhere_a_delta_is_a_letter():
    assert line_by_line(LAYER.replace("SAID", "")).split()[-2:] == ["unread", "unread"]
