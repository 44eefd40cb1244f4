"""Expressions at arrays of one's own, and derivatives of plain NumPy functions: the oracles of these tests."""

import numpy as np

from mlp_theory.symbolic import Expression
from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.dimensions import Dimensions
from mlp_theory.symbolic.evaluate import evaluate
from mlp_theory.symbolic.expressions import Differential, Size, Variable
from mlp_theory.symbolic.values import constant
from mlp_theory.symbolic.world import Frame, World


def value_at(expression: Expression, arrays: dict[Expression, np.ndarray]) -> np.ndarray:
    """The value of an expression where its letters are these arrays."""
    known = {letter.node: np.asarray(array, dtype=float) for letter, array in arrays.items()}
    sizes = {}
    for node, array in known.items():
        for dim, size in zip(al.shape_of(node), array.shape, strict=True):
            if isinstance(dim, str):
                assert sizes.setdefault(dim, size) == size
    world = World(Book(), Dimensions(), _Sizes(sizes), lambda key, rng: np.empty((1, 1)), 0)
    frame = Frame(world, replaced={})
    for node, array in known.items():
        frame.replaced[node] = constant(array)
    missing = [p for p in al.postorder(expression.node) if isinstance(p, (Variable, Differential)) and p not in known]
    assert not [p for p in missing if not isinstance(p, Size)], f"no array for {missing}"
    return evaluate(expression.node, frame).v


class _Sizes(dict):
    """Sizes by name; that of K·n is the product."""

    def __missing__(self, name):
        return int(np.prod([self[factor] for factor in name.split("·")]))


def jacobian_by_complex_step(f, X: np.ndarray) -> np.ndarray:
    """d vec(f)/d vec(X)ᵀ of a NumPy function, one complex step for each entry of X, column by column."""
    columns = []
    for k in range(X.size):
        step = np.zeros(X.size, dtype=complex)
        step[k] = 1e-30j
        moved = f(X + step.reshape(X.shape, order="F"))
        columns.append(np.imag(moved).ravel(order="F") / 1e-30)
    return np.array(columns).T
