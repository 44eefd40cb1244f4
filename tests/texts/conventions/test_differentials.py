"""``dZ := A − Y``: a name like any other where the page defines it, the gradient by Z where it does not."""

from tests.texts.checked import line_by_line

PAGE = r"""
$A, Y \in \mathbb{R}^{m \times n}$

$$L = \frac{1}{2} \|A - Y\|_F^2$$
"""


def test_a_dv_that_is_defined_is_what_its_definition_says():
    own = "$$dA := 2 A - Y$$\n$$dA + Y = 2 A$$\n$$dA = A - Y$$\n"
    assert line_by_line(PAGE + own) == "declares defines defines holds false"


def test_else_it_is_the_gradient():
    assert line_by_line(PAGE + "$$dA = A - Y$$\n$$dA = 2 A - Y$$\n") == "declares defines holds false"


def test_scripts_stay_where_they_are():
    own = "$$dA_1 := 2 A$$\n$$dA_1^\\top = 2 A^\\top$$\n$$dA_1 = 2 A^\\top$$\n"
    assert line_by_line(PAGE + own) == "declares defines defines holds false"
