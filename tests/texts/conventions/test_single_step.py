"""One step of a recurrence whose loss sees that step alone."""

from tests.texts.checked import line_by_line

STEP = r"""
Let $h_{t-1}, c_{t-1} \in \mathbb{R}^n$ and $x_t \in \mathbb{R}^d$. The loss $L$ depends on $h_t$.
$$c_t = \sigma(W_f [h_{t-1}, x_t]) \odot c_{t-1}$$
$$h_t = \tanh(c_t)$$
$$\frac{\partial L}{\partial c_t} = \frac{\partial L}{\partial h_t} \odot (1 - h_t^2)$$
$$\frac{\partial L}{\partial c_t} = \frac{\partial L}{\partial h_t} \odot (1 - h_t)$$
$$\frac{\partial c_t}{\partial c_{t-1}} = \mathrm{diag}(\sigma(W_f [h_{t-1}, x_t]))$$
"""


def test_what_came_before_is_given():
    assert line_by_line(STEP).split()[-3:] == ["holds", "false", "holds"]
