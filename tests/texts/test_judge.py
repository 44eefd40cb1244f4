"""The judge, checked first: planted errors are false at every scale, what is right raises no alarm."""

import numpy as np
import pytest

from mlp_theory.texts.check import Settings, check_text


def verdicts(page, **settings):
    """The verdicts that are no declarations, in their order."""
    found = check_text(page, Settings(**settings)).verdicts
    return [v for v in found if v.verdict != "declares"]


def judged(page, **settings):
    return " ".join(v.verdict for v in verdicts(page, **settings))


def last(page, **settings):
    return verdicts(page, **settings)[-1]


# ------------------------------------------------------------------ planted errors

SCALES = {"1e-9": "10^{-9}", "1": "1", "1e9": "10^{9}"}

NETWORK = r"""
Let $W \in \mathbb{R}^{K\times d}$, $X \in \mathbb{R}^{d\times n}$ and $T \in \mathbb{R}^{K\times n}$.
$$H = \tanh(W X)$$
$$L = SCALE \cdot \frac{1}{n} \|H - T\|_F^2$$
$$\frac{\partial L}{\partial W} = CLAIM$$
"""
RIGHT = r"SCALE \cdot \frac{2}{n} \left((H - T) \odot (1 - H \odot H)\right) X^\top"

FORM = r"""
Let $x, c \in \mathbb{R}^n$ and $S \in \mathbb{R}^{n\times n}$.
$$L = SCALE \cdot \left(x^\top S x + c^\top x\right)$$
$$\frac{\partial L}{\partial x} = CLAIM$$
"""

PLANTED = {
    "right": (NETWORK, RIGHT, "holds"),
    "a factor 1.001": (NETWORK, "1.001 " + RIGHT, "false"),
    "a factor 0.999": (NETWORK, "0.999 " + RIGHT, "false"),
    "a factor 1.0000001": (NETWORK, "1.0000001 " + RIGHT, "false"),
    "a sign": (NETWORK, "-" + RIGHT, "false"),
    "a sign inside": (NETWORK, RIGHT.replace("H - T", "H + T"), "false"),
    "a missing 1/n": (NETWORK, RIGHT.replace(r"\frac{2}{n}", "2"), "false"),
    "a half": (NETWORK, RIGHT.replace(r"\frac{2}{n}", r"\frac{1}{n}"), "false"),
    "the wrong size": (NETWORK, RIGHT.replace(r"\frac{2}{n}", r"\frac{2}{d}"), "false"),
    "a forgotten f'": (NETWORK, r"SCALE \cdot \frac{2}{n} (H - T) X^\top", "false"),
    "a square": (NETWORK, RIGHT.replace(r"H \odot H", "H"), "false"),
    "a transpose that does not fit": (NETWORK, RIGHT.replace(r"X^\top", "X"), "false"),
    "right, of a form": (FORM, r"SCALE \cdot \left((S + S^\top) x + c\right)", "holds"),
    "a transpose that fits": (FORM, r"SCALE \cdot \left((S + S) x + c\right)", "false"),
    "a transpose only": (FORM, r"SCALE \cdot \left(2 S^\top x + c\right)", "false"),
    "a term too few": (FORM, r"SCALE \cdot (S + S^\top) x", "false"),
}


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
@pytest.mark.parametrize(("page", "claim", "expected"), PLANTED.values(), ids=PLANTED)
def test_a_planted_error_is_false_at_every_scale(page, claim, expected, scale):
    found = last(page.replace("CLAIM", claim).replace("SCALE", scale))
    assert found.verdict == expected, f"{found.read_as}: {found.reason}"


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
@pytest.mark.parametrize(
    ("extra", "expected"),
    [("", "holds"), (r" + SCALE \cdot 10^{-3} \delta_{i2}", "false"), (r" + SCALE \cdot 10^{-3}", "false")],
    ids=["right", "one entry", "all entries"],
)
def test_one_wrong_entry_is_false_at_every_scale(extra, expected, scale):
    page = r"""
Let $x \in \mathbb{R}^n$.
$$L = SCALE \cdot \sum_{i=1}^n x_i^3$$
$$\frac{\partial L}{\partial x_i} = 3 \cdot SCALE \cdot x_i^2EXTRA$$
"""
    found = last(page.replace("EXTRA", extra).replace("SCALE", scale))
    assert found.verdict == expected, f"{found.read_as}: {found.reason}"
    if "delta" in extra:
        assert found.counterexample.entry[0] == 2


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"x + 10^{14} - 10^{14} = 1.001 x", "unread"),
        (r"x = x + 10^{-30}", "unread"),
        (r"x = x", "unread"),
        (r"\log(-x^2) = \log(-2x^2)", "unread"),
        (r"x - x = 0", "holds"),
        (r"x + y - y = x", "unread"),
        (r"\frac{\partial x^2}{\partial x} = 2x", "holds"),
    ],
    ids=["below resolution", "lost", "same sides", "never a number", "zero", "unknown y", "derivative"],
)
def test_what_was_not_evaluated_does_not_hold(claim, expected):
    assert judged(rf"Let $x \in \mathbb{{R}}$. $${claim}$$") == expected


