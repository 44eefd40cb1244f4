"""Exact values to hold a magnitude against: fractions for what is rational, 60 digits of `decimal` for what is not."""

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import permutations

import numpy as np

from mlp_theory.symbolic import Book, Definition, Dimensions, Frame, World, evaluate

EPS = float(np.finfo(float).eps)
ROUNDINGS = 200  # what the judge allows: this many roundings of a magnitude
SEEDS = range(6)


def measured(node, given, definitions=None, **sizes):
    """Value and magnitude, as arrays of one shape."""
    book = Book({key: Definition(body) for key, body in (definitions or {}).items()})
    world = World(book, Dimensions(), sizes, lambda key, _rng: given[key], seed=0)
    with np.errstate(all="ignore"):
        found = evaluate(node, Frame(world))
    assert found.axes == ()
    return found.v, np.broadcast_to(found.m, found.v.shape)


def assert_bounds(node, given, exact, *, at_most=1e9, **more):
    """The error is at most 200 roundings of the magnitude; the magnitude at most so many times the value."""
    v, m = measured(node, given, **more)
    for place in np.ndindex(v.shape):
        error = abs(Fraction(float(v[place])) - Fraction(exact[place]))
        bound = Fraction(ROUNDINGS * EPS * float(m[place]))
        assert error <= bound, f"entry {place}: off by {float(error):.3g}, allowed {float(bound):.3g}"
        assert m[place] <= at_most * abs(v[place]), f"entry {place}: {v[place]:.3g} of magnitude {m[place]:.3g}"


def exactly(array):
    """Floats are fractions."""
    return np.vectorize(lambda number: Fraction(float(number)), otypes=[object])(array)


def decimals(function):
    """An oracle with 60 digits, entry by entry."""

    def at(array):
        with localcontext(Context(prec=60)):
            return np.vectorize(lambda number: Fraction(function(Decimal(float(number)))), otypes=[object])(array)

    return at


def drawn(seed, *shape, scale=1.0):
    return np.random.default_rng(seed).standard_normal(shape) * scale


def tanh(u):
    return (u.exp() - (-u).exp()) / (u.exp() + (-u).exp())


def determinant(M):
    """Leibniz' sum over all permutations, exactly."""
    n = len(M)
    total = Fraction(0)
    for order in permutations(range(n)):
        sign = (-1) ** sum(order[i] > order[j] for i in range(n) for j in range(i + 1, n))
        term = Fraction(sign)
        for i in range(n):
            term *= M[i, order[i]]
        total += term
    return total


def inverse(M):
    """Cramer's rule, exactly."""
    n, whole = len(M), determinant(M)
    out = np.empty((n, n), dtype=object)
    for i in range(n):
        for j in range(n):
            minor = np.delete(np.delete(M, j, 0), i, 1)
            out[i, j] = (-1) ** (i + j) * determinant(minor) / whole
    return out


def nearly_singular(seed, n, distance):
    M = drawn(seed, n, n)
    M[-1] = M[0] + distance * M[-1]
    return M
