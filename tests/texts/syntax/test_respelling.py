"""Names that are written in another way."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.kinds import is_letter
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.respelling import joined, names_of, respelled
from mlp_theory.texts.syntax.unicode import whole


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
