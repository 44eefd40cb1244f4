"""Claims of a general layer hold at every layer, and a slip in the layer is seen."""

import pytest

from tests.texts.checked import last

LAYERS = r"""
For $l = 1, \dots, L$ let $W_l \in \mathbb{R}^{d_l\times d_{l-1}}$ and $b_l \in \mathbb{R}^{d_l}$; let
$a_0 \in \mathbb{R}^{d_0}$, $t \in \mathbb{R}^{d_L}$ and $f : \mathbb{R} \to \mathbb{R}$.
$$z_l = W_l a_{l-1} + b_l, \qquad a_l = f(z_l)$$
$$C = \tfrac12 \|a_L - t\|^2$$
$$\delta_l := \frac{\partial C}{\partial z_l}$$
$$CLAIM$$
"""
TRUE_LAYERS = {
    "the layer after": r"\delta_l = (W_{l+1}^\top \delta_{l+1}) \odot f'(z_l) \quad \text{for } l < L",
    "from the layer before": r"\frac{\partial C}{\partial z_{l-1}} = (W_l^\top \delta_l) \odot f'(z_{l-1}) \quad l > 1",
    "the last layer": r"\delta_L = (a_L - t) \odot f'(z_L)",
    "a weight": r"\frac{\partial C}{\partial W_l} = \delta_l a_{l-1}^\top",
    "a bias": r"\frac{\partial C}{\partial b_l} = \delta_l",
}
FALSE_LAYERS = {
    "this layer's weights": r"\delta_l = (W_l^\top \delta_{l+1}) \odot f'(z_l) \quad \text{for } l < L",
    "the derivative one layer up": r"\delta_l = (W_{l+1}^\top \delta_{l+1}) \odot f'(z_{l+1}) \quad \text{for } l < L",
    "no derivative": r"\delta_l = W_{l+1}^\top \delta_{l+1} \quad \text{for } l < L",
    "this layer's values": r"\frac{\partial C}{\partial W_l} = \delta_l a_l^\top",
    "true of the last layer only": r"\delta_l = (a_L - t) \odot f'(z_l)",
    "true of the layers before only": r"\frac{\partial C}{\partial b_l} = (W_L^\top \delta_L) \odot f'(z_{L-1})",
}


@pytest.mark.parametrize(("factor", "expected"), [("", "holds"), ("7 ", "false")], ids=["right", "wrong"])
def test_a_claim_of_the_layer_before_is_no_definition(factor, expected):
    claim = rf"\delta_{{l-1}} = {factor}(W_l^\top \delta_l) \odot f'(z_{{l-1}}) \quad \text{{for }} l > 1"
    assert last(LAYERS.replace("CLAIM", claim)).verdict == expected


@pytest.mark.parametrize("claim", TRUE_LAYERS.values(), ids=TRUE_LAYERS)
def test_a_claim_of_a_general_layer_holds_at_every_layer(claim):
    found = last(LAYERS.replace("CLAIM", claim))
    assert found.verdict == "holds", found.reason
    assert found.draws >= (24 if "_l" in claim else 12)  # at more than one layer


@pytest.mark.parametrize("claim", FALSE_LAYERS.values(), ids=FALSE_LAYERS)
def test_a_slip_in_the_layer_is_false(claim):
    assert last(LAYERS.replace("CLAIM", claim)).verdict == "false"


def test_what_is_true_of_three_layers_only_is_false():
    """L is any number of layers: here the sum of the layers' numbers is 6 for L = 3 only."""
    found = last(LAYERS.replace("CLAIM", r"\|a_L\|^2 \sum_{l=1}^L l = 2 L \|a_L\|^2"))
    assert found.verdict == "false"
    assert "4 layers" in found.reason


HIDDEN_LAYER = r"\delta_l = (W_{l+1}^\top \delta_{l+1}) \odot f'(z_l)"


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (r", \quad l < L", "holds"),
        ("", "holds"),
        (r", \quad l = L", "unread"),
        (r", \quad \text{for all } l = 1, \dots, L", "unread"),
        (r"\quad \forall l", "unread"),
    ],
)
def test_a_claim_that_names_its_layers_is_tested_at_all_of_them(which, expected):
    """There is no W_{L+1}: who says "for all l" says too much, who says nothing means where it is defined."""
    assert last(LAYERS.replace("CLAIM", HIDDEN_LAYER + which)).verdict == expected


@pytest.mark.parametrize(("layer", "expected"), [("L", "holds"), ("1", "false")])
def test_an_index_that_is_fixed_beside_a_claim(layer, expected):
    claim = rf"\delta_l = (a_l - t) \odot f'(z_l), \quad l = {layer}"
    assert last(LAYERS.replace("CLAIM", claim)).verdict == expected
