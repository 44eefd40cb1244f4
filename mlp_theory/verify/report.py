"""What a gradient check found: a table, a verdict, and where it is wrong the entry to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class GradientCheck:
    """One gradient, checked.

    Attributes
    ----------
    layer : int or None
        The number of the layer, from 1; 0 for the inputs; None for a function of the user's own.
    name : str
    shape : tuple of int
    check_grad : float
        What `scipy.optimize.check_grad` returns: ‖gradient − differences‖₂, an absolute number.
    relative : float
        ‖gradient − differences‖₂ / ‖differences‖₂, with the better differences where they were needed.
    worst : tuple of int
        The index of the entry that is furthest off.
    claimed, measured : float
        Its value in the gradient, and from differences of the function.
    verdict : str
        ``ok``, ``wrong``, or ``untested`` where nothing could be told.
    reason : str
        Why it is not ok.
    draws : int
        At how many points it was looked at: more than one where kinks made it look elsewhere.
    """

    layer: int | None
    name: str
    shape: tuple[int, ...]
    check_grad: float
    relative: float
    worst: tuple[int, ...]
    claimed: float
    measured: float
    verdict: str
    reason: str = ""
    draws: int = 1

    @property
    def ok(self) -> bool:
        """Whether this gradient was tested and found right."""
        return self.verdict == "ok"

    @property
    def entry(self) -> str:
        """The worst entry as NumPy writes it: ``dW[3, 1]``; of a function's own gradient ``grad[3, 1]``."""
        index = f"[{', '.join(map(str, self.worst))}]" if self.worst else ""
        return f"{self.name if self.layer is None else f'd{self.name}'}{index}"

    @property
    def title(self) -> str:
        """The gradient's name: ``dW of layer 2``, or ``grad``."""
        return self.name if self.layer is None else f"d{self.name} of {self._place}"

    @property
    def _place(self) -> str:
        return f"layer {self.layer}" if self.layer else "the inputs"

    @property
    def complaint(self) -> str:
        """One line on what is not ok."""
        where = self.entry if self.layer is None else f"{self.entry} of {self._place}"
        if self.verdict == "untested":
            return f"{where}: untested, {self.reason}, nor settled at {self.draws - 1} points near by"
        return f"{where}: {self.reason}, it says {self.claimed:.6g}, the function says {self.measured:.6g}"


HEADINGS = ("layer", "parameter", "shape", "check_grad", "relative", "worst entry", "verdict")


@dataclass(frozen=True)
class GradientReport:
    """The outcome of `check_gradients`. Print it, or look at `ok`, `rows` and `failures`.

    Attributes
    ----------
    rows : list of GradientCheck
        One per gradient: layer, name, shape, `check_grad` (SciPy's absolute number), `relative` (the same
        against the size of the gradient), the worst entry with the two values, and the verdict: ``ok``,
        ``wrong`` or ``untested``.
    tolerance : float
        How far an entry may be off, relative to its size.
    notes : list of str
        What was done to the batch or the model before it could be checked.
    """

    title: str
    rows: list[GradientCheck]
    tolerance: float
    notes: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every gradient was tested and found right."""
        return bool(self.rows) and all(row.ok for row in self.rows)

    @property
    def failures(self) -> list[GradientCheck]:
        """The gradients that are wrong or untested."""
        return [row for row in self.rows if not row.ok]

    def assert_ok(self) -> None:
        """Raise `AssertionError`, with the table, unless every gradient is right."""
        if not self.ok:
            raise AssertionError(str(self))

    def cells(self) -> list[tuple[str, ...]]:
        """The table's rows as text, under `HEADINGS`."""
        return [
            (
                str(row.layer or ""),
                row.name,
                " × ".join(map(str, row.shape)) or "scalar",
                f"{row.check_grad:.2e}",
                f"{row.relative:.1e}",
                row.entry,
                row.verdict,
            )
            for row in self.rows
        ]

    def closing(self) -> list[str]:
        """What stands under the table: notes, complaints and the count."""
        right = sum(row.ok for row in self.rows)
        count = f"{right} of {len(self.rows)} gradients right, entry by entry within a relative {self.tolerance:g}"
        moved = [row.title for row in self.rows if row.ok and row.draws > 1]
        beside = [f"checked near the given point, where nothing could be told: {', '.join(moved)}"] if moved else []
        return [*self.notes, *beside, *(row.complaint for row in self.failures), count]

    def __bool__(self) -> bool:
        return self.ok

    def __str__(self) -> str:
        table = [HEADINGS, *self.cells()]
        widths = [max(len(line[k]) for line in table) for k in range(len(HEADINGS))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in table
        ]
        return "\n".join([self.title, *lines, *self.closing()])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{cell}</th>" for cell in HEADINGS)
        body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line)}</tr>" for line in self.cells())
        below = "".join(f"<p>{escape(line)}</p>" for line in self.closing())
        return f"<p>{escape(self.title)}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"
