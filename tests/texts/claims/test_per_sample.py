"""``dZ = A − Y`` beside a mean loss: one line that holds if, and the lines that are written for it judged under it."""

import pytest

from mlp_theory.texts.check import check_text

FORWARD = r"""
Let $X \in \mathbb{R}^{d\times m}$, $Y \in \mathbb{R}^{1\times m}$, $w \in \mathbb{R}^d$, $b \in \mathbb{R}$.
$$A = \sigma(w^T X + b)$$
$$Z = w^T X + b$$
$$J = -\frac1m \sum_{i=1}^m (Y_i \log A_i + (1-Y_i)\log(1-A_i))$$
"""
PER_SAMPLE = "dZ = A - Y"
GRADIENT = r"dZ = \frac1m (A - Y)"


def judged(*claims):
    """The verdicts on claims below the forward pass, as (verdict, reading, mend)."""
    page = FORWARD + "".join(f"$$ {claim} $$\n" for claim in claims)
    return [(v.verdict, v.reading, v.mend) for v in check_text(page).files[0].verdicts[-len(claims) :]]


def test_the_sloppy_line_holds_if_it_is_what_the_others_are_written_for():
    first, *rest = judged(
        PER_SAMPLE, r"dw = \frac1m X dZ^T", r"db = \frac1m \sum_{i=1}^m dZ_i", r"dA = -\frac{Y}{A} + \frac{1-Y}{1-A}"
    )
    assert first[:2] == ("holds-if", None)
    assert "m times the gradient" in first[2]
    assert [verdict for verdict, _, _ in rest] == ["holds", "holds", "holds"]
    assert all("m times the gradient" in reading for _, reading, _ in rest)


def test_a_strict_page_is_judged_strictly():
    assert judged(GRADIENT, "dw = X dZ^T", r"db = \sum_{i=1}^m dZ_i") == [("holds", None, None)] * 3


def test_a_line_that_no_other_is_written_for_is_only_false():
    first, second = judged(PER_SAMPLE, "dw = X dZ^T")
    assert first[0] == "false"
    assert "m times" in first[2]
    assert second == ("holds", None, None)


@pytest.mark.parametrize(
    "slip", [r"dw = X dZ^T", r"dw = \frac1m X (Y - A)^T", r"dw = -\frac1m X dZ^T", r"dw = \frac1m w dZ^T"]
)
def test_a_slip_in_such_a_page_is_false_on_its_own_line(slip):
    verdicts = [v for v, _, _ in judged(PER_SAMPLE, slip, r"db = \frac1m \sum_{i=1}^m dZ_i", r"dw = \frac1m X dZ^T")]
    assert verdicts == ["holds-if", "false", "holds", "holds"]


@pytest.mark.parametrize("slip", ["dZ = Y - A", "dZ = 2 (A - Y)", r"dZ = \frac1d (A - Y)"])
def test_no_other_factor_is_a_reading(slip):
    assert judged(slip, r"dw = \frac1m X dZ^T")[0][::2] == ("false", None)


def test_without_a_line_that_says_what_dz_is_there_is_no_such_reading():
    """dW m times too small is a slip of its own."""
    first, second = judged(r"dw = \frac1m X dZ^T", r"db = \frac1m \sum_{i=1}^m dZ_i")
    assert first == second == ("false", None, None)


def test_a_page_that_says_both_is_judged_strictly():
    """Under the other reading its last line, which is true, would be false."""
    verdicts = judged(PER_SAMPLE, r"dw = \frac1m X dZ^T", r"db = \frac1m \sum_{i=1}^m dZ_i", GRADIENT)
    assert [verdict for verdict, _, _ in verdicts] == ["false", "false", "false", "holds"]


def test_weights_keep_their_gradient():
    """dw m times too large is a slip like any other: weights are nobody's own sample."""
    assert judged(PER_SAMPLE, r"dw = X (A - Y)^T", r"db = \frac1m \sum_{i=1}^m dZ_i")[1][0] == "false"


def test_a_page_that_says_what_dz_is_means_it():
    verdicts = judged(
        r"dZ := A - Y", r"dw = \frac{\partial J}{\partial w}", r"\frac{\partial J}{\partial w} = \frac1m X dZ^T"
    )
    assert verdicts[0][0] == "defines"
    assert verdicts[2][0] == "holds"


def test_without_a_loss_that_is_a_number_dz_is_unread():
    page = r"""
$W \in \mathbb{R}^{k \times d}$, $X \in \mathbb{R}^{d \times m}$.
$$Z = W X$$
$$J = Z Z^T$$
$$dW = Z X^T$$
"""
    verdict = check_text(page).files[0].verdicts[-1]
    assert verdict.verdict == "unread"
    assert "the gradient of no loss" in verdict.reason
