"""Operations entry by entry: sums, products, powers, functions of numbers, the larger of several."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic.function_record import FUNCTIONS
from mlp_theory.symbolic.limits import allowed
from mlp_theory.symbolic.measured import measured_size
from mlp_theory.symbolic.operations import operation
from mlp_theory.symbolic.values import Array, Value, align, product_size
from mlp_theory.symbolic.world import Frame

ABSORBED = 1e-9
"""A summand this much smaller than the terms beside it cannot be judged to six digits once they cancel."""


def elementwise(frame: Frame, name: str, x: Value) -> Value:
    """f(x) entry by entry; |f'| and |f''| say how the magnitude grows."""
    f = FUNCTIONS[name]
    if f.kink is not None:
        frame.decide(x.v.real - f.kink, x.m.real)
    v = f.at(x.v)
    real = x.v.real
    first, second = f.growth(real)
    m = np.abs(v.real) + first * x.m.real
    if not f.straight and not frame.absorbed:
        # tanh(50 + x²), cos(10⁻⁹ x), e^(−800): the argument has left no trace in the value.
        lost = (first * np.abs(real) < ABSORBED * np.abs(v.real)) & (real != 0)
        if np.any(lost) or np.any((v.real == 0) & (first == 0) & np.isfinite(real) & (real != 0)):
            frame.absorbed = True
    if f.measured:
        return Value(x.axes, v, measured_size(lambda moved: f.at(moved[0]), [x.v], [x.m], v, 1))
    if np.iscomplexobj(v) or np.iscomplexobj(x.m):
        tangent = x.m.imag if np.iscomplexobj(x.m) else 0.0
        slope = np.abs(x.v.imag) if np.iscomplexobj(x.v) else 0.0
        m = m + 1j * np.maximum(first * tangent + second * x.m.real * slope, np.abs(v.imag))
    return Value(x.axes, v, m)


@operation("elementwise")
def _elementwise(frame: Frame, values: list[Value], data: tuple) -> Value:
    return elementwise(frame, data[0], values[0])


@operation("add")
def _add(frame: Frame, values: list[Value], data: tuple) -> Value:
    """A sum with signs; `data` holds them."""
    axes, v, m = align(values)
    total = sum(sign * part for sign, part in zip(data, v, strict=True))
    magnitude = sum(m)
    if not frame.absorbed:
        largest = np.abs(magnitude.real)
        for part, made_of in zip(v, m, strict=True):
            size = np.abs(part.real)
            # What is itself nothing but rounding has not been lost.
            if np.any((size > 1e-13 * made_of.real) & (size < ABSORBED * largest)):
                frame.absorbed = True
                break
    return Value(axes, total, magnitude)


@operation("times")
def times(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Entry by entry; a number, a column or a row is repeated."""
    product = values[0]
    for factor in values[1:]:
        axes, v, m = align([product, factor])
        allowed(np.broadcast_shapes(v[0].shape, v[1].shape))
        product = Value(axes, v[0] * v[1], product_size(v[0], m[0], v[1], m[1]))
    return product


@operation("divide")
def divide(_frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Entry by entry; what is divided by zero is nan."""
    axes, (a, b), (ma, mb) = align(values)
    b: Array = np.where(b.real == 0, np.nan, b)
    v = a / b
    size = np.abs(b.real)
    real = ma.real / size + np.abs(a.real) * mb.real / size**2
    if np.iscomplexobj(v):
        ta = ma.imag if np.iscomplexobj(ma) else 0.0
        tb = mb.imag if np.iscomplexobj(mb) else 0.0
        # |d(a/b)| and its own rounding: each factor once more over b.
        da = np.abs(a.imag) if np.iscomplexobj(a) else 0.0
        db = np.abs(b.imag) if np.iscomplexobj(b) else 0.0
        imaginary = (
            ta / size
            + (da * mb.real + ma.real * db + np.abs(a.real) * tb) / size**2
            + 2 * np.abs(a.real) * db * mb.real / size**3
        )
        return Value(axes, v, real + 1j * imaginary)
    return Value(axes, v, real)


@operation("power")
def _power(frame: Frame, values: list[Value], _data: tuple) -> Value:
    """Entry by entry; a whole exponent takes any base, another one only a positive base."""
    base, exponent = values
    axes, (b, e), (mb, _me) = align(values)
    if not np.iscomplexobj(e) and np.all(e == np.round(e)) and np.all(np.abs(e) <= 64):
        whole = e.real.astype(int)
        safe = np.where((b.real == 0) & (whole < 0), np.nan, b)
        v = _whole_power(safe, whole)
        n = np.abs(whole)
        size = np.abs(b.real)
        first = n * np.where(size > 0, size, 1.0) ** np.where(size > 0, whole - 1, 0)
        second = n * np.abs(whole - 1) * np.where(size > 0, size, 1.0) ** np.where(size > 0, whole - 2, 0)
        m = np.abs(v.real) + first * mb.real
        if np.iscomplexobj(v):
            tangent = mb.imag if np.iscomplexobj(mb) else 0.0
            m = m + 1j * (first * tangent + second * mb.real * np.abs(b.imag))
        return Value(axes, v, m)
    logarithm = elementwise(frame, "log", base)
    return elementwise(frame, "exp", times(frame, [exponent, logarithm], ()))


def _whole_power(base: Array, exponent: Array) -> Array:
    if exponent.size == 1 or np.all(exponent == exponent.flat[0]):
        n = int(exponent.flat[0])
        out = np.ones(np.broadcast_shapes(base.shape, exponent.shape), dtype=base.dtype)
        for _ in range(abs(n)):
            out = out * base
        return 1 / out if n < 0 else out
    return np.power(base, exponent)


@operation("larger")
def _larger(frame: Frame, values: list[Value], data: tuple) -> Value:
    """The largest (or, with data ("min",), the smallest) of several, entry by entry."""
    axes, v, m = align(values)
    out, size = v[0], m[0]
    for other, other_size in zip(v[1:], m[1:], strict=True):
        gap = other.real - out.real
        frame.decide(gap, size.real + other_size.real)
        take = gap < 0 if data == ("min",) else gap > 0
        out, size = np.where(take, other, out), np.where(take, other_size, size)
    return Value(axes, out, size)
