"""What can come of code that is held against an equation."""

from __future__ import annotations

from enum import Enum


class Agreement(Enum):
    """Whether code computes what an equation says.

    Attributes
    ----------
    value : str
        What the code does, before the equation: "agrees with".
    """

    AGREES = "agrees with"
    DIFFERS = "DIFFERS from"
    UNTESTED = "could not be held against"

    @property
    def word(self) -> str:
        """Its name as in JSON: ``agrees``."""
        return self.name.lower()

    @property
    def exit_code(self) -> int:
        """Of a command that finds this."""
        return 0 if self is Agreement.AGREES else 1
