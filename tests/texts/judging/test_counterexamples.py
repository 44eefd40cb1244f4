"""What a verdict tells: sizes, entry, both values, code that repeats them; the line and the tag of each link."""

import numpy as np
import pytest

from tests.texts.checked import NETWORK, RIGHT, last, verdicts

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
    assert found.code == "shape-conflict"
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
