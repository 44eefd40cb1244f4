"""Values with named axes, each with the magnitude of the terms that made it.

The magnitude is what rounding errors are measured against: in x + 10⁹ − 10⁹ it is 10⁹, not x. When a
value carries a tangent in its imaginary part (a complex step), so does the magnitude, with absolute
values throughout: ∂softmax(z + c1)/∂c is seen to be zero, and not to have a relative error of one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_theory.symbolic.limits import MAX_ELEMENTS, MemoryLimitError

Array = Any
"""An array of floats, or of complex numbers where a tangent is carried; NumPy's types offer no name for both."""

SECOND_ORDER = 1e-13
"""A rounding error in units of a magnitude, with room to spare: the weight of a product of two errors."""


@dataclass(frozen=True)
class Value:
    """An array with named leading axes.

    Attributes
    ----------
    axes : tuple of str
        The names of the leading axes.
    v : (…, rows, columns)
        The numbers.
    m : (…, rows, columns)
        The sum of the absolute terms that made them.
    """

    axes: tuple[str, ...]
    v: Array
    m: Array

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.v.shape[-2], self.v.shape[-1]


def constant(number: float | Array, axes: tuple[str, ...] = ()) -> Value:
    """A value that is exact."""
    array = np.asarray(number, dtype=float)
    if array.ndim < 2 + len(axes):
        array = array.reshape(*array.shape[: len(axes)], 1, 1)
    return Value(axes, array, np.abs(array))


def align(values: Sequence[Value]) -> tuple[tuple[str, ...], list[Array], list[Array]]:
    """Give all values the same leading axes, of size 1 where they had none.

    Returns
    -------
    axes, v, m
        The names, and the arrays of numbers and magnitudes.
    """
    axes = values[0].axes
    if all(value.axes == axes for value in values):
        return axes, [value.v for value in values], [value.m for value in values]
    names: dict[str, int] = {}
    for value in values:
        for name, size in zip(value.axes, value.v.shape, strict=False):
            if names.get(name, 1) == 1:
                names[name] = size
    order = tuple(names)
    elements = 1
    for size in names.values():
        elements *= size
    rows = max(value.v.shape[-2] for value in values) * max(value.v.shape[-1] for value in values)
    if elements * rows > MAX_ELEMENTS:
        raise MemoryLimitError
    numbers, magnitudes = [], []
    for value in values:
        where = {name: k for k, name in enumerate(value.axes)}
        permutation = [where[name] for name in order if name in where]
        shape = [value.v.shape[where[name]] if name in where else 1 for name in order]
        tail = [len(value.axes), len(value.axes) + 1]
        numbers.append(value.v.transpose(permutation + tail).reshape(*shape, *value.v.shape[-2:]))
        magnitudes.append(value.m.transpose(permutation + tail).reshape(*shape, *value.m.shape[-2:]))
    return order, numbers, magnitudes


def same_kind(v: Array, m: Array) -> Array:
    """Magnitudes as complex as the numbers."""
    return m.astype(complex) if np.iscomplexobj(v) and not np.iscomplexobj(m) else m


def product_size(
    a: Array,
    ma: Array,
    b: Array,
    mb: Array,
    times: Callable[[Array, Array], Array] = np.multiply,
) -> Array:
    """The magnitude of a product: |a| δb + δa |b|, and δa δb for factors that have cancelled altogether."""
    return times(absolute(a), mb) + times(ma, absolute(b)) + SECOND_ORDER * times(ma, mb)


def absolute(v: Array) -> Array:
    """|value| and |tangent|, kept apart."""
    if np.iscomplexobj(v):
        return np.abs(v.real) + 1j * np.abs(v.imag)
    return np.abs(v)


def modulus(x: Array) -> Array:
    """|x| with its tangent, which `np.abs` would lose; at 0 it goes on as on the left."""
    return np.where(x.real > 0, x, -x)
