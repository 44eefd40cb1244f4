"""What the tests of the evaluator are built of: letters with arrays, short names for nodes, central differences."""

import numpy as np

from mlp_theory.symbolic import Book, Call, Definition, Dimensions, Frame, Index, Number, Over, Symbol, World, evaluate
from mlp_theory.symbolic.values import constant

SIZES = {"n": 4, "K": 3}
ONE, TWO, THREE = Number(1.0), Number(2.0), Number(3.0)
I, J = Index("i"), Index("j")


def arrays(seed=0):
    """A matrix of each kind: general (A, C: 3×4, B: 4×5), square (S, T), positive (P), columns and a family."""
    rng = np.random.default_rng(seed)
    return {
        "A": rng.standard_normal((3, 4)),
        "B": rng.standard_normal((4, 5)),
        "C": rng.standard_normal((3, 4)),
        "S": rng.standard_normal((4, 4)) + 3 * np.eye(4),
        "T": rng.standard_normal((2, 2)),
        "P": rng.uniform(0.2, 2.0, (3, 4)),
        "x": rng.standard_normal((4, 1)),
        "y": rng.standard_normal((3, 1)),
        "z": rng.standard_normal((3, 1)),
        "r": rng.standard_normal((1, 4)),
        "s": rng.standard_normal((1, 1)),
        "X": rng.standard_normal((5, 4, 1)),  # a family of 5 columns
    }


A, B, C, S, T, P, x, y, z, r, s = (Symbol(name) for name in "ABCSTPxyzrs")


def place(given, definitions=None, free=()):
    """Where to evaluate: arrays for all letters, definitions, and free indices with how many there are."""
    book = Book({key: Definition(node) for key, node in (definitions or {}).items()})
    frame = Frame(World(book, Dimensions(), SIZES, lambda key, _rng: given[key], seed=0))
    for name, count in free:
        frame = frame.at(name, constant(np.arange(1.0, count + 1), (name,)))
    return frame


def value(node, given=None, definitions=None, free=()):
    """The array of an expression; its free indices lead, in the order in which they are given."""
    found = evaluate(node, place(arrays() if given is None else given, definitions, free))
    assert set(found.axes) <= {name for name, _ in free}
    order = [found.axes.index(name) for name, _ in free if name in found.axes]
    return found.v.transpose([*order, len(order), len(order) + 1])


def op(name, *args, data=()):
    return Call(name, args, data)


def plus(*args, signs=None):
    return Call("add", args, signs or (1,) * len(args))


def f(name, arg):
    return Call("elementwise", (arg,), (name,))


def total(kind, index, high, body, conditions=(), low=ONE, loop=False):
    return Over(kind, index, low, high, tuple(conditions), body, loop)


def column_major(M):
    return np.array([[M[i, j]] for j in range(M.shape[1]) for i in range(M.shape[0])])


def slopes(function, at):
    """Fourth-order central differences: axes of the value, then axes of the variable."""
    out = np.zeros((*np.shape(function(at)), *at.shape))
    for where in np.ndindex(at.shape):
        step = np.zeros(at.shape)
        step[where] = h = 1e-3
        out[(..., *where)] = (
            8 * (function(at + step) - function(at - step)) - (function(at + 2 * step) - function(at - 2 * step))
        ) / (12 * h)
    return out