def test_a_difference_near_to_the_resolution_never_holds():
    """0.001 x beside 10⁹: seen where x is large, lost where it is small."""
    assert judged(r"Let $x \in \mathbb{R}$. $$x + 10^9 - 10^9 = 1.001 x$$") in ("false", "unread")


def test_a_branch_that_is_never_reached_is_not_judged():
    page = r"""
Let $x \in \mathbb{R}$.
$$f = \begin{cases} 2x & x > 10^6 \\ x^2 & \text{otherwise} \end{cases}$$
$$\frac{\partial f}{\partial x} = 2x$$
"""
    assert judged(page) == "defines unread"


# ------------------------------------------------------------------ what a verdict tells

COUNTED = r"""
Let $A \in \mathbb{R}^{K\times n}$.
$$B = 3A$$
$$B = 2A$$
"""


def test_the_counterexample_names_sizes_entry_and_both_values():
    found = last(COUNTED)
    example = found.counterexample
    assert set(example.sizes) == {"K", "n"}
    assert len(set(example.sizes.values())) == 2
    assert all(size >= 3 for size in example.sizes.values())
    row, column = example.entry
    assert 1 <= row <= example.sizes["K"]
    assert 1 <= column <= example.sizes["n"]
    np.testing.assert_allclose(example.left / example.right, 1.5, rtol=1e-12)
    np.testing.assert_allclose(found.relative_error, 1 / 3, rtol=1e-12)


def test_the_counterexample_is_of_the_entry_that_is_wrong():
    """Only entry (2, 3) differs: an entry is counted from 1."""
    page = r"""
Let $A \in \mathbb{R}^{K\times n}$.
$$A_{ij} = A_{ij} + \delta_{i2} \delta_{j3}$$
"""
    found = last(page)
    assert (found.verdict, tuple(found.counterexample.entry[:2])) == ("false", (2, 3))
    np.testing.assert_allclose(found.counterexample.right - found.counterexample.left, 1.0, rtol=1e-12)


def run(code):
    names = {}
    exec(compile(code, "counterexample", "exec"), names)
    return names


def test_the_counterexample_runs_and_says_the_same():
    found = last(COUNTED).counterexample
    names = run(found.numpy)
    np.testing.assert_allclose([names["left"], names["right"]], [found.left, found.right], rtol=1e-12)


def test_the_counterexample_holds_the_arrays_of_that_draw():
    found = last(COUNTED).counterexample
    names = run(found.numpy)
    assert names["v"]["A"].shape == (found.sizes["K"], found.sizes["n"])
    np.testing.assert_allclose(found.right, 2 * names["v"]["A"][found.entry[0] - 1, found.entry[1] - 1], rtol=1e-12)


def test_the_counterexample_computes_both_values():
    found = last(COUNTED).counterexample
    assert repr(found.left) not in found.numpy
    doubled = run(found.numpy.replace("number(2.0)", "number(3.0)"))
    np.testing.assert_allclose(doubled["right"], found.left, rtol=1e-12)


