"""A number in place of a size holds in its sentence: an example with three entries is of three, the page of any n."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $x \in \mathbb{R}^n$ and

$$f(x) = x^\top x$$

WORDS
$$\nabla f(x) = CLAIM$$
"""
THREE = r"(2x_1, 2x_2, 2x_3)^\top"


@pytest.mark.parametrize(
    ("words", "claim", "verdict"),
    [
        ("For example, with $n = 3$:", THREE, "holds"),
        ("For example, with $n = 2$:", THREE, "false"),
        ("For example, with $n = 3$:", THREE.replace("2x_3", "x_3"), "false"),
        ("The gradient is", THREE, "false"),
        ("For $n = 3$ we stop. The gradient is", THREE, "false"),
    ],
    ids=["of three", "another number", "a slip", "of any n", "another sentence"],
)
def test_it_is_put_in_where_the_general_case_fails(words, claim, verdict):
    assert last(PAGE.replace("WORDS", words).replace("CLAIM", claim)).verdict == verdict


def test_the_general_case_stays_general():
    general = PAGE.replace("WORDS", "For $n = 3$ we have").replace("CLAIM", "2x")
    found = last(general + "\nOf any size\n\n" + r"$$f(x) = x_1^2 + x_2^2 + x_3^2$$")
    assert found.verdict == "false"


def test_the_report_tells_the_number():
    assert last(PAGE.replace("WORDS", "For $n = 3$ we have").replace("CLAIM", THREE)).reading == "at n = 3"
