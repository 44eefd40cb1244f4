"""A reason: why an equation got its verdict, as a type with a message."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

REASONS: dict[str, type[Reason]] = {}
"""All reasons by their codes."""


@dataclass(frozen=True)
class Reason:
    """Why an equation got its verdict. Each reason is one class; its docstring says what it means.

    Attributes
    ----------
    code : str
        Its name in JSON, which does not change: ``undeclared-letter``.
    example : str
        A message that it comes with.
    of_letters : bool
        Whether letters are at fault, and not how they are put together: the equation waits for what is said of them.
    message : str
        In one line, for the reader of the page.
    mend : str, optional
        A small change under which the equation holds.
    """

    code: ClassVar[str] = ""
    example: ClassVar[str] = ""
    of_letters: ClassVar[bool] = False
    message: str
    mend: str | None = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if other := REASONS.get(cls.code):
            raise ValueError(f"{cls.__name__} and {other.__name__} share the code {cls.code}")
        REASONS[cls.code] = cls

    def filled(self, *values: object) -> Reason:
        """The same reason with its ``{}`` filled in."""
        return replace(self, message=self.message.format(*values))

    def behind(self, where: str) -> Reason:
        """The same reason, told with what stands before it: "for l = 2: "."""
        return replace(self, message=f"{where}{self.message}")

    def mended(self, mend: str | None) -> Reason:
        """The same reason with what would mend it."""
        return replace(self, mend=mend)

    def __str__(self) -> str:
        return self.message
