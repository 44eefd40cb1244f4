r"""What a keyboard or another language leaves in a formula: it reads as it is seen."""

import time

import pytest

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.repairs import repaired
from tests.texts.checked import judged, last

SAMPLES = r"""
Let $x_1, \dots, x_n \in \mathbb{R}^d$ and $u \in \mathbb{R}^d$.
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\sum\displaylimits_{i=1}^n a_i", r"\sum_{i=1}^n a_i"),
        (r"\sum\nolimits_i a_i", r"\sum_i a_i"),
        (r"\tilde{\mathbf{A}\xspace}", r"\tilde{\mathbf{A}}"),
        ("a\u200b + b\ufeff", "a + b"),
        (r"\operatornamewithlimits{arg\, min}_w L", r"\argmin _w L"),
        (r"\mathrm{argmin\;}_{w} L", r"\argmin _{w} L"),
        (r"N(a \, \bigl| \, b)", r"N(a \mid b)"),
        (r"\{1,..K\}", r"\{1,\dots,K\}"),
        (r"\{1,..,K\}", r"\{1,\dots,K\}"),
        (r"a_1, ..., a_n", r"a_1, \dots , a_n"),
        (r"\cos.(a) .* b", r"\cos(a) \odot b"),
        (r"\tanh{(c_{t)}}", r"\tanh{(c_{t})}"),
        (r"\tanh{(\tilde{c_{t})}}", r"\tanh{(\tilde{c_{t}})}"),
        (r"1.5 a", "1.5 a"),
        (r"f(x_{(i)})", "f(x_{(i)})"),
        (r"|a| \, |b|", r"|a| \, |b|"),
    ],
)
def test_it_is_read_as_it_is_seen(written, meant):
    assert " ".join(repaired(LocatedText.of(written), {}).text.split()) == meant


@pytest.mark.parametrize(
    "rows",
    [
        r"& - & x_1 & - \\ & \vdots & \vdots & \vdots \\ & - & x_n & -",
        r"- & x_1 & - \\ - & x_2 & - \\ \vdots & \vdots & \vdots \\ - & x_n & -",
        r"- & x_1^\top & - \\ & \vdots & \\ - & x_n^\top & -",
        r"— x_1^T — \\ \vdots \\ — x_n^T —",
        r"- \left(x_1\right)^T - \\ \vdots \\ - \left(x_n\right)^T -",
    ],
)
def test_rows_between_dashes_are_samples_lying_down(rows):
    page = rf"""{SAMPLES}
$$X = \begin{{bmatrix}} {rows} \end{{bmatrix}}$$
$$X^\top X = \sum_{{i=1}}^n x_i x_i^\top$$
$$X^\top X = 2 \sum_{{i=1}}^n x_i x_i^\top$$
"""
    assert judged(page) == "defines holds false"


def test_a_minus_before_an_entry_is_no_dash():
    page = (
        SAMPLES
        + r"""
$$v = \begin{bmatrix} - u^\top \\ u^\top \end{bmatrix} u$$
$$v = \begin{bmatrix} u^\top u \\ u^\top u \end{bmatrix}$$
"""
    )
    assert last(page).verdict == "false"


def test_a_definition_that_names_no_command_defines_none():
    page = r"""
$$\newcommand{\mathbf{x}}{\mathbf{x}} \newcommand{\vec{r}}{\mathbf{r}} \newcommand{\two}{2}$$

Let $\mathbf{x}, \mathbf{y} \in \mathbb{R}^n$.

$$\|\mathbf{x}\|^2 + \|\mathbf{x}\|^2 = \two \mathbf{x}^\top \mathbf{x}$$
$$\|\mathbf{x}\|^2 = \mathbf{x}^\top \mathbf{y}$$
"""
    assert judged(page) == "holds false"


@pytest.mark.parametrize(
    "piece", ["- & x", r"\begin{matrix} -", "_{a", r"\tilde{x", ",..", ".*", r"\begin{matrix}-x_1^"]
)
def test_a_long_damaged_source_takes_no_time(piece):
    start = time.perf_counter()
    repaired(LocatedText.of(piece * (7_900 // len(piece))), {})
    assert time.perf_counter() - start < 2
