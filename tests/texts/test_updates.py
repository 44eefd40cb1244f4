"""Updates: no claims, but their shapes are checked."""

import pytest

from tests.texts.checked import last

UPDATE = r"""
Let $W \in \mathbb{R}^{K\times d}$, $x \in \mathbb{R}^d$, $\alpha \in \mathbb{R}_{>0}$ and $L = \|W x\|^2$.
$$RULE$$
"""


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (r"W \leftarrow W - \alpha \frac{\partial L}{\partial W}", "defines"),
        (r"W := W - 2 \alpha W x x^\top", "defines"),
        (r"W \leftarrow W - \alpha \left(\frac{\partial L}{\partial W}\right)^\top", "false"),
        (r"W \leftarrow W - \alpha x x^\top W", "false"),
        (r"W \leftarrow \|x\|^2", "false"),
    ],
)
def test_an_update_is_no_claim_but_its_shapes_are_checked(rule, expected):
    assert last(UPDATE.replace("RULE", rule)).verdict == expected
