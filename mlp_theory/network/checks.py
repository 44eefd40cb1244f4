"""What the network asks of its inputs before it multiplies them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from mlp_theory.errors import DataError, KindError, LabelError, OptionError, ShapeError


def as_numbers(who: str, name: str, values: Any, dtype: DTypeLike) -> np.ndarray:
    """Return `values` as an array of `dtype`, without a copy where none is needed.

    Raises
    ------
    KindError
        If the values are text, objects, complex numbers or of ragged length.
    """
    expected = f"{name} : an array of real numbers"
    if hasattr(values, "toarray"):
        raise KindError(
            f"{who} needs a dense array",
            expected=expected,
            got=f"{name} : {type(values).__name__}",
            mend=f"pass {name}.toarray()",
        )
    try:
        array = np.asarray(values)
    except ValueError:
        raise KindError(f"{who} needs an array", expected=expected, got=f"{name} : rows of unequal length") from None
    if array.dtype.kind not in "fiub":
        raise KindError(f"{who} needs numbers", expected=expected, got=f"{name} : dtype {array.dtype}")
    with np.errstate(over="ignore"):  # what float32 cannot hold becomes inf, and is refused as that
        return array.astype(dtype, copy=False)


def check_columns(who: str, name: str, values: Any, n_rows: int, dtype: DTypeLike = np.float64) -> np.ndarray:
    """Return `values` as an (n_rows, n) array of finite numbers, one example a column.

    Raises
    ------
    ShapeError
        If it has another shape, or no column. The message offers the transpose where that fits.
    DataError
        If an entry is nan or inf; the message names it.
    KindError
        If it is no array of real numbers.
    """
    array = as_numbers(who, name, values, dtype)
    if array.ndim != 2 or array.shape[0] != n_rows or array.shape[1] == 0:
        raise ShapeError(
            f"{who} does not fit its input",
            expected=f"{name} : ({n_rows}, n), one example per column",
            got=f"{name} : {array.shape}",
            mend=_mend_columns(name, array, n_rows),
        )
    check_finite(who, name, array)
    return array


def _mend_columns(name: str, array: np.ndarray, n_rows: int) -> str | None:
    if array.size == 0:
        return "the batch is empty: pass at least one column"
    if array.ndim == 1 and n_rows == 1:
        return f"one number per example? pass {name}[None, :]"
    if array.shape == (n_rows,):
        return f"one example? pass {name}[:, None]"
    if array.ndim == 2 and array.shape[1] == n_rows:
        return f"one example per row? pass {name}.T"
    if array.ndim > 2 and array[0].size == n_rows:
        return f"one example per block? pass {name}.reshape(len({name}), -1).T"
    return None


def check_finite(who: str, name: str, array: np.ndarray) -> None:
    """Raise `DataError`, naming the first bad column, unless every entry is finite."""
    if np.isfinite(array).all():
        return
    row, column = np.argwhere(~np.isfinite(array.T))[0][::-1]  # transposed: the first bad *column*
    bad = int((~np.isfinite(array)).any(axis=0).sum())
    raise DataError(
        f"{who} cannot compute with nan or inf",
        expected=f"{name} : finite numbers",
        got=f"{name}[{row}, {column}] = {array[row, column]}, in column {column} ({bad} of {array.shape[1]} columns)",
    )


def check_labels(who: str, t: Any, n: int | None, n_classes: int) -> np.ndarray:
    """Return `t` as an (n,) array of integers in [0, n_classes).

    Raises
    ------
    LabelError
        If they are no integers, not one-dimensional, out of range or of another count than `n`.
    """
    try:
        t = np.asarray(t)
    except ValueError:
        t = np.array(None)  # of unequal lengths: refused below, as anything that is no flat array
    count = "n" if n is None else n
    expected = f"t : ({count},) integers, one label per column"
    if t.ndim != 1:
        column_or_row = t.ndim == 2 and 1 in t.shape
        one_hot = t.ndim == 2 and t.shape[0] == n_classes and not column_or_row
        mend = "pass t.ravel()" if column_or_row else "one-hot? pass T.argmax(axis=0)" if one_hot else None
        raise LabelError(f"{who} needs a flat list of labels", expected=expected, got=f"t : {t.shape}", mend=mend)
    if t.dtype.kind not in "iu":
        text = t.dtype.kind in "USO"
        whole = t.dtype.kind == "b" or (t.dtype.kind == "f" and np.isfinite(t).all() and (t == np.round(t)).all())
        raise LabelError(
            f"{who} needs integer labels",
            expected=expected,
            got=f"t : dtype {t.dtype}" + ("" if t.size else ", no label at all"),
            mend="classes, t = numpy.unique(t, return_inverse=True)"
            if text and t.ndim and t.size
            else "pass t.astype(int)"
            if whole and t.size
            else None,
        )
    if n is not None and len(t) != n:
        raise LabelError(f"{who} needs one label per column", expected=expected, got=f"t : ({len(t)},)")
    outside = (t < 0) | (t >= n_classes)
    if outside.any():
        i = int(np.argmax(outside))
        raise LabelError(
            f"{who} does not know such a class",
            expected=f"Elements in array must be in the interval [0, {n_classes})",
            got=f"t[{i}] = {t[i]}",
            mend="labels from 1? pass t - 1" if t.min() >= 1 and t.max() == n_classes else None,
        )
    return t


def check_dtype(who: str, dtype) -> np.dtype:
    """Return float32 or float64 as a dtype; raise `OptionError` for anything else."""
    try:
        dtype = np.dtype(dtype)
    except TypeError:
        dtype = None
    if dtype not in (np.float32, np.float64):
        raise OptionError(
            f"{who} computes in real numbers", expected="dtype : float64 or float32", got=f"dtype : {dtype}"
        )
    return np.dtype(dtype)
