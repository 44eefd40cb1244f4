"""What is said of one claim, and of one page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Counterexample:
    """Where a claim fails.

    Attributes
    ----------
    sizes : dict
        The sizes that were drawn, by their names: ``{"n": 4, "K": 3}``.
    entry : tuple of int
        The entry that differs, counted from 1.
    left, right : float
        Its value on both sides.
    numpy : str
        Code that computes both, and can be run as it stands.
    """

    sizes: dict[str, int]
    entry: tuple[int, ...]
    left: float
    right: float
    numpy: str

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes; a value that is no finite number becomes null."""
        return {
            "sizes": {str(name): int(size) for name, size in self.sizes.items()},
            "entry": [int(index) for index in self.entry],
            "left": _finite(self.left),
            "right": _finite(self.right),
            "numpy": self.numpy,
        }


@dataclass(frozen=True)
class Verdict:
    """What is said of one claim.

    Attributes
    ----------
    line, column : int
        Where it begins, from 1.
    latex : str
        As the page has it.
    verdict : str
        ``declares``, ``defines``, ``holds``, ``false`` or ``unread``.
    reason : str
        In one line, why.
    read_as : str
        How it was read, in one line of Unicode: ``∂L/∂Z = (P − T)/n``.
    reading : str, optional
        The layout or convention under which it was judged, where there was a choice.
    relative_error : float, optional
        The worst one over all draws.
    draws : int
        At how many draws it was evaluated.
    mend : str, optional
        A small change under which it holds.
    tag : str, optional
    expected : bool
        The page itself marks it: false, as expected, or left unchecked.
    unchecked : bool
        Marked ``<!-- unchecked: … -->``, and counted as that.
    shapes : (str, str), optional
        Of both sides.
    counterexample : Counterexample, optional
    pointer : (str, int), optional
        A line of source, and the offset in it at which a caret is to stand.
    explanation : tuple of str
        How it was read, at length.
    surprise : bool
        Marked as false by the page, but it is not.
    """

    line: int
    column: int
    latex: str
    verdict: str
    reason: str
    read_as: str
    reading: str | None = None
    relative_error: float | None = None
    draws: int = 0
    mend: str | None = None
    tag: str | None = None
    expected: bool = False
    unchecked: bool = False
    shapes: tuple[str, str] | None = None
    counterexample: Counterexample | None = None
    pointer: tuple[str, int] | None = None
    explanation: tuple[str, ...] = ()
    surprise: bool = False

    @property
    def passed(self) -> bool:
        """Whether the page may stay as it is, as far as this claim goes."""
        return not self.surprise and (self.verdict not in ("false", "unread") or self.expected or self.unchecked)

    @property
    def counted_as(self) -> str:
        """One of `COUNTED`."""
        return "unchecked" if self.unchecked else self.verdict

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes."""
        return {
            "line": int(self.line),
            "column": int(self.column),
            "latex": self.latex,
            "verdict": self.verdict,
            "reason": self.reason,
            "read_as": self.read_as,
            "reading": self.reading,
            "relative_error": _finite(self.relative_error),
            "draws": int(self.draws),
            "mend": self.mend,
            "tag": self.tag,
            "expected": bool(self.expected),
            "shapes": {"left": self.shapes[0], "right": self.shapes[1]} if self.shapes else None,
            "counterexample": self.counterexample.to_json() if self.counterexample else None,
        }


@dataclass(frozen=True)
class FileReport:
    """The verdicts on one page; `error` where it could not be read at all."""

    path: str
    verdicts: tuple[Verdict, ...]
    error: str | None = None

    @property
    def ok(self) -> bool:
        """Whether it could be read and nothing in it is false or unread."""
        return self.error is None and all(verdict.passed for verdict in self.verdicts)

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes."""
        told = {"path": self.path, "verdicts": [verdict.to_json() for verdict in self.verdicts]}
        return told if self.error is None else {**told, "error": self.error}


def _finite(number: float | None) -> float | None:
    """JSON has no nan and no infinity."""
    return float(number) if number is not None and math.isfinite(number) else None
