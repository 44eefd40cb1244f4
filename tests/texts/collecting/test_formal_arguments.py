r"""The x of ``h(x) = θᵀ x`` is any sample, wherever it stands bare, where h is applied to samples."""

import pytest

from tests.texts.checked import judged, last

LOSS = r"$$J(\theta) = \frac{1}{2m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2$$"
HYPOTHESES = {
    "a display": r"$$h_\theta(x) = \theta^T x$$",
    "running text": r"The model is $h_\theta(x) = \theta^\top x$.",
    "bare elsewhere": r"$$h_\theta(x) = \theta^T x$$ The output $\theta^T x$ is a number.",
}
ERROR = r"(h_\theta(x^{(i)}) - y^{(i)})"
GRADIENTS = {
    rf"\frac{{\partial J}}{{\partial \theta_j}} = \frac1m \sum_{{i=1}}^m {ERROR} x_j^{{(i)}}": "holds",
    rf"\frac{{\partial}}{{\partial \theta_j}} J(\theta) = \frac1m \sum_{{i=1}}^m {ERROR} x^{{(i)}}_j": "holds",
    rf"\nabla J(\theta) = \frac1m \sum_{{i=1}}^m {ERROR} x^{{(i)}}": "holds",
    rf"\nabla J = -\frac1m \sum_{{i=1}}^m {ERROR} x^{{(i)}}": "false",
    rf"\frac{{\partial J}}{{\partial \theta_j}} = \frac{{1}}{{2m}} \sum_{{i=1}}^m {ERROR} x_j^{{(i)}}": "false",
}


@pytest.mark.parametrize("name", HYPOTHESES)
@pytest.mark.parametrize(("gradient", "verdict"), GRADIENTS.items())
def test_linear_regression(name, gradient, verdict):
    found = last(f"{HYPOTHESES[name]}\n\n{LOSS}\n\n$${gradient}$$").verdict
    assert found == verdict or (verdict, found) == ("false", "doubtful")


def test_logistic_regression_step_by_step():
    page = r"""
$$g(z) = \frac{1}{1 + e^{-z}}$$
$$h_\theta(x) = g(\theta^T x)$$
$$J(\theta) = -\sum_{i=1}^m [y^{(i)} \log h_\theta(x^{(i)}) + (1 - y^{(i)}) \log(1 - h_\theta(x^{(i)}))]$$
The output $g(\theta^T x)$ is a probability. Let
$$z_i = \theta^T x^{(i)}$$
$$J_i(\theta) = -y^{(i)} \log g(z_i) - (1 - y^{(i)}) \log(1 - g(z_i))$$

$$g(z) < 1$$

$$g'(z) = g(z)(1 - g(z))$$

$$\frac{\partial J_i}{\partial z_i} = g(z_i) - y^{(i)}$$

$$\nabla_\theta J_i(\theta) = (g(z_i) - y^{(i)}) x^{(i)}$$

$$\nabla_\theta J(\theta) = \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x^{(i)}$$
"""
    assert judged(page) == "defines defines defines defines defines holds holds holds holds holds"
    slip = page.replace(r"\nabla_\theta J_i(\theta) = (g(z_i) - ", r"\nabla_\theta J_i(\theta) = (g(z_i) + ")
    assert judged(slip) == "defines defines defines defines defines holds holds holds false holds"
