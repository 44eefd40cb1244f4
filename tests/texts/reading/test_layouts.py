"""Layouts: which way a Jacobian lies, and that a gradient has the shape of its variable."""

import pytest

from tests.texts.checked import judged, last

JACOBIAN = r"""
Let $A \in \mathbb{R}^{K\times d}$, $x \in \mathbb{R}^d$ and $y = A x$, $q = \|y\|^2$.

BEFORE
$$\frac{\partial y}{\partial x} = CLAIM$$
"""


@pytest.mark.parametrize(
    ("front", "before", "numerator"),
    [
        ("", "", True),
        ("---\nlayout: numerator\n---\n", "", True),
        ("---\nlayout: denominator\n---\n", "", False),
        ("", "<!-- layout: denominator -->", False),
        ("---\nlayout: denominator\n---\n", "<!-- layout: numerator -->", True),
    ],
    ids=["neither", "front: numerator", "front: denominator", "comment", "comment wins"],
)
def test_the_layout_says_which_way_a_jacobian_lies(front, before, numerator):
    page = front + JACOBIAN.replace("BEFORE", before)
    assert last(page.replace("CLAIM", "A")).verdict == ("holds" if numerator else "false")
    assert last(page.replace("CLAIM", r"A^\top")).verdict == ("false" if numerator else "holds")


def test_a_layout_comment_holds_from_there_on():
    page = JACOBIAN.replace("BEFORE", "").replace("CLAIM", "A") + (
        "\n<!-- layout: denominator -->\n" + r"$$\frac{\partial y}{\partial x} = A^\top$$"
    )
    assert judged(page).endswith("holds holds")


@pytest.mark.parametrize(
    ("layout", "claim", "expected"),
    [
        ("", r"2 A^\top y", "holds"),
        ("", r"2 y^\top A", "false"),
        ("---\nlayout: denominator\n---\n", r"2 A^\top y", "holds"),
        ("---\nlayout: numerator\n---\n", r"2 y^\top A", "holds"),
        ("---\nlayout: numerator\n---\n", r"2 A^\top y", "false"),
    ],
)
def test_a_gradient_has_the_shape_of_its_variable_unless_the_page_asks_for_rows(layout, claim, expected):
    page = layout + JACOBIAN.replace("BEFORE", "").replace(r"\partial y}", r"\partial q}").replace("CLAIM", claim)
    assert last(page).verdict == expected


@pytest.mark.parametrize(
    ("quantity", "claim", "layout"),
    [("y", r"A^\top", "denominator"), ("q", r"2 y^\top A", "numerator"), ("q", "y^\\top A", None), ("y", "2A", None)],
)
def test_a_claim_that_holds_in_another_layout_is_false_with_that_as_its_mend(quantity, claim, layout):
    page = JACOBIAN.replace("BEFORE", "").replace(r"\partial y}", rf"\partial {quantity}}}").replace("CLAIM", claim)
    verdict = last(page)
    assert verdict.verdict == "false"
    assert (
        verdict.mend is None
        if layout is None
        else "transpose it" in verdict.mend and f"holds in {layout} layout" in verdict.mend
    )
