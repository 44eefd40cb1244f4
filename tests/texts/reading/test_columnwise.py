"""Softmax and log-sum-exp: of each column, or of each row where rows are meant."""

import pytest

from tests.texts.checked import last

PAGE = r"""
Let $Z \in \mathbb{R}^{K\times n}$, $Q \in \mathbb{R}^{m\times d}$, $B \in \mathbb{R}^{n\times d}$
and $z \in \mathbb{R}^K$.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\mathbf 1^\top \mathrm{softmax}(Z) = \mathbf 1^\top", "holds"),
        (r"\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_k e^{z_k}}", "holds"),
        (r"\mathrm{softmax}(z^\top) = \mathrm{softmax}(z)^\top", "holds"),
        (r"\mathrm{lse}(z) = \log \sum_k e^{z_k}", "holds"),
        (r"\mathrm{softmax}(Q B^\top) \mathbf 1 = \mathbf 1", "holds"),
        (r"\mathrm{softmax}\left(\frac{Q B^\top}{\sqrt{d}}\right) \mathbf 1 = \mathbf 1", "holds"),
        (r"\mathrm{softmax}(Q B^\top / \sqrt{d}) \mathbf 1 = \mathbf 1", "holds"),
        (r"\mathbf 1^\top \mathrm{softmax}(Q B^\top) = \mathbf 1^\top", "false"),
        (r"\mathrm{softmax}(Z) \mathbf 1 = \mathbf 1", "false"),
    ],
)
def test_what_it_means(claim, verdict):
    assert last(PAGE + f"$${claim}$$").verdict == verdict


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (r"\mathrm{softmax}(z, z) = z", "softmax with 2 arguments"),
        (r"\mathrm{softmax}'(z) = z", "softmax with a prime"),
    ],
)
def test_what_is_refused(claim, reason):
    verdict = last(PAGE + f"$${claim}$$")
    assert (verdict.verdict, reason in verdict.reason) == ("unread", True), verdict.reason
