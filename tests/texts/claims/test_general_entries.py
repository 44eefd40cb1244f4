"""An array set equal to its general entry: that entry is meant, and it is never false for its shape."""

import pytest

from mlp_theory.texts.check import check_text

GIVEN = r"""Let $X, B \in \mathbb{R}^{n \times n}$, $A \in \mathbb{R}^{m \times n}$,
$w \in \mathbb{R}^n$ and $y \in \mathbb{R}^m$.
$$f(w) = \|A w - y\|^2$$
"""


@pytest.mark.parametrize(
    ("claim", "kinds"),
    [
        (r"\frac{\partial}{\partial X} \operatorname{tr}(B X) = (B^\top)_{pq} = B^\top", "holds holds"),
        (r"\frac{\partial}{\partial X} \operatorname{tr}(B X) = B_{ji} = B^\top", "holds holds"),
        (r"\frac{\partial}{\partial X} \operatorname{tr}(B X) = B_{ij} = B", "unread false"),
        (r"\nabla f(w) = \frac{\partial f}{\partial w_i} = 2 \sum_k (A w - y)_k A_{ki}", "holds holds"),
        (r"\nabla f(w) = \frac{\partial f}{\partial w_i} = \sum_k (A w - y)_k A_{ki}", "holds false"),
        (r"\nabla f(w) = \frac{\partial f}{\partial w_i} = 2 A^\top (A w - y)", "holds holds"),
        (r"\nabla f(w) = \frac{\partial f}{\partial w_i} = A^\top (A w - y)", "holds false"),
        (r"\nabla f(w) = \sum_k (A w - y)_k A_{ki}", "unread"),
        (r"\nabla f(w) = \sum_k (A w - y)_k", "false"),
    ],
)
def test_the_entry_is_meant(claim, kinds):
    found = [v.verdict for v in check_text(f"{GIVEN}$${claim}$$").verdicts if v.line > 3]
    assert " ".join(found) == kinds


def test_the_report_says_how_it_was_read():
    verdict = check_text(GIVEN + r"$$\nabla f(w) = \frac{\partial f}{\partial w_i}$$").verdicts[-1]
    assert verdict.reading == "the entry i of the other side"
