r"""``X_{n \times d}``: a size below a name."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $X \in \mathbb{R}^{n \times d}$, $w \in \mathbb{R}^d$.

$$z = X w$$
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"z_{n \times 1} = X_{n \times d} w_{d \times 1}", "holds"),
        (r"2 z_{n \times 1} = X_{n \times d} w_{d \times 1}", "false"),
        (r"I_{n \times n} z = X w", "holds"),
    ],
)
def test_the_name_is_the_same(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict
