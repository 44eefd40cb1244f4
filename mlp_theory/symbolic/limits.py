"""What one equation may use, and the errors that say that it would use more, or that it has no value."""

from __future__ import annotations

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


def allowed(*shapes: tuple[int, ...]) -> None:
    """Refuse an array before it is made."""
    for shape in shapes:
        elements = 1
        for size in shape:
            elements *= int(size)
        if elements > MAX_ELEMENTS:
            raise MemoryLimitError
