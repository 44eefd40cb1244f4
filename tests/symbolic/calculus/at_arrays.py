"""Expressions at arrays of one's own, and derivatives of plain NumPy functions: the oracles of these tests."""

import numpy as np

from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.dimensions import Dimensions
from mlp_theory.symbolic.evaluate import evaluate
from mlp_theory.symbolic.expressions import Differential, Variable
from mlp_theory.symbolic.values import constant
from mlp_theory.symbolic.world import Frame, World


def value_at(expression, arrays, sizes=()):
    """The value of an expression where its letters are these arrays, by name; dW is called "dW"."""
    sizes, known = dict(sizes), {}
    for part in al.postorder(expression.node):
        if isinstance(part, Variable) or (isinstance(part, Differential) and isinstance(part.body, Variable)):
            name = part.key if isinstance(part, Variable) else f"d{part.body.key}"
            if name not in arrays:
                continue
            array = np.atleast_2d(np.asarray(arrays[name], dtype=float))
            for dim, size in zip(al.shape_of(part), array.shape, strict=True):
                assert dim == size or (isinstance(dim, str) and sizes.setdefault(dim, size) == size)
            known[part] = constant(array)
    names = list(sizes)
    sizes |= {"·".join(sorted((a, b))): sizes[a] * sizes[b] for a in names for b in names}
    world = World(Book(), Dimensions(), sizes, lambda key, rng: 1 / 0, 0)
    return evaluate(expression.node, Frame(world, replaced=known)).v


def jacobian_by_complex_step(f, X):
    """d vec(f)/d vec(X)ᵀ of a NumPy function: one complex step for each entry of X, column by column."""
    columns = []
    for k in range(X.size):
        step = np.zeros(X.size, dtype=complex)
        step[k] = 1e-30j
        columns.append(np.imag(f(X + step.reshape(X.shape, order="F"))).ravel(order="F") / 1e-30)
    return np.array(columns).T
