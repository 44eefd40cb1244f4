"""One letter with several meanings: which one it has at a place, and where that reaches."""

from mlp_theory.texts.conventions.meanings import Opening, region_of, tell_apart
from mlp_theory.texts.items import items_of
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base

PAGE = """$x = a$

* $x = b$, where $x_c = b$

$x = c$

$x = d$
"""


def opened(bare=False, until_item=False):
    """The page with a second meaning of x from its item on, and the names of x in their order."""
    source = read_source(PAGE)
    items = list(items_of(source, {}, "", own=True))
    region = items[1].piece.region
    opening = Opening(items[1].place(), "x", 1, items[1].place(), bare, region if until_item else None)
    tell_apart(items, (opening,))
    names = [base for item in items for base, _, _ in names_in(tuple(item.syns)) if base.letter == "x"]
    return [base.key for base in names], (opening,), names


def test_a_meaning_reaches_to_the_end():
    keys, _, _ = opened()
    assert keys == ["x", "x~anew2", "x~anew2", "x~anew2", "x~anew2"]


def test_that_of_an_item_ends_with_it():
    keys, _, _ = opened(until_item=True)
    assert keys == ["x", "x~anew2", "x~anew2", "x", "x"]


def test_a_function_leaves_other_names_with_labels_alone():
    keys, _, _ = opened(bare=True)
    assert keys == ["x", "x~anew2", "x", "x~anew2", "x~anew2"]


def test_nobody_sees_the_mark():
    _, _, names = opened()
    assert {name.show for name in names} == {"x"}


def test_where_a_meaning_reaches_is_told():
    _, meanings, names = opened(until_item=True)
    assert region_of(meanings, names[0]) == "lines 1–2"
    assert region_of(meanings, names[1]) == "lines 3–3"
    assert not region_of(meanings, Base("y"))
