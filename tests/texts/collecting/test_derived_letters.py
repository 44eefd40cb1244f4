"""By what something is derived."""

import pytest

from mlp_theory.texts.collecting.derived_letters import derived_by
from mlp_theory.texts.latex.parsing import parse


@pytest.mark.parametrize(
    ("latex", "letters"),
    [
        (r"\frac{\partial L}{\partial w}", {"w"}),
        (r"\frac{\partial^2 f}{\partial x \partial y}", {"x", "y"}),
        (r"\frac{d}{dx}(x^4)", {"x"}),
        (r"\nabla_\theta J(\theta)", {"θ"}),
        (r"\nabla J(w)", {"w"}),
        (r"\partial_u E", {"u"}),
        (r"\frac{1}{d x}", set()),
        (r"w^\top x", set()),
    ],
)
def test_the_letters_below_a_derivative(latex, letters):
    assert {base.show for base in derived_by(parse(latex))} == letters
