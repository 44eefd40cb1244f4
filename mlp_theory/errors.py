"""One family of errors: what was expected, what came, how to mend it.

Every error this package raises on purpose is an `MLPTheoryError`. Each is also a `ValueError`
(shapes, labels, values, files, order of calls), a `TypeError` (kinds) or an `AssertionError` (what was
asserted of a page), so that callers can catch what they expect to catch.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable
from typing import Any

import numpy as np

__all__ = [
    "DataError",
    "DivergenceError",
    "KindError",
    "LabelError",
    "LawError",
    "MLPTheoryError",
    "OptionError",
    "OrderError",
    "ShapeError",
    "UncheckedPageError",
    "check_count",
    "check_number",
    "check_option",
    "quiet",
    "random_generator",
]


class MLPTheoryError(Exception):
    """An error that says what was expected, what came, and how to mend it.

    Parameters
    ----------
    what : str
        Who complains, and of what: ``"Linear.forward does not fit its input"``.
    expected, got : str
        The two sides of the disagreement.
    mend : str, optional
        Given only when the numbers support it.
    """

    def __init__(self, what: str, *, expected: str, got: str, mend: str | None = None):
        self.what, self.expected, self.got, self.mend = what, expected, got, mend
        lines = [what, f"  expected: {expected}", f"  got     : {got}"]
        if mend is not None:
            lines.append(f"  to mend : {mend}")
        super().__init__("\n".join(lines))

    def __reduce__(self):
        # Keyword arguments do not survive Exception's own pickling, and joblib sends errors home.
        return _rebuild, (type(self), self.what, self.expected, self.got, self.mend, self.__dict__)


def _rebuild(kind, what, expected, got, mend, attributes):
    error = kind(what, expected=expected, got=got, mend=mend)
    error.__dict__.update(attributes)
    return error


class ShapeError(MLPTheoryError, ValueError):
    """An array has another shape or orientation than the equation needs."""


class LabelError(MLPTheoryError, ValueError):
    """Class labels that are no integers, out of range, or not one per column."""


class DataError(MLPTheoryError, ValueError):
    """Data that cannot be used: nan or inf, or a file that is missing, cut short or foreign."""


class OptionError(MLPTheoryError, ValueError):
    """An option's name or value that does not exist."""


class OrderError(MLPTheoryError, ValueError):
    """Something was called before what it builds on."""


class DivergenceError(MLPTheoryError, ValueError):
    """Training left the finite numbers, at `step`. `history` tells the course until then."""

    history: Any = None
    step: int = 0


class KindError(MLPTheoryError, TypeError):
    """A value of the wrong kind, such as text where numbers are needed."""


class LawError(MLPTheoryError, ValueError):
    """A law of differentiation that numbers contradict: a pull-back that is not that of its value."""


class UncheckedPageError(MLPTheoryError, AssertionError):
    """A page was asserted to be right, and an equation in it is false or could not be read."""


def check_option(who: str, name: str, value: Any, known: Iterable[str]) -> None:
    """Raise `OptionError`, with the nearest known name, unless `value` is one of `known`."""
    known = list(known)
    if isinstance(value, str) and value in known:
        return
    nearest = difflib.get_close_matches(str(value).lower(), known, n=1)
    raise OptionError(
        f"{who} does not know this {name}",
        expected=f"{name} : one of {', '.join(known)}",
        got=f"{name} : {value!r}",
        mend=f"did you mean {nearest[0]!r}?" if nearest else None,
    )


def check_count(who: str, name: str, value: Any, least: int = 1) -> int:
    """Return `value` as an int; raise `KindError` or `OptionError` unless it is whole and >= `least`."""
    expected = f"{name} : a whole number, at least {least}"
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, (int, np.integer)):
        raise KindError(f"{who} cannot count with this", expected=expected, got=f"{name} : {value!r}")
    if value < least:
        raise OptionError(f"{who} cannot work with so few", expected=expected, got=f"{name} : {value}")
    return int(value)


def check_number(
    who: str, name: str, value: Any, *, above: float | None = None, least: float | None = None, below: float = np.inf
) -> float:
    """Return `value` as a float in (above, below) or [least, below); raise unless it lies there."""
    low = f"> {above:g}" if above is not None else f">= {least:g}" if least is not None else "finite"
    expected = f"{name} : a number {low}" + (f" and < {below:g}" if np.isfinite(below) else "")
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, (int, float, np.integer, np.floating)):
        raise KindError(f"{who} needs a number", expected=expected, got=f"{name} : {value!r}")
    try:
        number = float(value)
    except OverflowError:
        number = np.inf
    low_enough = number > above if above is not None else number >= least if least is not None else True
    if not (np.isfinite(number) and low_enough and number < below):
        raise OptionError(f"{who} cannot work with this", expected=expected, got=f"{name} : {number!r}")
    return number


def quiet(progress: bool | None) -> bool | None:
    """What tqdm calls `disable`: None lets it look whether the output is a terminal."""
    if sys.stderr is None:  # closed by the shell
        return True
    return None if progress is None else not progress


def random_generator(who: str, rng: np.random.Generator | int | None) -> np.random.Generator:
    """The one door of randomness: a Generator passes through, a seed makes one, None a fresh one."""
    if rng is None or isinstance(rng, np.random.Generator):
        return np.random.default_rng(rng)
    if isinstance(rng, (int, np.integer)) and not isinstance(rng, bool) and rng >= 0:
        return np.random.default_rng(int(rng))
    raise KindError(
        f"{who} cannot draw from this",
        expected="rng : a numpy.random.Generator, a seed (an int >= 0) or None",
        got=f"rng : {rng!r}",
        mend="pass numpy.random.default_rng(seed)" if isinstance(rng, np.random.RandomState) else None,
    )
