"""Expressions: equal ones are one object, and none can be changed."""

import dataclasses
import gc

import pytest

from mlp_theory.symbolic import (
    Apply,
    At,
    Call,
    Column,
    Compare,
    Derivative,
    Entry,
    Index,
    Map,
    Member,
    Number,
    Over,
    Piecewise,
    Row,
    Size,
    Symbol,
)
from mlp_theory.symbolic.book import Book, Definition, parts_of

MAKE = {
    "Number": lambda: Number(0.5),
    "Size": lambda: Size("n"),
    "a linear Size": lambda: Size(("linear", (("K", 1),), -1)),
    "Symbol": lambda: Symbol("W"),
    "Member": lambda: Member("x", Index("i")),
    "Index": lambda: Index("i"),
    "Entry": lambda: Entry(Symbol("W"), Index("i"), Number(2.0)),
    "Row": lambda: Row(Symbol("W"), Index("i")),
    "Column": lambda: Column(Symbol("W"), Index("i")),
    "Call": lambda: Call("add", (Symbol("W"), Number(1.0)), (1, -1)),
    "Apply": lambda: Apply("f", (Symbol("x"),), 1, False),
    "Map": lambda: Map("u", Index("u"), Symbol("x"), 0),
    "At": lambda: At(Symbol("L"), ("w",), (Number(3.0),)),
    "Over": lambda: Over("sum", "i", Number(1.0), Size("n"), (), Index("i"), False),
    "Compare": lambda: Compare("<", Index("i"), Index("j")),
    "Piecewise": lambda: Piecewise(((Number(1.0), Compare("=", Index("i"), Index("j"))), (Number(0.0), None))),
    "Derivative": lambda: Derivative(Symbol("L"), Symbol("W"), "gradient"),
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
        (lambda: Symbol("W"), lambda: Symbol("w")),
        (lambda: Symbol("i"), lambda: Index("i")),
        (lambda: Row(Symbol("W"), Index("i")), lambda: Column(Symbol("W"), Index("i"))),
        (lambda: Call("matmul", (Symbol("A"), Symbol("B"))), lambda: Call("matmul", (Symbol("B"), Symbol("A")))),
        (lambda: Call("norm", (Symbol("A"),), (1,)), lambda: Call("norm", (Symbol("A"),), (2,))),
        (lambda: Derivative(Symbol("L"), Symbol("W"), "row"), lambda: Derivative(Symbol("L"), Symbol("W"), "gradient")),
        (lambda: Apply("f", (Symbol("x"),), 0, False), lambda: Apply("f", (Symbol("x"),), 1, False)),
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
    from mlp_theory.symbolic.expressions import Interned

    held = [Number(123456.5 + k) for k in range(100)]
    assert sum((Number, number.value) in Interned._pool for number in held) == len(held)
    held.clear()
    gc.collect()
    assert not any((Number, 123456.5 + k) in Interned._pool for k in range(100))


def test_a_shared_part_is_counted_once():
    """2²⁰⁰ leaves when written out, 201 parts as a graph."""
    node = Symbol("x")
    for _ in range(200):
        node = Call("add", (node, node), (1, 1))
    assert len(parts_of(node)) == 201


def test_a_book_follows_definitions_to_their_letters():
    book = Book(
        {
            "L": Definition(Call("squared norm", (Symbol("Z"),), (2,))),
            "Z": Definition(Call("matmul", (Symbol("W"), Symbol("X")))),
        }
    )
    assert book.keys_of(Symbol("L")) == {"L", "Z", "W", "X"}
    assert book.keys_of(Symbol("Z")) == {"Z", "W", "X"}
    assert not book.has_derivative(Symbol("L"))
    assert book.has_derivative(Derivative(Symbol("L"), Symbol("Z"), "gradient"))
