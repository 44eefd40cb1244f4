"""Names that are written in another way."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.kinds import is_letter
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.respelling import joined, respelled, with_bare_name
from mlp_theory.texts.syntax.unicode import show, whole


def test_a_changed_name_keeps_its_place_and_the_rest_stays():
    def change(base, parts):
        return ("hat", parts) if base.letter == "x" else None

    assert whole(respelled(parse("x_i + y_{x}"), change)) == whole(parse(r"\hat x_i + y_{\hat x}"))


def test_a_name_in_braces_that_stays_is_looked_into():
    def change(base, parts):
        return ("hat", parts) if base.letter == "x" else None

    assert whole(respelled(parse(r"\frac{1}{{\sigma_x}}"), change)) == whole(parse(r"\frac{1}{{\sigma_{\hat x}}}"))


def test_a_d_and_its_name_become_one():
    def is_d(syn):
        return is_letter(syn, "d")

    def is_z(syn):
        base = base_of(syn[0] if syn.kind == "scripted" else syn)
        return base is not None and base.letter == "Z"

    names = [base.key for base, _, _ in names_in(joined(parse("d Z_1 X + d X"), is_d, is_z, "d"))]
    assert names == ["Z~d", "X", "d", "X"]


def test_a_name_gets_a_mark_and_other_scripts():
    """Each x loses what hangs on it, and gets a hat; y stays as it is."""
    change = lambda base, parts: (r"\hat", ()) if base.letter == "x" else None  # noqa: E731
    assert show(respelled(parse("x_1 + y_2"), change)) == show(parse(r"\hat{x} + y_2"))


def test_what_is_not_respelled_is_the_same():
    syn = parse(r"\frac{a}{b} + c")
    assert respelled(syn, lambda base, parts: None) is syn


def test_a_d_and_the_name_behind_it_become_one():
    syn = joined(
        parse("d x_i = y"), lambda s: is_letter(s, "d"), lambda s: base_of(s) is not None or s.kind == "scripted", "d"
    )
    assert [base.key for base, _, _ in names_in(syn)] == ["x~d", "i", "y"]


@pytest.mark.parametrize(
    ("body", "name", "bare"),
    [
        ("(a^{(i)} - y)^2", "a^{(i)}", "(a-y)²"),
        ("x_i^2 + 1", "x_i", "x²+1"),
        ("x_i + x_j", "x_i", None),
        ("x_i + x", "x_i", None),
        ("x_{ij}", "x_i", None),
    ],
)
def test_a_formula_without_the_index_of_its_parameter(body, name, bare):
    base, parts, _ = next(names_in(parse(name)))
    found = with_bare_name(parse(body), base, parts)
    assert (found if found is None else whole(found)) == bare
