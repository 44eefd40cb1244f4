"""Forms with indices at random arrays: every entry at once, and derivatives by complex step, which know no rule."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from mlp_theory.symbolic.book import Book, Definition, parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.checking import difference
from mlp_theory.symbolic.calculus.entries.places import number_of
from mlp_theory.symbolic.calculus.numbers import Draw, draw_array
from mlp_theory.symbolic.dimensions import Dim, Dimensions, plus
from mlp_theory.symbolic.evaluate import evaluate
from mlp_theory.symbolic.expressions import (
    Apply,
    Call,
    Compare,
    Derivative,
    Entry,
    Index,
    Named,
    Node,
    Number,
    Over,
    Symbol,
    Variable,
)
from mlp_theory.symbolic.limits import EvaluationError, MemoryLimitError
from mlp_theory.symbolic.values import Array, Value, align, constant
from mlp_theory.symbolic.world import Frame, World


def spoken(node: Node) -> Node:
    """An expression as the texts have it: every letter and every name a symbol, which may be varied."""
    match node:
        case Variable(key) | Named(key):
            return Symbol(key)
        case Call("place" | "after"):
            return number_of(node)
        case Call("cofactor", (Entry(body, i, j),), _):
            return _cofactor(spoken(body), spoken(i), spoken(j), al.shape_of(body)[0])
        case Call(op, args, data):
            return Call(op, tuple(spoken(arg) for arg in args), data)
        case Apply(key, args, order, scalar):
            return Apply(key, tuple(spoken(arg) for arg in args), order, scalar)
        case Over(kind, index, low, high, conditions, body, loop):
            return Over(kind, index, low, high, conditions, spoken(body), loop)
        case Entry(body, i, j):
            return Entry(spoken(body), spoken(i), spoken(j))
        case Derivative(body, Entry(letter), _) if not any(part is letter for part in parts_of(body)):
            return al.ZERO  # which the evaluator does not decide
        case Derivative(body, wrt, layout):
            return Derivative(spoken(body), spoken(wrt), layout)
        case Compare(op, left, right):
            return Compare(op, spoken(left), spoken(right))
    return node


def _cofactor(matrix: Node, i: Node, j: Node, rows: Dim) -> Node:
    """(−1)ⁱ⁺ʲ times the determinant of what is left without row i and column j."""
    k, l = Index("#row"), Index("#column")
    here, there = (Call("add", (n, Compare(">=", n, struck)), (1, 1)) for n, struck in ((k, i), (l, j)))
    fewer = plus(rows, 1, -1)
    minor = Call("determinant", (Call("spread", (Entry(matrix, here, there),), (k.name, l.name, fewer, fewer)),), ())
    sign = Call("power", (Number(-1.0), Call("add", (i, j), (1, 1))), ())
    return Call("times", (sign, minor), ())


class EntryDraw:
    """One draw of sizes and arrays for letters, and forms with indices there.

    Parameters
    ----------
    names : sequence of Named
        What is defined, in order; everything else is a letter.
    seed : int
    others : sequence of Node
        What else has letters and sizes.
    """

    def __init__(self, names: Iterable[Named], seed: int, others: Iterable[Node] = ()):
        names = list(names)
        draw = Draw([*(n.body for n in names), *others], seed)
        self.letters, self.seed = draw.variables, seed
        book = Book({n.key: Definition(spoken(n.body)) for n in names})
        self.world = World(book, Dimensions(), draw.sizes, self._array, seed)

    def _array(self, name: str, rng: np.random.Generator) -> Array:
        letter = self.letters[name]
        array = draw_array(letter, self.world.size(letter.rows), self.world.size(letter.columns), rng)
        if letter.assumptions:
            return array
        # A logarithm needs numbers above 0, an arcsine numbers between −1 and 1: draws of each kind take turns.
        return (array, np.abs(array) + 0.1, 0.9 * np.tanh(array))[self.seed % 3]

    def value(self, form: Node, ranges: dict[str, Dim]) -> Value:
        """The numbers of a form, for all values of its free indices."""
        frame = Frame(self.world)
        for name, dim in ranges.items():
            frame = frame.at(name, constant(np.arange(1.0, self.world.size(dim) + 1), (name,)))
        return evaluate(spoken(form), frame)

    def difference(self, before: Node, after: Node, ranges: dict[str, Dim]) -> float | None:
        """How far two forms are apart, in units of their rounding; None where this draw decides nothing."""
        try:
            values = [self.value(before, ranges), self.value(after, ranges)]
        except (EvaluationError, MemoryLimitError):
            return None
        zero = constant(0.0)
        constants = not any(isinstance(part, Variable) for part in (*parts_of(before), *parts_of(after)))
        if (constants or al.ZERO in (before, after)) and not any(value.v.any() for value in values):
            return 0.0
        error = _difference(*values)
        if error is None:  # of two numbers that are small beside their terms it can be said whether both are zero
            both = [_difference(value, zero) for value in values]
            error = max(e for e in both if e is not None) if None not in both else None
            return error if error is not None and error <= 1 else None
        return error


def _difference(a: Value, b: Value) -> float | None:
    axes, v, m = align([a, b])
    return difference(*(Value(axes, v[k], m[k]) for k in (0, 1)))
