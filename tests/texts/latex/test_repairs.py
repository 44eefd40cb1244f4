r"""Source repair: what is written for Markdown, for the eye or in another way; every character keeps its place."""

import time

import pytest

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.repairs import repaired
from tests.texts.checked import judged, last, verdicts

PAGE = r"""
Let $A \in \mathbb{R}^{m\times n}$, $a, b \in \mathbb{R}^n$ and $s > 0$.
"""


def read(latex):
    """The repaired source without what is only space."""
    return " ".join(repaired(LocatedText.of(latex), {}).text.split())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"z\_i", "z_i"),
        (r"\sum\_{k=1}^K z\_k", r"\sum_{k=1}^K z_k"),
        (r"adv\_x = x", r"\mathrm{adv-x} = x"),
        (r"\text{hidden\_size}", r"\text{hidden\_size}"),
        (r"w^\*", "w^*"),
        (r"w^{*}", "w^*"),
        (r"w^{\ast}", "w^*"),
        (r"w^\star", "w^*"),
        (r"w^{(*)}", "w^*"),
        (r"w^{*T}", "w^*^{T}"),
        (r"w^{\top *}", r"w^*^{\top}"),
        (r"a \\\\ b", r"a \\ b"),
        (r"\\{e_1, \dots, e_K\\}", r"\{e_1, \dots, e_K\}"),
        (r"a &lt; b", r"a \lt b"),
    ],
)
def test_signs_that_markdown_wants_escaped(written, meant):
    assert read(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\require{cancel} a", "a"),
        (r"\bbox[5px, border: 2px solid red]{a = \frac{1}{b}}", r"a = \frac{1}{b}"),
        (r"\class{big}{a} + \cssId{x}{b}", "a + b"),
        (r"\textcolor{RoyalBlue}{a} + \color{red}{b} + \color{blue} c", "a + b + c"),
        (r"\textcolor[rgb]{1,0,0}{a}", "a"),
        (r"\textcolor{white}{a}", r"\textcolor{white}{a}"),
        (r"\frac{\cancel{a} b}{\bcancel{a}}", r"\frac{ a b}{ a }"),
        (r"\underset{d\times n}{W} x", "W x"),
        (r"\underset{\text{weights}}{W} x", "W x"),
        (r"\underbrace{h}_{\text{output}}", "h"),
        (r"\underbrace{a + b}_{\text{output}}", r"\underbrace{a + b}_{\text{output}}"),
    ],
)
def test_what_only_decorates(written, meant):
    assert read(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\operatorname*{arg\,min}_w L", r"\argmin _w L"),
        (r"\arg\min_w L", r"\argmin _w L"),
        (r"\underset{w}{\operatorname{argmin}} L", r"\argmin _{w} L"),
        (r"\underset{w}{\arg\max}\, L", r"\argmax _{w}\, L"),
        (r"\mathop{\arg\min}\limits_w L", r"\argmin _w L"),
        (r"\mathrm{arg}\min_w L", r"\argmin _w L"),
        (r"\underset{i=1}{\overset{n}{\sum}} a_i", r"\sum^{n}_{i=1} a_i"),
        (r"\underset{i}{\max} a_i", r"\max_{i} a_i"),
        (r"\sum_{\substack{j=1 \\ j \ne i}}^n a_j", r"\sum_{j=1 , j \ne i}^n a_j"),
        (r"1(i == j)", "1(i = j)"),
        (r"1(i != j)", r"1(i\ne j)"),
        (r"x >= 0", r"x \ge 0"),
        (r"x <= 0", r"x \le 0"),
        (r"||x||^2", r"\|x\|^2"),
        (r"\left| \left| x \right| \right|", r"\left\| x \right\|"),
        (r"\big|\big| x \big|\big|", r"\big\| x \big\|"),
        (r"\mathbb{1}_{\{i = j\}}", r"\mathbb{1}_{i = j}"),
        (r"\llbracket i = j \rrbracket", "[ i = j ]"),
        (r"\left< x, y \right>", r"\left\langle x, y \right\rangle"),
        (r"\fbox{$a = b$}", r"\fbox{a = b}"),
        (r"D(p||q)", "D(p||q)"),
        (r"||x|-|y||", "||x|-|y||"),
        (r"f^{'}(x)", "f'(x)"),
        (r"x \in \R^n", r"x \in \mathbb{R}^n"),
        (r"\lvert\lvert x \rvert\rvert", r"\lVert x \rVert"),
        (r"\norm{x - y}", r"\left\|x - y\right\|"),
    ],
)
def test_other_ways_to_write_it(written, meant):
    assert read(written) == meant


