"""Next values that are written with an equals sign."""

import pytest

from mlp_theory.texts.collecting.renewals import is_renewed
from mlp_theory.texts.latex.parsing import parse
from tests.texts.checked import judged


@pytest.mark.parametrize(
    ("left", "right", "renewed"),
    [
        ("w", r"w - \eta g", True),
        ("w_j", r"w_j - \eta g_j", True),
        ("w", r"w^{(old)} - \eta g", True),
        ("w", r"w_{prev} + v", True),
        ("w", r"\eta g - w", False),
        ("w_{t+1}", r"w_t - \eta g", False),
        ("w^{new}", r"w^{old} - \eta g", False),
        ("w", r"2 w - g", False),
        ("w", "w", False),
        ("w", "w + 0", False),
        ("f(w)", "f(w) + g", False),
    ],
)
def test_what_is_a_next_value(left, right, renewed):
    assert is_renewed(parse(left), parse(right)) is renewed


def test_it_defines_nothing_and_claims_nothing():
    page = r"""
Let $X \in \mathbb{R}^{n \times d}$, $y \in \mathbb{R}^n$ and $\eta > 0$, with $w \in \mathbb{R}^d$.

$$J(w) = \|X w - y\|^2$$

$$w = w - \eta \nabla J(w)$$

$$\nabla J(w) = CLAIM$$

$$w = w - \eta X$$
"""
    assert judged(page.replace("CLAIM", r"2 X^\top (X w - y)")) == "defines defines holds false"
    assert judged(page.replace("CLAIM", r"X^\top (X w - y)")) == "defines defines false false"
