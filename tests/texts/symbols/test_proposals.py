"""What a page could say of a letter of which it says nothing, from what is known of it."""

import pytest

from mlp_theory.symbolic import Dim, plus
from mlp_theory.symbolic.dimensions import SizeOf
from mlp_theory.texts.symbols.proposals import Proposals
from mlp_theory.texts.symbols.records import Info
from tests.texts.symbols.small_pages import declare, name, page_of


def proposal(page, latex, r: Dim = 1, c: Dim = 1, label="", **more):
    base, _ = name(latex)
    return Proposals(page).of(Info(base.key + label, base.show, r, c, base, **more))


@pytest.mark.parametrize(
    ("r", "c", "says"),
    [
        (1, 1, r"$v \in \mathbb{R}$"),
        ("d", 1, r"$v \in \mathbb{R}^d$"),
        (12, 1, r"$v \in \mathbb{R}^{12}$"),
        ("K", "d", r"$v \in \mathbb{R}^{K \times d}$"),
        (1, "d", r"$v \in \mathbb{R}^{1 \times d}$"),
        ("d_1", 1, r"$v \in \mathbb{R}^{d_{1}}$"),
        ("n[1]", 1, r"$v \in \mathbb{R}^{n^{[1]}}$"),
        ("ℓ", 1, r"$v \in \mathbb{R}^{\ell}$"),
        (plus("h", "d", -1), "784", r"$v \in \mathbb{R}^{h - d \times 784}$"),
        (plus(plus(0, "d", 2), 1), 1, r"$v \in \mathbb{R}^{2d + 1}$"),
    ],
)
def test_sizes_of_the_page_are_called_by_their_names(r, c, says):
    page = page_of("v = v")
    for size in ("d", "K", "h", "d_1", "n[1]", "ℓ", "784"):
        page.dims.make_rigid(size)
    assert proposal(page, "v", r, c) == says


def test_open_sizes_get_letters_that_the_page_does_not_use():
    page = page_of(r"W x = d", r"\sum_{m=1}^{p} x_m")
    rows, columns = (page.dims.fresh(SizeOf(side, "W"), large=True) for side in ("rows", "columns"))
    assert proposal(page, "W", rows, columns) == r"$W \in \mathbb{R}^{n \times q}$"


def test_an_open_size_is_one_letter_in_all_that_is_said():
    page = page_of("W x = y")
    rows, columns = (page.dims.fresh(SizeOf(side, "W"), large=True) for side in ("rows", "columns"))
    proposals = Proposals(page)
    said = [proposals.of(Info(key, key, r, c, name(key)[0])) for key, r, c in [("x", columns, 1), ("W", rows, columns)]]
    assert said == [r"$x \in \mathbb{R}^d$", r"$W \in \mathbb{R}^{m \times d}$"]


def test_what_may_be_a_number_is_one():
    page = page_of("a = a")
    assert proposal(page, "a", page.dims.fresh(), page.dims.fresh()) == r"$a \in \mathbb{R}$"


def test_samples_are_declared_with_their_index_and_how_many_there_are():
    page = page_of("w^T x_i = 0", "w^T u^{(j)} = 0")
    declare(page, "w", "d", 1)
    assert proposal(page, "x", "d", count=page.dims.fresh(large=True)) == (
        r"$x_{i} \in \mathbb{R}^d$, $i = 1, \dots, m$"
    )
    assert proposal(page, "u", "d", count="n") == r"$u^{(j)} \in \mathbb{R}^d$, $j = 1, \dots, n$"


def test_an_index_of_which_the_page_says_how_far_it_runs_is_not_declared_again():
    page = page_of(r"\sum_{i=1}^n w^T x_i")
    assert proposal(page, "x", "d", count="n") == r"$x_{i} \in \mathbb{R}^d$"


@pytest.mark.parametrize(
    ("latex", "label", "says"),
    [
        (r"\mathbf{W}", "_out", r"$\mathbf{W}_{\mathrm{out}} \in \mathbb{R}$"),
        (r"\hat{\theta}", "_k", r"$\hat{\theta}_{k} \in \mathbb{R}$"),
        ("W", "[1]", r"$W_{1} \in \mathbb{R}$"),
        ("W", "(old)", ""),
    ],
)
def test_a_label_is_written_where_it_is_known_how(latex, label, says):
    assert proposal(page_of(f"{latex} = 0"), latex, label=label) == says


def test_a_function_maps_what_it_is_applied_to_to_numbers():
    proposals = Proposals(page_of("f(x) = 0"))
    base, _ = name("f")
    assert proposals.of_function(base, "n", 1) == r"$f : \mathbb{R}^n \to \mathbb{R}$"
    assert proposals.of_function(base, 1, 1) == r"$f : \mathbb{R} \to \mathbb{R}$"
    assert proposals.of_function(base, "m", "n") == r"$f : \mathbb{R}^{m \times n} \to \mathbb{R}$"