def test_what_a_page_defines_goes_before_what_is_known():
    assert read(r"\newcommand{\R}{\mathbf{R}} \R x") == r"\mathbf{R} x"


def test_every_character_knows_where_it_stood():
    written = r"\textcolor{red}{z\_i} = \underset{w}{\operatorname{argmin}} L"
    made = repaired(LocatedText.of(written), {})
    for sign in ("z", "i", "w", "L"):
        assert made.place(made.text.replace(r"\argmin", "#######").index(sign)) == (
            written.index(sign + "}") if sign != "L" and sign != "z" else written.rindex(sign)
        )


@pytest.mark.parametrize(
    "sum_of_products",
    [
        r"\sum\_{i=1}^n a\_i b\_i",
        r"\bbox[yellow]{\sum_{i=1}^n a_i b_i}",
        r"\textcolor{ForestGreen}{\sum_i a_i b_i}",
        r"\underset{i=1}{\overset{n}{\sum}} a_i b_i",
        r"\frac{\cancel{s}}{\cancel{s}} \sum_i a_i b_i",
        r"\underset{1 \times n}{b^\top} a",
        r"\left( \frac14 ||a + b||^2 - \frac14 ||a - b||_2^2 \right)",
    ],
)
def test_a_slip_beside_it_is_found(sum_of_products):
    page = rf"""{PAGE}
$$a^\top b = {sum_of_products}$$
$$a^\top b = 2 {sum_of_products}$$
"""
    assert judged(page) == "holds false"


def test_a_column_for_the_relation():
    page = (
        PAGE
        + r"""
$$\begin{align}
\|a - b\|^2 & = & (a-b)^\top(a-b) \\
&=& a^\top a - 2a^\top b + b^\top b && \text{(the dot product)} \\
&=& a^\top a + 2a^\top b + b^\top b
\end{align}$$
$$\begin{eqnarray*} a^\top b &=& \sum_i a_i b_i \\ &=& b^\top a \\ &=& a b^\top \end{eqnarray*}$$
$$\begin{align*} a^\top b \;&=\;& \sum_i a_i b_i && \text{(sum of products)} \\ \;&=\;& 2 b^\top a \end{align*}$$
$$\begin{array}{rcl} a^\top b &=& \sum_i a_i b_i \\ &=& \sum_i a_i \end{array}$$
"""
    )
    assert judged(page) == "holds holds false holds holds false holds false holds false"


def test_words_beside_a_row_do_not_take_its_place_in_the_chain():
    page = (
        PAGE
        + r"""
$$\begin{align}
a^\top b &= \sum_i a_i b_i && \text{(frobnicated)} \\
&= b^\top a
\end{align}$$
"""
    )
    assert [v.verdict for v in verdicts(page)] == ["holds", "holds", "unread"]


@pytest.mark.parametrize(
    ("title", "verdict"),
    [(r"\text{(Gate) }", "defines"), (r"\textbf{Loss: }", "defines"), (r"\text{(if $s > 0$) }", "unread")],
)
def test_words_before_an_equation_name_it(title, verdict):
    assert last(PAGE + f"$${title} g = a^\\top b$$").verdict == verdict


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        r"\underset{a",
        "||",
        r"\\{",
        "&=&",
        "^{*",
        "_{(=",
        "=",
        r"\_",
        r"\underbrace{x_a",
        r"\underset{\,",
        r"\left|",
    ],
)
def test_a_long_damaged_source_takes_no_time(piece):
    start = time.perf_counter()
    repaired(LocatedText.of(f"_{{({piece * (7_900 // len(piece))}"), {})
    assert time.perf_counter() - start < 2
