"""What a report proposes to add makes the lines readable that wait for it."""

from dataclasses import replace

import pytest

from mlp_theory import check_text
from mlp_theory.texts.checker import bench_for
from mlp_theory.texts.claims.item_verdicts import verdicts_on
from mlp_theory.texts.claims.proposing import with_proposals
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.symbols.proposals import Proposals
from mlp_theory.texts.verdicts.kind import Kind
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.roots import Root, RootKind


def proposed(page, letters, kind=RootKind.UNDECLARED, verdict: Kind = UNREAD):
    """What is proposed of these letters by the last line of a page, if it waits for them."""
    bench = bench_for(read_source(page), Settings())
    *_, item = bench.items
    waiting = replace(verdicts_on(bench, item)[-1], kind=verdict, roots=tuple(Root(x, kind) for x in letters))
    (told,) = with_proposals(bench, item, [waiting], Proposals(bench.page))
    return [root.proposal for root in told.roots]


@pytest.mark.parametrize(
    ("page", "letters", "says"),
    [
        (
            r"Let $W \in \mathbb{R}^{K \times d}$. $$\nabla_x\, y^\top W x = W^\top y$$",
            "xy",
            [r"$x \in \mathbb{R}^d$", r"$y \in \mathbb{R}^K$"],
        ),
        (
            r"$$\|Ax - b\|^2 = (Ax - b)^\top (Ax - b)$$",
            "Axb",
            [r"$A \in \mathbb{R}^{d \times m}$", r"$x \in \mathbb{R}^m$", r"$b \in \mathbb{R}^d$"],
        ),
        (
            r"$$\mathbf{a}^\top \mathbf{B} \mathbf{a} = \mathbf{a}^\top \mathbf{B}^\top \mathbf{a}$$",
            "aB",
            [r"$\mathbf{a} \in \mathbb{R}^d$", r"$\mathbf{B} \in \mathbb{R}^{d \times d}$"],
        ),
        (
            r"Let $w \in \mathbb{R}^d$. $$\sum_{i=1}^n w^\top x_i = w^\top \sum_{i=1}^n x_i$$",
            "x",
            [r"$x_{i} \in \mathbb{R}^d$"],
        ),
        (
            r"Let $w \in \mathbb{R}^d$. $$\sum_{i=1}^m w^\top x^{(i)} = w^\top \sum_{i=1}^m x^{(i)}$$",
            "x",
            [r"$x^{(i)} \in \mathbb{R}^d$"],
        ),
        (
            r"Let $x \in \mathbb{R}^n$. $$\nabla_x\, (f(x) + a^\top x) = \nabla_x f(x) + a$$",
            "fa",
            [r"$f : \mathbb{R}^n \to \mathbb{R}$", r"$a \in \mathbb{R}^n$"],
        ),
        (
            r"Let $x \in \mathbb{R}^n$. $$(x - \hat\mu \mathbf{1})^\top x = x^\top x - \hat\mu \sum_{i=1}^n x_i$$",
            ["μ\u0302"],
            [r"$\hat{\mu} \in \mathbb{R}$"],
        ),
        (
            r"Let $x \in \mathbb{R}^n$. $$\nabla_x\, u^\top (x \odot v) = u \odot v$$",
            "uv",
            [r"$u \in \mathbb{R}^n$", r"$v \in \mathbb{R}^n$"],
        ),
    ],
    ids=[
        "sizes of the page",
        "sizes of its own",
        "bold",
        "samples",
        "samples above",
        "a function",
        "a number",
        "entrywise",
    ],
)
def test_with_what_is_proposed_the_line_is_read(page, letters, says):
    given = proposed(page, letters)
    assert given == says
    comment = f"<!-- given: {'; '.join(given)} -->\n\n"
    assert check_text(comment + page).verdicts[-1].verdict == "holds"


@pytest.mark.parametrize("kind", [RootKind.UNDECLARED, RootKind.UNKNOWN_SET, RootKind.GUESSED])
def test_a_line_says_what_it_makes_of_a_letter_also_where_another_line_makes_it_a_number(kind):
    page = r"Let $x \in \mathbb{R}^d$. $$z = 2 v$$ $$\nabla_x\, v^\top x = v$$"
    (given,) = proposed(page, "v", kind)
    assert given == r"$v \in \mathbb{R}^d$"
    assert check_text(f"<!-- given: {given} -->\n\n{page}").verdicts[-1].verdict == "holds"


@pytest.mark.parametrize("kind", [RootKind.UNREAD, RootKind.CIRCULAR, RootKind.CONTRADICTED])
def test_of_what_the_page_defines_nothing_is_proposed(kind):
    """Declared, it would be cut off from what it is made of, and its derivatives would be zero."""
    assert proposed("$$y^\\top y = z$$", "y", kind) == [""]


def test_what_fails_as_it_is_written_is_not_proposed_as_it_is_written():
    assert proposed("$$y^\\top y = 2 y^\\top y + 1$$", "y", verdict=DOUBTFUL) == [""]


def test_a_line_that_is_not_read_for_another_reason_says_nothing_of_its_letters():
    assert proposed(r"$$\mathbf{v} \oint w = 1$$", "v") == [""]


def test_a_proposal_that_goes_wrong_costs_no_verdict(monkeypatch):
    monkeypatch.setattr(Proposals, "of", lambda *_: 1 / 0)
    assert proposed("$$y^\\top y = z$$", "y") == [""]


def test_a_proposal_teaches_the_page_nothing():
    """What a waiting line makes of its letters is forgotten again."""
    page = r"$$z = A^2$$ $$A x = b$$"
    bench = bench_for(read_source(page), Settings())
    before = (list(bench.page.infos.items()), dict(bench.page.dims.bound), list(bench.page.solver.pending))
    assert "A" in bench.page.infos
    *_, item = bench.items
    waiting = [replace(v, kind=UNREAD, roots=(Root("A", RootKind.UNDECLARED),)) for v in verdicts_on(bench, item)]
    with_proposals(bench, item, waiting, Proposals(bench.page))
    assert (list(bench.page.infos.items()), dict(bench.page.dims.bound), list(bench.page.solver.pending)) == before