def test_a_claim_that_holds_tells_its_draws_and_its_error():
    page = COUNTED.replace("B = 2A", "B + B = 6A")
    for draws in (12, 20):
        found = last(page, draws=draws)
        assert (found.verdict, found.draws) == ("holds", draws)
        assert 0 <= found.relative_error < 1e-14
        assert found.counterexample is None


def test_the_same_seed_gives_the_same_counterexample_and_another_seed_another():
    one, again, other = (last(COUNTED, seed=seed).counterexample for seed in (5, 5, 6))
    assert one == again
    assert one.left != other.left


def test_the_error_is_relative_to_the_size_of_the_terms():
    """A loss of 10⁻⁹ with a gradient off by one part in a thousand is off by 0.001, not by 10⁻¹²."""
    claim = ("1.001 " + RIGHT).replace("SCALE", "10^{-9}")
    found = last(NETWORK.replace("CLAIM", claim).replace("SCALE", "10^{-9}"))
    np.testing.assert_allclose(found.relative_error, 0.001 / 1.001, rtol=1e-6)


@pytest.mark.parametrize(
    ("claim", "left", "right"),
    [
        (r"\frac{\partial L}{\partial W} = X^\top D", "K×d", None),
        (r"\frac{\partial L}{\partial W} = X D^\top", "K×d", "d×K"),
        (r"\frac{\partial L}{\partial W} = D", "K×d", "K×n"),
    ],
    ids=["does not multiply", "transposed", "another shape"],
)
def test_shapes_that_do_not_fit_are_told(claim, left, right):
    page = rf"""
Let $W \in \mathbb{{R}}^{{K\times d}}$, $X \in \mathbb{{R}}^{{d\times n}}$, $D \in \mathbb{{R}}^{{K\times n}}$.
$$L = \mathrm{{tr}}(D^\top W X)$$
$${claim}$$
"""
    found = last(page)
    assert found.verdict == "false"
    assert "shapes" in found.reason
    if right is not None:
        assert found.shapes == (left, right)
        assert left in found.reason
        assert right in found.reason


CHAIN = r"""Let $x \in \mathbb{R}^n$.

$$
\begin{aligned}
(x^\top x)^2 &= \|x\|^4 \\
&= x^\top x \, x^\top x \\
&= 2\|x\|^4 \\
&= \textstyle\sum_i x_i^2 \, \|x\|^2
\end{aligned}
$$
"""


def test_each_link_of_a_chain_has_its_own_line_and_a_slip_is_told_once():
    found = verdicts(CHAIN)
    assert [v.verdict for v in found] == ["holds", "holds", "false", "holds"]
    assert [v.line for v in found] == [5, 6, 7, 8]


def test_each_link_on_one_line_has_its_own_column():
    found = verdicts("Let $x \\in \\mathbb{R}$.\n\n$$x + x = 2x = x \\cdot 2$$\n")
    assert [(v.verdict, v.line) for v in found] == [("holds", 3), ("holds", 3)]
    assert found[0].column < found[1].column


def test_a_tag_belongs_to_its_equation():
    page = r"""Let $x \in \mathbb{R}$.
$$x + x = 2x \tag{3.1}$$
$$\begin{align} x + x + x &= 3x \tag{a} \\ 2x &= 2x + 1 \tag{b} \end{align}$$
$$2x + x = 3x$$
"""
    assert [(v.tag, v.verdict) for v in verdicts(page)] == [
        ("3.1", "holds"),
        ("a", "holds"),
        ("b", "false"),
        (None, "holds"),
    ]


# ------------------------------------------------------------------ comments and front matter

X = r"Let $x \in \mathbb{R}$." + "\n\n"


def test_a_slip_that_the_page_marks_is_what_passes():
    report = check_text(X + "<!-- expect: false -->\n$$x + x = 3x$$\n")
    assert report.ok
    assert (report.verdicts[-1].verdict, report.verdicts[-1].expected) == ("false", True)
    assert report.counts["false"] == 1


def test_a_slip_that_turns_out_true_does_not_pass():
    report = check_text(X + "<!-- expect: false -->\n$$x + x = 2x$$\n")
    assert not report.ok
    assert (report.verdicts[-1].verdict, report.verdicts[-1].surprise) == ("holds", True)


