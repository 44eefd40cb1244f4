"""What hangs on a name, as it is written."""

from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import all_above, all_below, primes_of, without_primes
from tests.texts.syntax.parsed import item, shown


def parts(latex):
    return unscripted(item(latex))[1]


def test_what_stands_below_and_above():
    found = parts("x_i'^{(2)}")
    assert (shown(all_below(found)), shown(all_above(found)), primes_of(found)) == (["i"], ["(2)"], 1)
    assert [part.kind for part in without_primes(found)] == ["sub", "sup"]


def test_primes_are_counted_and_taken_away():
    assert primes_of(parts("h'")) == 1
    assert primes_of(parts("h''")) == 2
    assert without_primes(parts("h'_t")) == tuple(part for part in parts("h'_t") if part.kind == "sub")
