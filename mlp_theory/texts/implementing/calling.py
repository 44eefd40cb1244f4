"""Calling somebody's function: what it takes, and what it gives back as a matrix."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from mlp_theory.errors import KindError
from mlp_theory.symbolic.values import Array


class CallError(Exception):
    """A function that cannot be held against the equation; the message says why."""


def arguments_of(who: str, function: Callable[..., Any]) -> list[inspect.Parameter]:
    """The arguments of a function that stand for letters.

    Raises
    ------
    KindError
        When it is no function, or its arguments have no names.
    """
    if not callable(function):
        raise KindError(f"{who} is no function", expected="a function of NumPy arrays", got=type(function).__name__)
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        raise KindError(f"{who} does not say its arguments", expected="def f(W, X): …", got=repr(function)) from None
    if any(p.kind is p.VAR_POSITIONAL for p in parameters):
        raise KindError(f"{who} takes any number of arguments", expected="arguments with names", got="*args")
    return [p for p in parameters if p.kind is not p.VAR_KEYWORD]


class Caller:
    """Calls a function with matrices; where it takes columns as (m, 1) badly, with one-dimensional ones from then on.

    Parameters
    ----------
    who : str
    function : callable
    parameters : sequence of inspect.Parameter
    part : int, optional
        Which of several results is meant.
    """

    def __init__(
        self, who: str, function: Callable[..., Any], parameters: Sequence[inspect.Parameter], part: int | None = None
    ):
        self.who, self.function, self.parameters, self.part = who, function, parameters, part
        self.flat: bool | None = None  # not known before the first call
        self.notes: dict[str, None] = {}

    def __call__(self, values: Sequence[Any], shape: tuple[int, ...]) -> Array:
        """The result, in the shape of the equation.

        Raises
        ------
        CallError
            When it raises, or gives something else than numbers of that shape.
        """
        if self.flat is not None:
            return self._result(values, shape, self.flat)
        columns = any(isinstance(value, np.ndarray) and 1 in value.shape for value in values)
        try:
            found = self._result(values, shape, flat=False)
            self.flat = False
        except CallError as error:
            if not columns:
                raise
            try:
                found = self._result(values, shape, flat=True)
            except CallError:
                raise error from None
            self.flat = True
            self.notes["columns and rows were given to it one-dimensional, as (m,): with (m, 1) it does not work"] = (
                None
            )
        return found

    def _result(self, values: Sequence[Any], shape: tuple[int, ...], flat: bool) -> Array:
        positional, named = [], {}
        for parameter, value in zip(self.parameters, values, strict=True):
            given = value.copy() if isinstance(value, np.ndarray) else value
            if flat and isinstance(given, np.ndarray) and 1 in given.shape:
                given = given.ravel()
            if parameter.kind is parameter.KEYWORD_ONLY:
                named[parameter.name] = given
            else:
                positional.append(given)
        try:
            with np.errstate(all="ignore"):
                found = self.function(*positional, **named)
        except Exception as error:  # a stranger's code may raise anything
            raise CallError(f"it raises {type(error).__name__}: {error}") from error
        return self._matrix(found, shape)

    def _matrix(self, found: Any, shape: tuple[int, ...]) -> Array:
        if isinstance(found, (tuple, list)) and self.part is not None:
            if not -len(found) <= self.part < len(found):
                raise CallError(f"it returns {len(found)} results, and no number {self.part}")
            found = found[self.part]
        elif isinstance(found, tuple):
            raise CallError(f"it returns {len(found)} results; say which one is meant: {self.who}[0]")
        try:
            array = np.asarray(found)
            if array.dtype.kind not in "biuf" or array.dtype.hasobject:
                raise TypeError
        except (TypeError, ValueError):
            raise CallError(f"it returns {type(found).__name__}, and no real numbers") from None
        if array.shape == shape:
            return array
        if array.size == int(np.prod(shape)) and (array.ndim < 2 and 1 in shape):
            if array.ndim == 1 and shape != (1, 1):
                self.notes[f"its result has one dimension: taken as {'a column' if shape[1] == 1 else 'a row'}"] = None
            return array.reshape(shape)
        turned = "; transposed?" if array.shape == shape[::-1] else ""
        raise CallError(f"it returns an array of shape {array.shape}, where the equation has {shape}{turned}")
