"""What a piece is, and what stands beside what."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import (
    chain_in,
    cut_at,
    factors,
    in_round_brackets,
    is_call,
    is_curly,
    is_letter,
    is_matrix,
    is_round,
    is_script,
    neighbours,
    nodes_but,
    summands,
)
from mlp_theory.texts.syntax.unicode import whole


def only(latex):
    (item,) = atoms(parse(latex))
    return item


def test_brackets_are_told_apart():
    assert is_round(only("(x)"))
    assert is_call(only("[x]"))
    assert not is_round(only("[x]"))
    assert is_curly(only(r"\{0, 1\}"))
    assert is_matrix(only(r"\begin{bmatrix} 1 & 2 \end{bmatrix}"))


def test_a_letter_is_one_without_a_font():
    assert is_letter(only("x"))
    assert not is_letter(only("x"), "y")
    assert not is_letter(only(r"\mathbf{x}"))


def test_terms_and_factors():
    assert [(sign, whole(term)) for sign, term in summands(parse("a - 2b"))] == [(1, "a"), (-1, "2b")]
    ((_, term),) = summands(parse(r"m \times n"))
    assert [[whole(x) for x in run] for run in cut_at(factors(term), r"\times")] == [["m"], ["n"]]


def test_neighbours_are_found_anywhere():
    pairs = {(whole(a), whole(b)) for a, b in neighbours(parse(r"\frac{x (1 - y)}{d z}"))}
    assert pairs == {("x", "(1-y)"), ("d", "z")}


def test_what_round_brackets_hold():
    inner = in_round_brackets(parse("{(i)}"))
    assert inner is not None
    assert whole(inner) == "i"
    assert in_round_brackets(parse("(i) j")) is None
    assert chain_in(parse("x")) is None


def test_some_nodes_are_passed_over():
    scripts = nodes_but(parse("x_i + i"), is_script)
    assert [whole(node) for node in scripts if is_letter(node)] == ["x", "i"]
