"""The order of what is done to a page before it is judged."""

from itertools import pairwise

import pytest

from mlp_theory.texts import check_text
from mlp_theory.texts.collecting import collect
from mlp_theory.texts.collecting.passes import PASSES

NAMES = [one.name for one in PASSES]


def test_every_pass_is_listed_once_and_has_its_reason():
    assert len(set(NAMES)) == len(NAMES)
    assert all(len(one.why) > 10 for one in PASSES)


def test_a_collection_has_been_through_all_of_them(monkeypatch):
    done = []
    traced = [type(one)(one.name, lambda _, name=one.name: done.append(name), one.why) for one in PASSES]
    monkeypatch.setattr(collect, "PASSES", tuple(traced))
    collect.collect([])
    assert done == NAMES


STACK = r"""
Let $X \in \mathbb{R}^{m \times n}$ and $w \in \mathbb{R}^n$.

$$X = \begin{bmatrix} - & (x^{(1)})^T & - \\ - & (x^{(2)})^T & - \\ & \vdots & \\ - & (x^{(m)})^T & - \end{bmatrix}$$
$$J = \sum_{i=1}^m w^T x^{(i)}$$
"""

# Two neighbours, and a page of which other things are said when they change places.
ORDER_MATTERS = {
    ("worded_shapes", "worded_losses"): r"""
Let $\ell$ be a loss that depends on $y$, of size $n \times 1$.

$$y = y + 1$$
""",
    ("worded_losses", "code_shapes"): r"""
Let $\ell$ be a loss that depends on $y$. Here $\ell$ has shape `(1, 1)`.
Let $x \in \mathbb{R}^m$ and $A \in \mathbb{R}^{n \times m}$.

$$y = A x$$
$$\frac{\partial \ell}{\partial x} = A^\top \frac{\partial \ell}{\partial y}$$
""",
    ("code_shapes", "losses_passed_on"): r"""
Let $L$ be the loss, for $x \in \mathbb{R}^m$ and $A \in \mathbb{R}^{n \times m}$.
In the program $L$ has shape `(1, 1)`.

$$y = A x$$
$$\frac{\partial L}{\partial x} = A^\top \frac{\partial L}{\partial y}$$
""",
    ("totals", "families"): r"""
$o_i, y_i \in \mathbb{R}$ for $i = 1, \dots, n$, and $a_j, b_j \in \mathbb{R}$ for $j = 1, \dots, m$.

$$E_i = \frac{1}{2} (o_i - y_i)^2$$
$$E_j = \frac{1}{2} (a_j - b_j)^2$$
$$E = \sum_{i=1}^n E_i$$
""",
    ("note_literals", "sort_declarations"): r"""
$x \in \mathbb{R}^{50}$

$$s = \sum_{i=1}^{50} x_i$$
""",
    ("sort_declarations", "sort_laws"): r"""
$x \sim \mathcal{N}(0, 1)$ with $x \in \mathbb{R}^n$

$$s = \|x\|^2$$
""",
    ("note_suppositions", "sort_equations"): r"""
$J(\theta) = \frac{1}{2} \|\theta - c\|^2$ with $c \in \mathbb{R}^n$.

$$\nabla_\theta J(\theta) = \theta - c$$

Setting the gradient to zero gives

$$\theta = c$$
""",
    ("make_losses_numbers", "settle_shapes"): r"""
$W^{[1]} \in \mathbb{R}^{n_1 \times n_0}$

$$z^{[1](i)} = W^{[1]} x^{(i)}$$
$$a^{[1](i)} = \tanh(z^{[1](i)})$$
$$z^{[2](i)} = W^{[2]} a^{[1](i)}$$
$$a^{[2](i)} = \sigma(z^{[2](i)})$$
$$J = -\frac{1}{m} \sum_{i=1}^m \left( y^{(i)} \log a^{[2](i)} + (1 - y^{(i)}) \log (1 - a^{[2](i)}) \right)$$
""",
    ("enter_formulas", "turn_stacks"): STACK,
    ("turn_stacks", "refuse_circles"): STACK,
}


def told(page):
    return [(v.verdict, v.reason) for v in check_text(page).verdicts]


@pytest.mark.parametrize("neighbours", ORDER_MATTERS, ids=" before ".join)
def test_the_order_of_neighbours_matters(neighbours, monkeypatch):
    page = ORDER_MATTERS[neighbours]
    assert neighbours in pairwise(NAMES)
    k = NAMES.index(neighbours[0])
    swapped = (*PASSES[:k], PASSES[k + 1], PASSES[k], *PASSES[k + 2 :])
    before = told(page)
    monkeypatch.setattr(collect, "PASSES", swapped)
    assert told(page) != before


def test_a_function_of_itself_would_be_read_for_ever(monkeypatch):
    page = "$x \\in \\mathbb{R}$\n\n$$f(q) = g(q) + 1$$\n$$g(q) = 2 f(q)$$\n$$y = f(x)$$\n"
    assert "in a circle" in told(page)[-1][1]
    without = tuple(one for one in PASSES if one.name != "refuse_function_circles")
    monkeypatch.setattr(collect, "PASSES", without)
    assert "nested too deeply" in told(page)[-1][1]  # a circle that is not seen costs what is made of it, and no more
