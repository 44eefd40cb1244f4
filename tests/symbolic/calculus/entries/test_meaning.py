"""What an entry of each operation is, held against the operation."""

import numpy as np
import pytest

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.meaning import MEANINGS, meaning
from mlp_theory.symbolic.calculus.entries.numbers import EntryDraw
from mlp_theory.symbolic.calculus.entries.terms import INNER, Indices
from mlp_theory.symbolic.calculus.entries.unfolding import lettered, unfold
from mlp_theory.symbolic.calculus.table import TABLE
from mlp_theory.symbolic.expressions import Call, Entry, Index, Named
from tests.symbolic.calculus.entries.operations import CONSTANTS, OPERATIONS, A, S

EVERYTHING = {name: op for name, op in {**OPERATIONS, **CONSTANTS}.items() if name not in ("inverse", "where largest")}
CLOSED = {"inverse", "where largest"}
"""What is no short expression of entries, and stands for itself."""


def entries_by_meaning(node, draw):
    """The matrix that the meaning of an operation gives, entry by entry."""
    rows, columns = al.shape_of(node)
    i, j = (al.ONE if dim == 1 else Index(name) for name, dim in (("r", rows), ("s", columns)))
    form = meaning(node, i, j, Indices("rs"))
    value = draw.value(form, {index.name: dim for index, dim in ((i, rows), (j, columns)) if index is not al.ONE})
    sizes = {"r": draw.world.size(rows), "s": draw.world.size(columns)}
    array = value.v[..., 0, 0]
    for name in "rs":  # an index that the entry does not depend on
        if name not in value.axes:
            array = np.broadcast_to(np.expand_dims(array, -1), (*array.shape, sizes[name]))
    order = [*value.axes, *(name for name in "rs" if name not in value.axes)]
    return np.transpose(array, [order.index(name) for name in "rs"])


@pytest.mark.parametrize("name", EVERYTHING)
@pytest.mark.parametrize("seed", range(2, 9, 3))  # draws between -1 and 1
def test_the_entries_of_an_operation_are_those_of_its_value(name, seed):
    node = EVERYTHING[name]
    if name in ("log", "sqrt", "root as a power"):
        seed -= 1  # draws above 0
    draw = EntryDraw([Named("F", node)], seed)
    expected = draw.value(Named("F", node), {}).v
    np.testing.assert_allclose(entries_by_meaning(node, draw), expected, rtol=1e-12, atol=1e-14)


def test_every_operation_has_a_meaning_or_stands_for_itself():
    assert set(TABLE) == set(MEANINGS) | CLOSED
    assert set(MEANINGS) == {op.op for op in EVERYTHING.values() if isinstance(op, Call)}


@pytest.mark.parametrize("op", ["inverse", "where largest"])
def test_what_stands_for_itself_is_not_opened(op):
    whole = Entry(Call(op, (S,), ()), Index("r"), Index("s"))
    assert unfold(whole) == [(whole, [])]


@pytest.mark.parametrize(
    "node", [Call("inverse", (S,), ()), Call("largest entry", (S,), ("row",)), Call("?", (S,), ())]
)
def test_what_has_no_meaning_in_entries_says_so(node):
    with pytest.raises(OptionError, match=r"no short expression of the entries|Only the largest entry of a column"):
        meaning(node, Index("r"), Index("s"), Indices("rs"))


def test_a_wrong_meaning_would_be_seen(monkeypatch):
    """The test's own check: with the indices the other way round, a square matrix is not its entries."""
    monkeypatch.setitem(MEANINGS, "elementwise", lambda node, i, j, _: Call(node.op, (Entry(S, j, i),), node.data))
    node = Call("elementwise", (S,), ("exp",))
    draw = EntryDraw([Named("F", node)], 2)
    expected = draw.value(Named("F", node), {}).v
    assert not np.allclose(entries_by_meaning(node, draw), expected)


def test_indices_are_never_called_as_something_else_is():
    assert [Indices("ikr").one("m").name for _ in range(2)] == ["j", "j"]
    indices = Indices(("i", "k"))
    assert [indices.one("m").name for _ in range(3)] == ["j", "l", "m"]
    assert indices.one(1) is al.ONE
    with pytest.raises(OptionError, match="too many indices"):
        Indices(INNER).one("m")


def test_sums_beside_each_other_share_their_letter_and_sums_inside_each_other_do_not():
    body = Call("add", (Call("matmul", (A, al.transpose(A)), ()), S), (1, 1))
    (form, _) = unfold(Entry(Call("matmul", (body, S), ()), Index("r"), Index("s")))[-1]
    once = lettered(form, ("i", "j"))
    assert once.index == "i"
    with pytest.raises(OptionError, match="too many sums inside each other"):
        lettered(form, ("i",))
