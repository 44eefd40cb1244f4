"""Indices that run."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.ranges import binder_of, is_real_line, ranges_of, set_bounds, unit_vectors_spelled_out
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import first, shown


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"i = 1, \dots, n", [("i", "1", "n")]),
        (r"i, j = 1, \dots, n", [("i", "1", "n"), ("j", "1", "n")]),
        (r"l = L, \dots, 1", [("l", "1", "L")]),  # counted down, it runs over the same
        (r"k = 1 \dots K", [("k", "1", "K")]),
        ("i = 1, 2, 3", [("i", "1", "3")]),
        (r"i \in \{1, \dots, n\}", [("i", "1", "n")]),
        (r"i, j \in \{0, 1, \dots, n - 1\}", [("i", "0", "n-1"), ("j", "0", "n-1")]),
        (r"1 \le i \le n", [("i", "1", "n")]),
    ],
)
def test_an_index_with_its_ends(latex, expected):
    assert [(letter, whole(first), whole(last)) for letter, first, last in ranges_of(parse(latex))] == expected


def test_an_index_may_run_in_brackets():
    assert len(ranges_of(first("parens", r"(i = 1, \dots, n)"))) == 1


@pytest.mark.parametrize(
    "latex",
    ["i", "i = 1", r"i = 1, 2, \dots", r"x \in \mathbb{R}", r"0 < i < n", r"\mathbf{i} = 1, \dots, n", "a = b = c"],
)
def test_where_nothing_runs(latex):
    assert ranges_of(parse(latex)) == []


@pytest.mark.parametrize(
    ("latex", "bounds"),
    [
        (r"\{1, \dots, n\}", ["1", "n"]),
        (r"[1, \dots, n]", ["1", "n"]),
        (r"\{0, 1\}", None),
        (r"\{1, \dots, n\}^2", None),
    ],
)
def test_the_ends_of_a_set(latex, bounds):
    found = set_bounds(parse(latex))
    assert (shown(found) if found else None) == bounds


@pytest.mark.parametrize(
    ("latex", "expected"), [(r"\mathbb{R}", True), (r"\mathbb{R}^n", False), (r"\mathbb{N}", False)]
)
def test_the_real_line(latex, expected):
    assert is_real_line(parse(latex)) is expected


@pytest.mark.parametrize(
    ("latex", "last"),
    [
        ("e_1, e_2, e_3", "e3"),
        (r"\mathbf{e}_1, \mathbf{e}_2", "e2"),
        ("e_1, e_3", None),
        ("e_2, e_1", None),
        ("a_1, a_2", None),
        ("e_1", None),
    ],
)
def test_unit_vectors_without_dots(latex, last):
    found = unit_vectors_spelled_out(list_parts(parse(latex)))
    assert (found is None) == (last is None)
    assert found is None or whole(found[1]) in (last, "e₃", "e₂", "e_3", "e_2")


@pytest.mark.parametrize(
    ("latex", "letters", "ends"),
    [
        (r"\sum_{i=1}^n x_i", ["i"], ["1", "n"]),
        (r"\prod_{l=2}^{L-1} x_l", ["l"], ["2", "L-1"]),
        (r"\sum_i x_i", ["i"], None),
        (r"\sum_{i,j} x_{ij}", ["i", "j"], None),
        (r"\max_k z_k", ["k"], None),
        (r"\sum_{j \ne i} x_j", ["j"], None),
        (r"\sum_{i=1} x_i", ["i"], None),
    ],
)
def test_what_an_operator_binds(latex, letters, ends):
    binder = binder_of(atoms(parse(latex))[0])
    assert binder.letters == letters
    assert (binder.ends and [whole(end) for end in binder.ends]) == ends


@pytest.mark.parametrize("latex", ["x_i", r"\sum", r"\sum^n", "x"])
def test_what_binds_nothing(latex):
    assert binder_of(atoms(parse(latex))[0]) is None
