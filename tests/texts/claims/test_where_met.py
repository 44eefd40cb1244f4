"""What follows from a supposition is judged where it is met; a derivative by its letter never is."""

import pytest

from tests.texts.checked import last

EIGEN = r"""
Let $S \in \mathbb{R}^{d\times d}$ be symmetric, $w \in \mathbb{R}^d$, $\lambda \in \mathbb{R}$ with $w^\top w = 1$.

An eigenvector obeys $$S w = \lambda w$$
"""
COLUMNS = r"Let $U \in \mathbb{R}^{d\times k}$ with $U^\top U = I$, and $x \in \mathbb{R}^d$, $z \in \mathbb{R}^k$. "


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"w^\top S w = \lambda w^\top w", "holds"),
        (r"w^\top S S w = \lambda w^\top S w", "holds"),
        (r"w^\top S w + \lambda = 2\lambda", "holds"),
        (r"w^\top S w = 2\lambda w^\top w", "false"),
        (r"w^\top S S w = w^\top S w", "false"),
        (r"S^2 w = \lambda S", "false"),
        (r"\frac{\partial}{\partial w} (w^\top S w) = 2 S w", "holds"),
        (r"\frac{\partial}{\partial w} (w^\top S w - \lambda w^\top w) = S w - \lambda w", "unread"),
    ],
)
def test_what_follows_of_an_eigenvector(claim, verdict):
    assert last(f"{EIGEN}\n\nThat is all.\n\nThus $${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\|U z\|^2 = \|z\|^2", "holds"),
        (r"\|x - U U^\top x\|^2 = \|x\|^2 - \|U^\top x\|^2", "holds"),
        (r"\|U U^\top x\|^2 = \|x\|^2", "false"),
        (r"\|x - U U^\top x\|^2 = \|x\|^2 + \|U^\top x\|^2", "false"),
        (r"\nabla_z \|U z\|^2 = 2 z", "holds"),
        (r"\nabla_z \|U z\|^2 = z", "false"),
        (r"\nabla_U \|U z\|^2 = 2 U z z^\top", "holds"),
        (r"\nabla_U \|U z\|^2 = 2 U U^\top U z z^\top", "unread"),
    ],
)
def test_what_follows_of_orthonormal_columns(claim, verdict):
    assert last(f"{COLUMNS}$${claim}$$").verdict == verdict