def test_a_mark_holds_for_the_next_equation_only():
    report = check_text(X + "<!-- expect: false -->\n$$x + x = 3x$$\n\n$$x + x = 4x$$\n")
    assert not report.ok
    assert [v.expected for v in report.verdicts[-2:]] == [True, False]


def test_what_is_left_unchecked_is_counted_and_passes():
    report = check_text(X + "<!-- unchecked: a contour -->\n$$\\oint x = 0$$\n")
    assert report.ok
    assert report.counts["unchecked"] == 1
    assert report.counts["unread"] == report.counts["holds"] == 0
    assert "a contour" in report.verdicts[-1].reason


def test_the_same_without_a_mark_does_not_pass():
    report = check_text(X + "$$\\oint x = 0$$\n")
    assert (report.ok, report.counts["unread"]) == (False, 1)


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


# ------------------------------------------------------------------ updates, layers, requirements

UPDATE = r"""
Let $W \in \mathbb{R}^{K\times d}$, $x \in \mathbb{R}^d$, $\alpha \in \mathbb{R}_{>0}$ and $L = \|W x\|^2$.
$$RULE$$
"""


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (r"W \leftarrow W - \alpha \frac{\partial L}{\partial W}", "defines"),
        (r"W := W - 2 \alpha W x x^\top", "defines"),
        (r"W \leftarrow W - \alpha \left(\frac{\partial L}{\partial W}\right)^\top", "false"),
        (r"W \leftarrow W - \alpha x x^\top W", "false"),
        (r"W \leftarrow \|x\|^2", "false"),
    ],
)
def test_an_update_is_no_claim_but_its_shapes_are_checked(rule, expected):
    assert last(UPDATE.replace("RULE", rule)).verdict == expected


LAYERS = r"""
For $l = 1, \dots, L$ let $W_l \in \mathbb{R}^{d_l\times d_{l-1}}$ and $b_l \in \mathbb{R}^{d_l}$; let
$a_0 \in \mathbb{R}^{d_0}$, $t \in \mathbb{R}^{d_L}$ and $f : \mathbb{R} \to \mathbb{R}$.
$$z_l = W_l a_{l-1} + b_l, \qquad a_l = f(z_l)$$
$$C = \tfrac12 \|a_L - t\|^2$$
$$\delta_l := \frac{\partial C}{\partial z_l}$$
$$CLAIM$$
"""
TRUE_LAYERS = {
    "the layer after": r"\delta_l = (W_{l+1}^\top \delta_{l+1}) \odot f'(z_l) \quad \text{for } l < L",
    "from the layer before": r"\frac{\partial C}{\partial z_{l-1}} = (W_l^\top \delta_l) \odot f'(z_{l-1}) \quad l > 1",
    "the last layer": r"\delta_L = (a_L - t) \odot f'(z_L)",
    "a weight": r"\frac{\partial C}{\partial W_l} = \delta_l a_{l-1}^\top",
    "a bias": r"\frac{\partial C}{\partial b_l} = \delta_l",
}
FALSE_LAYERS = {
    "this layer's weights": r"\delta_l = (W_l^\top \delta_{l+1}) \odot f'(z_l) \quad \text{for } l < L",
    "the derivative one layer up": r"\delta_l = (W_{l+1}^\top \delta_{l+1}) \odot f'(z_{l+1}) \quad \text{for } l < L",
    "no derivative": r"\delta_l = W_{l+1}^\top \delta_{l+1} \quad \text{for } l < L",
    "this layer's values": r"\frac{\partial C}{\partial W_l} = \delta_l a_l^\top",
    "true of the last layer only": r"\delta_l = (a_L - t) \odot f'(z_l)",
    "true of the layers before only": r"\frac{\partial C}{\partial b_l} = (W_L^\top \delta_L) \odot f'(z_{L-1})",
}


@pytest.mark.parametrize(("factor", "expected"), [("", "holds"), ("7 ", "false")], ids=["right", "wrong"])
def test_a_claim_of_the_layer_before_is_no_definition(factor, expected):
    claim = rf"\delta_{{l-1}} = {factor}(W_l^\top \delta_l) \odot f'(z_{{l-1}}) \quad \text{{for }} l > 1"
    assert last(LAYERS.replace("CLAIM", claim)).verdict == expected


