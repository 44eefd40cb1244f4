"""Updates: no claims, but their shapes are checked."""

import pytest

from tests.texts.checked import judged, last

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


STEPS = r"""
Let $x, g \in \mathbb{R}^n$, $W \in \mathbb{R}^{n\times n}$, $\alpha > 0$.
$$p = W x$$
$$q = p^T p$$
"""


def after(*lines):
    """The verdicts below two definitions, p = W x and q = pᵀ p."""
    return judged(STEPS + "".join(f"$$ {line} $$\n" for line in lines)).split()[2:]


def test_after_an_update_a_defined_symbol_has_its_new_value():
    assert after("p = W x", r"p \leftarrow 2 p", "p = W x", "p = 2 W x") == ["holds", "defines", "false", "holds"]


def test_a_second_update_begins_at_the_first():
    assert after(r"p \leftarrow 2 p", r"p \leftarrow p - \alpha g", r"p = 2 W x - \alpha g")[2:] == ["holds"]
    assert after(r"p \leftarrow 2 p", r"p \leftarrow p - \alpha g", r"p = W x - \alpha g")[2:] == ["false"]


def test_a_step_against_a_gradient():
    lines = (r"v = 0 g", r"v \leftarrow v + \alpha \frac{\partial q}{\partial x}", r"v = 2 \alpha W^T W x")
    assert after(*lines) == ["defines", "defines", "holds"]


def test_what_was_made_of_the_old_value_is_unread():
    """Nobody says whether q has been computed again."""
    assert after(r"p \leftarrow 2 p", "q = p^T p", "q = 4 x^T W^T W x") == ["defines", "unread", "unread"]


def test_a_given_symbol_stands_for_any_value_before_and_after():
    gradient = r"\frac{\partial q}{\partial W} = 2 W x x^T"
    assert after(gradient, r"W \leftarrow W - \alpha \frac{\partial q}{\partial W}", gradient) == [
        "holds",
        "defines",
        "holds",
    ]


def test_a_symbol_of_which_one_entry_is_updated_is_unread():
    assert after(r"p_1 \leftarrow 2 p_1", "p = W x") == ["defines", "unread"]
