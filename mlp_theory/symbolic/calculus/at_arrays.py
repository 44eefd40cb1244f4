"""An expression at arrays: what a gradient is, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from mlp_theory.errors import KindError, OptionError, ShapeError
from mlp_theory.symbolic.book import Book
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.table import show_shape
from mlp_theory.symbolic.dimensions import Dim, Dimensions
from mlp_theory.symbolic.evaluate import evaluate
from mlp_theory.symbolic.expressions import Named, Node, Variable
from mlp_theory.symbolic.limits import EvaluationError
from mlp_theory.symbolic.values import Value
from mlp_theory.symbolic.world import Frame, World


def at_arrays(expression: Expression, arrays: Mapping[str, Any]) -> np.ndarray:
    """The value of an expression where its letters are these arrays.

    Parameters
    ----------
    expression : Expression
    arrays : mapping of str to (rows, columns)
        For each letter, by its name, an array of its shape; a float for a number. The sizes are what the arrays say.

    Returns
    -------
    array : (rows, columns)

    Raises
    ------
    OptionError
        When a letter has no array.
    ShapeError
        When an array has not the shape of its letter.
    KindError
        When it is no expression, or a derivative stands in it unevaluated.

    Examples
    --------
    >>> from mlp_theory.symbolic import dims, gradients, matrix, squared_norm
    >>> K, d = dims("K d")
    >>> W = matrix("W", K, d)
    >>> at_arrays(gradients(squared_norm(W), [W])[W], {"W": np.array([[1.0, 2.0, 3.0]])})
    array([[2., 4., 6.]])
    """
    if not isinstance(expression, Expression):
        raise KindError("at_arrays needs an expression", expected="an expression", got=type(expression).__name__)
    parts = al.postorder(expression.node)
    sizes: dict[str, int] = {}
    leaves: dict[str, np.ndarray] = {}
    for part in parts:
        if isinstance(part, Variable):
            leaves[part.key] = _fitting(part, arrays, sizes)
    world = World(Book(), Dimensions(), sizes, lambda key, rng: leaves[key], 0)
    values: dict[Node, Value | Node] = {}
    frame = Frame(world, replaced=values)
    try:
        with np.errstate(all="ignore"):
            for part in parts:  # one after the other: a deep network needs no recursion
                values[part] = evaluate(part.body if isinstance(part, Named) else part, frame)
    except EvaluationError as error:
        raise KindError("This expression has no value", expected="letters and operations", got=str(error)) from None
    found = values[expression.node]
    assert isinstance(found, Value)
    return np.array(found.v.real)


def _fitting(letter: Variable, arrays: Mapping[str, Any], sizes: dict[str, int]) -> np.ndarray:
    """The array of a letter; what its sizes are is entered, or held against what they are already."""
    if letter.key not in arrays:
        raise OptionError(
            "A letter has no array", expected=f"{letter.key} : {show_shape((letter.rows, letter.columns))}", got="none"
        )
    array = np.asarray(arrays[letter.key], dtype=float)
    array = array.reshape(1, 1) if array.ndim == 0 else array
    known = [_size(dim, sizes, count) for dim, count in zip((letter.rows, letter.columns), array.shape, strict=False)]
    if array.ndim != 2 or list(array.shape) != known:
        raise ShapeError(
            f"The array of {letter.key} does not fit",
            expected=f"{letter.key} : {show_shape((letter.rows, letter.columns))}"
            + "".join(f", {name} = {size}" for name, size in sizes.items()),
            got=f"{letter.key} : {array.shape}",
        )
    return array


def _size(dim: Dim, sizes: dict[str, int], count: int) -> int:
    """The number that a size is; a name that is met for the first time is what the array says."""
    if isinstance(dim, str):
        return sizes.setdefault(dim, count)
    if isinstance(dim, int):
        return dim
    return dim[2] + sum(times * sizes.get(name, count) for name, times in dim[1])