@pytest.mark.parametrize("claim", TRUE_LAYERS.values(), ids=TRUE_LAYERS)
def test_a_claim_of_a_general_layer_holds_at_every_layer(claim):
    found = last(LAYERS.replace("CLAIM", claim))
    assert found.verdict == "holds", found.reason
    assert found.draws >= (24 if "_l" in claim else 12)  # at more than one layer


@pytest.mark.parametrize("claim", FALSE_LAYERS.values(), ids=FALSE_LAYERS)
def test_a_slip_in_the_layer_is_false(claim):
    assert last(LAYERS.replace("CLAIM", claim)).verdict == "false"


REQUIRED = r"""
Let $w \in \mathbb{R}^d$.
$$L = \|w\|^2$$
"""
GRADIENT = r"$$\frac{\partial L}{\partial w} = 2w$$"


@pytest.mark.parametrize("asked", ["∂L/∂w", r"\frac{\partial L}{\partial w}"])
@pytest.mark.parametrize(
    ("page", "ok"),
    [
        (REQUIRED + GRADIENT, True),
        (REQUIRED, False),
        (REQUIRED + GRADIENT.replace("2w", "3w"), False),
        (REQUIRED + r"$$\frac{\partial L}{\partial w_i} = 2w_i$$", False),
    ],
    ids=["claimed", "definitions only", "claimed wrongly", "something else claimed"],
)
def test_what_is_required_must_be_claimed_and_hold(page, ok, asked):
    report = check_text(page, Settings(require=(asked,)))
    assert report.ok is ok
    if not ok and "3w" not in page:
        assert [v.verdict for v in report.verdicts if "required" in v.reason] == ["unread"]


def test_a_definition_is_not_what_was_required():
    page = REQUIRED + r"$$g := \frac{\partial L}{\partial w}$$"
    assert check_text(page).ok
    assert not check_text(page, Settings(require=("∂L/∂w",))).ok


# ------------------------------------------------------------------ no false alarm

PAGES = {
    "softmax regression": r"""
Let $W \in \mathbb{R}^{K\times d}$, $x \in \mathbb{R}^d$, $t \in \{e_1, \dots, e_K\}$ and $z = W x$.
$$p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$$
$$L = -\sum_{k=1}^K t_k \log p_k$$
$$\frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)$$
$$\frac{\partial L}{\partial z} = p - t$$
$$\frac{\partial L}{\partial W} = (p - t) x^\top$$
""",
    "rectified layers": r"""
Let $W \in \mathbb{R}^{h\times d}$, $V \in \mathbb{R}^{k\times h}$, $X \in \mathbb{R}^{d\times n}$,
$T \in \mathbb{R}^{k\times n}$.
$$Z = W X, \qquad H = \max(0, Z)$$
$$L = \frac{1}{2n} \|V H - T\|_F^2$$
$$\frac{\partial L}{\partial V} = \frac{1}{n} (V H - T) H^\top$$
$$\frac{\partial L}{\partial W} = \frac{1}{n} \left(V^\top (V H - T) \odot \mathbb{1}[Z > 0]\right) X^\top$$
""",
    "a Hessian and inequalities": r"""
Let $x, y \in \mathbb{R}^n$, $A \in \mathbb{R}^{n\times n}$ and $q = x^\top A x + \log \sum_i e^{x_i}$.
$$\frac{\partial \, x^\top A x}{\partial x} = (A + A^\top) x$$
$$\max_i x_i \le \log \sum_i e^{x_i}$$
$$(x^\top y)^2 \le \|x\|^2 \|y\|^2$$
$$\mathrm{tr}(A A^\top) = \|A\|_F^2$$
""",
}


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_seed_raises_a_false_alarm(page, seed):
    report = check_text(page, Settings(seed=seed))
    assert [f"{v.verdict}: {v.read_as} ({v.reason})" for v in report.verdicts if not v.passed] == []
    assert report.counts["holds"] >= 2
