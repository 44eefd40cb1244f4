"""What hangs on a name: indices, labels, transposes, powers, primes."""

import pytest

from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import is_transposed, scripts_of
from mlp_theory.texts.syntax.unicode import whole
from tests.texts.syntax.parsed import item, shown

PLAIN = frozenset("T")


def scripts(latex, transposes=PLAIN):
    return scripts_of(unscripted(item(latex))[1], transposes=transposes)


@pytest.mark.parametrize(
    ("latex", "subs", "words"),
    [
        ("x_i", ["i"], []),
        ("W_{ij}", ["i", "j"], []),
        (r"d_{\text{in}}", [], ["in"]),
        (r"x_{i,\mathrm{new}}", ["i"], ["new"]),
        ("x_*", [], ["*"]),
        (r"x_\infty", [], ["∞"]),
        ("x_{(2)}", [], ["(2)"]),
    ],
)
def test_indices_and_labels_below(latex, subs, words):
    found = scripts(latex)
    assert (shown(found.subs), found.words) == (subs, words)


def test_a_relation_below_is_a_condition():
    assert whole(scripts(r"x_{i \ne j}").condition) == "i≠j"


@pytest.mark.parametrize(
    ("latex", "kinds"),
    [
        (r"A^\top", ["T"]),
        ("A^T", ["T"]),
        (r"A^{\mathsf T}", ["T"]),
        ("A^{-1}", ["inverse"]),
        ("A^{-T}", ["inverse T"]),
        ("x^2", ["power"]),
        ("x^{n+1}", ["power"]),
        ("x^{-2}", ["power"]),
        ("x^{(i)}", ["bracket"]),
        ("W^{[l-1]}", ["square"]),
        (r"W^{[l]\top}", ["square", "T"]),
        ("x^{(a b + c)}", ["power"]),
        (r"A^{\odot 2}", ["power"]),
    ],
)
def test_what_stands_above(latex, kinds):
    assert [kind for kind, _ in scripts(latex).sups] == kinds


def test_an_entrywise_power_is_told_from_another():
    assert [content.kind for _, content in scripts(r"A^{\odot 2}").sups] == ["entrywise"]


def test_marks_above_are_labels_and_primes_are_counted():
    assert scripts("x^*").words == ["*"]
    assert scripts(r"x^{\text{new}}").words == ["^new"]
    assert scripts("f''").primes == 2


@pytest.mark.parametrize(
    ("latex", "transposes", "expected"),
    [
        (r"x^\top", "", True),
        ("x^T", "T", True),
        ("x^T", "", False),
        ("x^t", "Tt", True),
        ("x_T", "T", False),
        ("x", "T", False),
    ],
)
def test_which_letters_are_transposes_the_page_says(latex, transposes, expected):
    assert is_transposed(unscripted(item(latex))[1], frozenset(transposes)) is expected
