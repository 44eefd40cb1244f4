"""The −1 above something."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.inverses import as_inverse, without_inverse
from mlp_theory.texts.syntax.unicode import whole


def bare(latex):
    (item,) = atoms(parse(latex))
    found = without_inverse(item)
    return None if found is None else whole(found)


def test_it_is_taken_away_where_nothing_else_stands_above():
    assert bare("S_N^{-1}") == whole(parse("S_N"))
    assert bare("S^{-2}") is None
    assert bare("S_N") is None


def test_it_is_hung_on_in_brackets():
    assert whole(as_inverse(parse("A + I"))) == whole(parse("(A + I)^{-1}"))
