r"""Pages of Jacobians, Hessians and differentials: every line holds as it is read back, and damaged ones are false."""

import re

import pytest

from mlp_theory.symbolic import hessian, jacobian, matrix, squared_norm, trace
from mlp_theory.texts.check import check_text
from tests.symbolic.calculus.worked_examples import DIFFERENTIALS, JACOBIANS, R, S, W, d, m, n

PAGES = {
    **JACOBIANS,
    **{f"{name}, turned": lambda name=name: JACOBIANS[name]().in_layout("denominator") for name in JACOBIANS},
    **DIFFERENTIALS,
}


def verdicts(page):
    return check_text(page).verdicts


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("name", PAGES)
def test_every_line_of_a_page_holds(name):
    derived = PAGES[name]()
    found = verdicts(derived.to_markdown())
    assert {v.verdict for v in found} <= {"declares", "defines", "holds"}
    gradient = getattr(derived, "gradient", None)
    of_gradient = 1 + len(gradient.lines) if gradient else 0
    assert sum(v.verdict == "holds" for v in found) == len(derived.lines) + of_gradient


def damaged(page, old, new):
    """The page with one sign, transpose or factor changed in its last equation that has it."""
    at = page.rindex(old)
    return page[:at] + new + page[at + len(old) :]


SLIPS = {
    "a sign": ("softmax", r"- p p^\top", r"+ p p^\top"),
    "a factor": ("A X B", r"= V^\top \otimes U", r"= 2 V^\top \otimes U"),
    "a transpose": ("A X B", r"= V^\top \otimes U", r"= V^\top \otimes U^\top"),
    "swapped Kronecker factors": ("A X B", r"= V^\top \otimes U", r"= U \otimes V^\top"),
    "swapped Kronecker factors of one size": ("an inverse", r"-S^{-\top} \otimes S^{-1}", r"-S^{-1} \otimes S^{-\top}"),
    "the sign of an inverse": ("an inverse", r"= -S^{-\top}", r"= S^{-\top}"),
    "the other commutation matrix": ("a transpose", r"= K_{m,n}", r"= K_{n,m}"),
    "no commutation matrix": ("a Gram matrix", r" K_{m,n}", ""),
    "the other layout": ("a column, by its weights, turned", r"\otimes I_{K}", r"\otimes 2 I_{K}"),
    "a lost factor 1/n": ("Hessian of logistic regression", r"\frac{1}{n} X", "X"),
    "a lost inner factor": ("Hessian of logistic regression", r"s \odot (1 - s)", "s"),
    "swapped factors of a Hessian": (
        "Hessian of softmax regression",
        r"x x^\top \otimes (\mathrm{diag}(p) - p p^\top)",
        r"(\mathrm{diag}(p) - p p^\top) \otimes x x^\top",
    ),
    "half a quadratic form": ("Hessian of a quadratic form", r"= A + A^\top", r"= A"),
    "a derivative left out": ("a function of every entry", r"f'(", "f("),
    "the sign of a differential": ("d inverse", r"= -S", "= S"),
    "a lost term": ("d linear layer", r" + (\mathrm{d}b) \mathbf{1}_{n}^\top", ""),
    "a transposed increment": ("d inverse", r"(\mathrm{d}S)", r"(\mathrm{d}S)^\top"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_false_at_its_line_and_nowhere_else(slip):
    name, old, new = SLIPS[slip]
    page = PAGES[name]().to_markdown()
    wrong = damaged(page, old, new)
    line = wrong[: page.rindex(old)].count("\n") + 1
    assert [(v.line, v.verdict) for v in verdicts(wrong) if v.verdict not in ("declares", "defines", "holds")] == [
        (line, "false")
    ]


@pytest.mark.sample(every=5)
@pytest.mark.parametrize("name", [name for name in JACOBIANS if "batch" not in name])
def test_every_line_of_a_jacobian_twice_as_large_is_false(name):
    page = JACOBIANS[name]().to_markdown()
    head, tail = page.split("## Hessian" if "## Hessian" in page else "## Jacobian")
    lines = [
        match.start()
        for match in re.finditer(r"^\$\$(\\mathrm|\\frac\{\\partial (\\mathrm\{vec\}|[a-zA-Z] ))", tail, re.M)
    ]
    assert lines
    for at in lines:
        equals = tail.index(" = ", at) + 3
        end = tail.index("$$", equals)
        wrong = f"{head}## Jacobian{tail[:equals]}2 ({tail[equals:end]}){tail[end:]}"
        found = [v for v in verdicts(wrong) if v.verdict not in ("declares", "defines", "holds")]
        assert [v.verdict for v in found] == ["false"]


def test_each_line_stands_behind_its_laws():
    page = JACOBIANS["A X B"]().to_markdown()
    assert page.splitlines()[-3:] == [
        "*identification; numbers, ones and brackets*",
        "",
        r"$$\frac{\partial \mathrm{vec}(F)}{\partial \mathrm{vec}(R)^\top} = V^\top \otimes U$$",
    ]
    assert r"$\mathrm{d}R \in \mathbb{R}^{m \times n}$" in page


def test_the_denominator_layout_is_written_as_people_write_it():
    page = JACOBIANS["A X B"]().in_layout("denominator").to_markdown()
    assert r"\frac{\partial \mathrm{vec}(F)^\top}{\partial \mathrm{vec}(R)} = V \otimes U^\top" in page


@pytest.mark.parametrize(
    "derived",
    [
        lambda: jacobian(W.T, W),
        lambda: jacobian((matrix("K", d, m) @ R).T, R),
        lambda: hessian(squared_norm(matrix("K", d, n)), matrix("K", d, n)),
        lambda: jacobian(trace(S @ S), S),
        lambda: jacobian(matrix("Q", 2, 3).T @ matrix("Q", 2, 3), matrix("Q", 2, 3)),
    ],
    ids=["sizes called K", "a matrix called K", "a variable called K", "a number", "sizes that are numbers"],
)
def test_names_and_sizes_that_could_be_taken_for_others_hold_too(derived):
    assert {v.verdict for v in verdicts(derived().to_markdown())} <= {"declares", "defines", "holds"}


def test_a_gradient_in_full_is_a_page_too():
    gradient = hessian(squared_norm(W @ matrix("X", d, n)), W).gradient
    assert {v.verdict for v in verdicts(gradient.in_full(W).to_markdown())} <= {"declares", "defines", "holds"}
