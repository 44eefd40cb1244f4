r"""``\mathcal{N}(x; \mu, \Sigma)``: densities that everybody knows by their names."""

import pytest

from tests.texts.checked import judged, last

PAGE = r"""
Let $x, m \in \mathbb{R}^n$, let $S \in \mathbb{R}^{n \times n}$ be symmetric positive definite,
$a, b \in \mathbb{R}$ and $v > 0$, and $y \in \{0, 1\}$, $q \in (0, 1)$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\mathcal{N}(a; b, v)^2 = \frac{1}{2\pi v} e^{-(a - b)^2/v}", "holds"),
        (r"\mathcal{N}(a \mid b, v)^2 = \frac{1}{2\pi v} e^{-(a - b)^2/v}", "holds"),
        (r"-2 \log \mathcal{N}(a; 0, v) = \log(2\pi v) + \frac{a^2}{v}", "holds"),
        (r"-2 \log \mathcal{N}(x \mid m, S) = \log\det(2\pi S) + (x - m)^\top S^{-1} (x - m)", "holds"),
        (r"\nabla_m \mathcal{N}(x; m, S) = \mathcal{N}(x; m, S) S^{-1} (x - m)", "holds"),
        (r"\frac{\partial}{\partial v} \mathcal{N}(a; 0, v) = \mathcal{N}(a; 0, v) \frac{a^2 - v}{2 v^2}", "holds"),
        (r"2 \log \mathrm{Bern}(y \mid q) = 2 y \log q + 2 (1 - y) \log(1 - q)", "holds"),
        (r"\mathcal{N}(a; b, v)^2 = \frac{1}{2\pi v} e^{-(a - b)^2/(2v)}", "false"),
        (r"-2 \log \mathcal{N}(a; 0, v) = \log(2\pi v) - \frac{a^2}{v}", "false"),
        (r"-2 \log \mathcal{N}(x \mid m, S) = 2 \log\det(2\pi S) + (x - m)^\top S^{-1} (x - m)", "false"),
        (r"\nabla_m \mathcal{N}(x; m, S) = \mathcal{N}(x; m, S) S (x - m)", "false"),
        (r"\frac{\partial}{\partial v} \mathcal{N}(a; 0, v) = \mathcal{N}(a; 0, v) \frac{a^2 - v}{v^2}", "false"),
        (r"2 \log \mathrm{Bern}(y \mid q) = 2 y \log q - 2 (1 - y) \log(1 - q)", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


def test_what_the_page_defines_is_the_density_of_the_page():
    page = (
        PAGE
        + r"""
$$\mathcal{N}(a; b, v) = e^{-v (a - b)^2}$$

$$\mathcal{N}(a; b, v)^2 = e^{-2 v (a - b)^2}$$
"""
    )
    assert judged(page) == "defines holds"


def test_a_column_with_the_variance_of_a_number_is_not_read():
    found = last(PAGE + r"$$2 \log \mathcal{N}(x; m, v) = -\log(2\pi v) - \frac{1}{v} (x - m)^\top (x - m)$$")
    assert (found.verdict, "variance is no matrix" in found.reason) == ("unread", True)
