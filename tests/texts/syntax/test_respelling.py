"""Names that are written in another way."""

import pytest

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.kinds import is_letter
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.respelling import joined, named, names_of, respelled
from mlp_theory.texts.syntax.unicode import show, whole
from tests.texts.syntax.parsed import item


def test_every_name_is_found_with_its_scripts_also_in_scripts():
    found = [(base.key, len(parts)) for base, parts in names_of(parse(r"\mathbf{h_t} + W_{x_i}^\top"))]
    assert found == [("h!", 1), ("t", 0), ("W", 2), ("x", 1), ("i", 0)]


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

    names = [base.key for base, _ in names_of(joined(parse("d Z_1 X + d X"), is_d, is_z, "d"))]
    assert names == ["Z~d", "X", "d", "X"]


@pytest.mark.parametrize(
    ("latex", "key", "scripts"),
    [
        ("x_i^2", "x", ["sub", "sup"]),
        (r"\mathbf{h_t}", "h!", ["sub"]),
        (r"{W^K}^\top", "W", ["sup", "sup"]),
        ("x", "x", []),
    ],
)
def test_a_name_is_taken_apart(latex, key, scripts):
    base, _, parts = named(item(latex))
    assert (base.key, [part.kind for part in parts]) == (key, scripts)


@pytest.mark.parametrize("latex", ["2", "(x)", r"\frac{a}{b}"])
def test_what_is_no_name(latex):
    assert named(item(latex)) is None


def test_every_name_also_in_scripts():
    assert [base.key for base, _ in names_of(parse("x_i = W y^{(k)}"))] == ["x", "i", "W", "y", "k"]


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
    assert [base.key for base, _ in names_of(syn)] == ["x~d", "i", "y"]
