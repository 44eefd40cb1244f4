"""How a proof in entries is written, and that the checker of texts reads it."""

import pytest

from mlp_theory.errors import OptionError
from mlp_theory.symbolic import (
    dims,
    function,
    gradients,
    matrix,
    norm,
    one_hot,
    relu,
    row,
    scalar,
    softmax,
    squared_norm,
    tanh,
    vector,
)
from mlp_theory.symbolic import logsumexp as lse
from mlp_theory.symbolic.calculus.entries.proof_page import InEntries
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.entries.operations import OPERATIONS
from tests.symbolic.calculus.entries.test_proof import proof_of

d, K, n = dims("d K n")
W, X, Z = matrix("W", K, d), matrix("X", d, n), matrix("Z", K, n)


def verdicts(opened):
    return check_text(opened.to_markdown()).files[0].verdicts


@pytest.mark.parametrize(
    "loss",
    [
        squared_norm(W @ X),
        (row("a", K) @ W @ X).sum(),
        relu(W).sum(),
        tanh(W).sum(),
        function("f")(W).sum(),
        lse(W).sum(),
        squared_norm(softmax(W)),
        scalar("s") * norm(W),
        squared_norm(1.0 / W),
    ],
    ids=str,
)
def test_the_checker_of_texts_reads_a_gradient_and_every_line_holds(loss):
    found = verdicts(gradients(loss, [W]).in_entries(W))
    assert {v.verdict for v in found} == {"declares", "defines", "holds"}, [v for v in found if v.verdict == "unread"]
    assert sum(v.verdict == "holds" for v in found) >= 4


READ = ["product of three", "a number times", "transpose", "diagonal", "diagonal matrix", "norm", "reciprocal", "tanh"]


@pytest.mark.parametrize("name", READ)
def test_the_checker_of_texts_reads_the_proof_of_an_operation(name):
    found = verdicts(InEntries((proof_of(OPERATIONS[name], 0),)))
    assert {v.verdict for v in found} == {"declares", "defines", "holds"}, [
        (v.read_as, v.reason) for v in found if v.verdict not in ("declares", "defines", "holds")
    ]


def test_a_page_with_a_wrong_line_is_seen_by_the_checker():
    """The test's own check: with a factor of two in one line, that line is false."""
    page = gradients(squared_norm(W), [W]).in_entries(W).to_markdown()
    wrong = page.replace("= 2 W_{rs}", "= 3 W_{rs}")
    assert wrong != page
    assert [v.verdict for v in check_text(wrong).files[0].verdicts].count("false") == 1


def test_where_delta_is_the_error_of_a_layer_kronecker_is_written_otherwise():
    z = (W @ vector("x", d)).named("z")
    opened = gradients(lse(z) - one_hot("t", K).T @ z, [W, vector("x", d)]).in_entries(W)
    assert "δ = ∂L/∂z" in str(opened)
    assert "Σᵢ₌₁ᴷ δᵢ Σⱼ₌₁ᵈ 𝟙(i = r) 𝟙(j = s) xⱼ" in str(opened)
    found = verdicts(InEntries(opened.proofs[-1:]))
    assert {v.verdict for v in found} == {"declares", "defines", "holds"}, [v for v in found if v.verdict == "unread"]


def test_several_proofs_are_several_pages():
    opened = gradients(squared_norm(relu((W @ X).named("Z")).named("A")), [W]).in_entries(W)
    with pytest.raises(OptionError, match="One page holds one proof"):
        opened.to_markdown()
    for proof in opened.proofs:
        assert "holds" in {v.verdict for v in verdicts(InEntries((proof,)))}


def test_the_terminal_shows_each_form_with_its_law():
    opened = gradients(lse(Z).sum(), [Z]).in_entries(Z)
    assert repr(opened) == str(opened)
    assert str(opened).splitlines()[:3] == [
        "L = lse(Z) 1",
        "∂L/∂Zᵣₛ",
        "    = ∂(Σᵢ₌₁ⁿ log(Σⱼ₌₁ᴷ exp(Zⱼᵢ)))/∂Zᵣₛ                    { an entry of the product and the log-sum-exp }",
    ]


def test_a_notebook_shows_aligned_latex():
    latex = gradients(squared_norm(W), [W]).in_entries(W)._repr_latex_()
    assert latex.splitlines() == [
        "$$",
        r"\begin{aligned}",
        r"L &= \|W\|_F^2 \\",
        r"\frac{\partial L}{\partial W_{rs}} &= "
        r"\frac{\partial}{\partial W_{rs}} \left(\sum_{i=1}^{K} \sum_{j=1}^{d} W_{ij}^2\right) "
        r"&& \text{an entry of the squared norm} \\",
        r" &= \sum_{i=1}^{K} \sum_{j=1}^{d} \frac{\partial W_{ij}^2}{\partial W_{rs}} && \text{sum rule} \\",
        r" &= 2 \sum_{i=1}^{K} \sum_{j=1}^{d} W_{ij} \frac{\partial W_{ij}}{\partial W_{rs}} "
        r"&& \text{chain rule for one number} \\",
        r" &= 2 \sum_{i=1}^{K} \sum_{j=1}^{d} W_{ij} \delta_{ir} \delta_{js} && \text{an entry by an entry} \\",
        r" &= 2 W_{rs} && \text{δ leaves one term of the sum} \\",
        r" &= (2 W)_{rs} && \text{an entry of the product, entry by entry}",
        r"\end{aligned}",
        "$$",
    ]
