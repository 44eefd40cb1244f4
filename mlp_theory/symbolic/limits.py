"""What one equation may use, and the errors that say that it would use more, or that it has no value."""

from __future__ import annotations

import time
from collections.abc import Callable

MAX_ELEMENTS = 4_000_000
"""The most numbers in one array."""

MAX_TERMS = 2_000
"""The most terms of one sum or product."""

MAX_VARIABLES = 1_500
"""The most entries by which one derivative is taken."""

MAX_NESTED_VARIABLES = 60
"""The same for a derivative of a derivative."""


class EvaluationError(Exception):
    """An expression has no value here; the message says why."""


class OutsideError(EvaluationError):
    """A part reaches beyond its matrix at these sizes; at others it may not."""


class MemoryLimitError(Exception):
    """An array would exceed the memory that one equation may use."""


class TimeLimitError(Exception):
    """The time for this equation is over."""


clock: Callable[[], float] = time.perf_counter
"""What tells the time, in seconds; tests put a clock here that counts how often it is looked at."""


def now() -> float:
    """The time that deadlines are held against."""
    return clock()


def in_time(deadline: float) -> None:
    """Refuse to go on after the deadline."""
    if clock() > deadline:
        raise TimeLimitError


def allowed(*shapes: tuple[int, ...]) -> None:
    """Refuse an array before it is made."""
    for shape in shapes:
        elements = 1
        for size in shape:
            elements *= int(size)
        if elements > MAX_ELEMENTS:
            raise MemoryLimitError
