"""Expressions: equal ones are one object, and none can be changed."""

import dataclasses
import gc
import subprocess
import sys

import pytest

from mlp_theory.symbolic import expressions as ex
from mlp_theory.symbolic.book import Book, Definition, parts_of

MAKE = {
    "Number": lambda: ex.Number(0.5),
    "Size": lambda: ex.Size("n"),
    "a linear Size": lambda: ex.Size(("linear", (("K", 1),), -1)),
    "Symbol": lambda: ex.Symbol("W"),
    "Member": lambda: ex.Member("x", ex.Index("i")),
    "Index": lambda: ex.Index("i"),
    "Entry": lambda: ex.Entry(ex.Symbol("W"), ex.Index("i"), ex.Number(2.0)),
    "Row": lambda: ex.Row(ex.Symbol("W"), ex.Index("i")),
    "Column": lambda: ex.Column(ex.Symbol("W"), ex.Index("i")),
    "Call": lambda: ex.Call("add", (ex.Symbol("W"), ex.Number(1.0)), (1, -1)),
    "Apply": lambda: ex.Apply("f", (ex.Symbol("x"),), 1, False),
    "Map": lambda: ex.Map("u", ex.Index("u"), ex.Symbol("x"), 0),
    "At": lambda: ex.At(ex.Symbol("L"), ("w",), (ex.Number(3.0),)),
    "Over": lambda: ex.Over("sum", "i", ex.Number(1.0), ex.Size("n"), (), ex.Index("i"), False),
    "Compare": lambda: ex.Compare("<", ex.Index("i"), ex.Index("j")),
    "Piecewise": lambda: ex.Piecewise(
        ((ex.Number(1.0), ex.Compare("=", ex.Index("i"), ex.Index("j"))), (ex.Number(0.0), None))
    ),
    "Derivative": lambda: ex.Derivative(ex.Symbol("L"), ex.Symbol("W"), "gradient"),
}


@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_equal_expressions_are_one_object(make):
    assert make() is make()
    assert len({make(), make()}) == 1


def test_different_expressions_are_different_objects():
    assert len({make() for make in MAKE.values()}) == len(MAKE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (lambda: ex.Symbol("W"), lambda: ex.Symbol("w")),
        (lambda: ex.Symbol("i"), lambda: ex.Index("i")),
        (lambda: ex.Row(ex.Symbol("W"), ex.Index("i")), lambda: ex.Column(ex.Symbol("W"), ex.Index("i"))),
        (
            lambda: ex.Call("matmul", (ex.Symbol("A"), ex.Symbol("B"))),
            lambda: ex.Call("matmul", (ex.Symbol("B"), ex.Symbol("A"))),
        ),
        (lambda: ex.Call("norm", (ex.Symbol("A"),), (1,)), lambda: ex.Call("norm", (ex.Symbol("A"),), (2,))),
        (
            lambda: ex.Derivative(ex.Symbol("L"), ex.Symbol("W"), "row"),
            lambda: ex.Derivative(ex.Symbol("L"), ex.Symbol("W"), "gradient"),
        ),
        (lambda: ex.Apply("f", (ex.Symbol("x"),), 0, False), lambda: ex.Apply("f", (ex.Symbol("x"),), 1, False)),
    ],
    ids=["case", "kind", "class", "order", "data", "layout", "prime"],
)
def test_what_differs_in_one_thing_is_not_the_same(one, other):
    assert one() is not other()
    assert one() != other()


def _set_all(node):
    for field in dataclasses.fields(node):
        setattr(node, field.name, None)


@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_no_expression_can_be_changed(make):
    node = make()
    with pytest.raises(dataclasses.FrozenInstanceError):
        _set_all(node)
    for field in dataclasses.fields(node):
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(node, field.name)
    assert make() is node


def test_an_expression_that_nobody_holds_is_forgotten():
    held = [ex.Number(123456.5 + k) for k in range(100)]
    assert sum((ex.Number, number.value) in ex.Interned._pool for number in held) == len(held)
    held.clear()
    gc.collect()
    assert not any((ex.Number, 123456.5 + k) in ex.Interned._pool for k in range(100))


def test_a_shared_part_is_counted_once():
    """2²⁰⁰ leaves when written out, 201 parts as a graph."""
    node = ex.Symbol("x")
    for _ in range(200):
        node = ex.Call("add", (node, node), (1, 1))
    assert len(parts_of(node)) == 201


def test_a_book_follows_definitions_to_their_letters():
    book = Book(
        {
            "L": Definition(ex.Call("squared norm", (ex.Symbol("Z"),), (2,))),
            "Z": Definition(ex.Call("matmul", (ex.Symbol("W"), ex.Symbol("X")))),
        }
    )
    assert book.keys_of(ex.Symbol("L")) == {"L", "Z", "W", "X"}
    assert book.keys_of(ex.Symbol("Z")) == {"Z", "W", "X"}
    assert not book.has_derivative(ex.Symbol("L"))
    assert book.has_derivative(ex.Derivative(ex.Symbol("L"), ex.Symbol("Z"), "gradient"))


def test_every_name_of_the_engine_is_a_name_of_the_language():
    from mlp_theory import symbolic
    from mlp_theory.symbolic import engine

    assert set(engine.__all__) < set(symbolic.__all__)
    assert [n for n in engine.__all__ if getattr(symbolic, n) is not getattr(engine, n)] == []
    with pytest.raises(AttributeError, match="no attribute 'gradient'"):
        symbolic.gradient  # noqa: B018


def test_to_read_a_page_loads_no_engine():
    code = "import sys, mlp_theory.texts; print('mlp_theory.symbolic.calculus.derivation' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
