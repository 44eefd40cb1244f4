"""What the words beside a formula call a commutation matrix."""

import pytest

from tests.texts.checked import judged

PAGE = r"""
$R \in \mathbb{R}^{m \times n}$. SAID

$$\mathrm{vec}(R^\top) = NAME_{m,n} \mathrm{vec}(R)$$
$$\mathrm{vec}(R^\top) = NAME_{n,m} \mathrm{vec}(R)$$
"""


def page(name, said):
    return PAGE.replace("SAID", said).replace("NAME", name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("K", "Here $K_{m,n}$ is the commutation matrix."),
        ("T", "We use the commutation matrix $T_{m,n}$."),
        (r"\mathbf{K}", r"Here $\mathbf{K}_{m,n}$, the commutation matrix, turns one into the other."),
    ],
)
def test_the_words_name_the_letter(name, said):
    assert judged(page(name, said)) == "holds false"


@pytest.mark.parametrize(
    "said",
    ["Here $K_{m,n}$ is a matrix.", "A commutation matrix has another letter.", "$P_{m,n}$ is the commutation matrix."],
)
def test_without_such_words_a_letter_is_not_told(said):
    assert judged(page("K", said)) == "unread unread"
