"""What is told of a function that was held against an equation."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from mlp_theory.texts.verdicts.agreement import Agreement
from mlp_theory.texts.verdicts.reason import Reason


@dataclass(frozen=True)
class Implementation:
    """Whether a function computes what an equation says.

    Attributes
    ----------
    path, line, tag : str, int, str
        Where the equation stands.
    function : str
        ``layers.py:backward``.
    equation : str
        How it was read.
    agreement : Agreement
        `verdict` is its name: "agrees", "differs" or "untested".
    why : Reason or None
        `reason` is its message, `code` its stable name.
    draws : int
        At how many it agreed.
    error, tolerance : float or None
        The largest difference beside the terms of the equation, and what was allowed; of a counterexample, the
        relative difference of both values.
    arguments : dict of str to str
        For each argument, the letter of the page.
    notes : tuple of str
    sizes, entry, values, numpy
        Of the counterexample: sizes, entry (counted from 1), what the function gives and what the equation says, and
        code that repeats it.
    """

    path: str | None
    line: int
    tag: str
    function: str
    equation: str
    agreement: Agreement
    why: Reason | None = None
    draws: int = 0
    error: float | None = None
    tolerance: float | None = None
    arguments: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    sizes: dict[str, int] = field(default_factory=dict)
    entry: tuple[int, ...] = ()
    values: tuple[float, float] | None = None
    numpy: str = ""

    @property
    def verdict(self) -> str:
        """Whether it agrees, in a word, as in JSON."""
        return self.agreement.word

    @property
    def reason(self) -> str:
        """In one line, why; nothing where there is no reason."""
        return self.why.message if self.why is not None else ""

    @property
    def ok(self) -> bool:
        """Whether it was tested and agrees."""
        return self.agreement is Agreement.AGREES

    @property
    def exit_code(self) -> int:
        """0: it agrees. 1: it differs, or could not be tested."""
        return self.agreement.exit_code

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes."""
        out: dict[str, Any] = {
            "file": self.path, "line": self.line, "tag": self.tag, "function": self.function,
            "equation": self.equation, "verdict": self.verdict, "reason": self.reason,
            "code": self.why.code if self.why is not None else None, "draws": self.draws,
            "relative_error": self.error, "tolerance": self.tolerance, "arguments": self.arguments,
            "notes": list(self.notes), "counterexample": None,
        }  # fmt: skip
        if self.values is not None:
            out["counterexample"] = {
                "sizes": self.sizes, "entry": list(self.entry), "function": _number(self.values[0]),
                "equation": _number(self.values[1]), "numpy": self.numpy,
            }  # fmt: skip
        return out

    def to_text(self, explain: bool = False) -> str:
        """For the terminal; with `explain` the code of the counterexample too."""
        lines = [f"{self.function} {self.agreement.value} ({self.tag})   {self.equation}"]
        lines.append(f"    {self.path or '<text>'}, line {self.line}")
        if self.arguments:
            lines.append(
                "    arguments: " + ", ".join(f"{name} is {letter}" for name, letter in self.arguments.items())
            )
        if self.ok:
            lines.append(f"    at {self.draws} draws, worst difference {self.error:.0e} of the terms")
        if self.reason:
            lines.append(f"    {self.reason}")
        if self.values is not None:
            sizes = ", ".join(f"{name} = {size}" for name, size in self.sizes.items())
            entry = ", ".join(map(str, self.entry))
            lines.append(
                f"    in entry ({entry}) the function gives {self.values[0]:.6g}, the equation {self.values[1]:.6g}"
                + (f", at {sizes}" if sizes else "")
            )
        lines += [f"    note: {note}" for note in self.notes]
        if explain and self.numpy:
            lines += ["", *("    " + line for line in self.numpy.splitlines())]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.to_text()

    __repr__ = __str__


def _number(value: float) -> float | str:
    """A number that JSON knows, or the word for it."""
    return value if json.dumps(value) not in ("NaN", "Infinity", "-Infinity") else str(value)
