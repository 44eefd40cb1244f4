"""What is said of one claim, and of one page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from mlp_theory.texts.reports.counterexample import Counterexample, finite
from mlp_theory.texts.verdicts.kind import Kind
from mlp_theory.texts.verdicts.kinds.unchecked import UNCHECKED
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.roots import Meaning, Root, RootKind


@dataclass(frozen=True)
class Verdict:
    """What is said of one claim.

    Attributes
    ----------
    line, column : int
        Where it begins, from 1.
    latex : str
        As the page has it.
    kind : Kind
        What came of it; `verdict` is its name: ``declares``, ``defines``, ``holds``, ``holds-if``, ``false``,
        ``doubtful``, ``supposes`` or ``unread``.
    why : Reason or None
        Why; `reason` is its message in one line, `code` its stable name, `mend` a small change under which it holds.
    read_as : str
        How it was read, in one line of Unicode: ``∂L/∂Z = (P − T)/n``.
    reading : str, optional
        The layout or convention under which it was judged, where there was a choice.
    relative_error : float, optional
        The worst one over all draws.
    draws : int
        At how many draws it was evaluated.
    tag : str, optional
    expected : bool
        The page itself marks it: false, as expected, or left unchecked.
    shapes : (str, str), optional
        Of both sides.
    counterexample : Counterexample, optional
    pointer : (str, int), optional
        A line of source, and the offset in it at which a caret is to stand.
    explanation : tuple of str
        How it was read, at length.
    surprise : bool
        Marked as false by the page, but it is not.
    part : str
        The part of the page that counts its own lines: ``cell 4``, or a file that the page takes in; "" for none.
    roots : tuple of Root
        What it waits for, where it is unread or doubtful; what it holds without, where it holds.
    letters : tuple of Meaning
        What each of its letters was taken for.
    assumed : str, optional
        Under what it holds, where the page does not say so: ``y sums to one``.
    """

    line: int
    column: int
    latex: str
    kind: Kind
    why: Reason | None
    read_as: str
    reading: str | None = None
    relative_error: float | None = None
    draws: int = 0
    tag: str | None = None
    expected: bool = False
    shapes: tuple[str, str] | None = None
    counterexample: Counterexample | None = None
    pointer: tuple[str, int] | None = None
    explanation: tuple[str, ...] = ()
    surprise: bool = False
    part: str = ""
    roots: tuple[Root, ...] = ()
    letters: tuple[Meaning, ...] = ()
    assumed: str | None = None

    @property
    def place(self) -> str:
        """Where it stands, in words: ``line 3``, ``cell 4, line 3``."""
        return f"{self.part}, line {self.line}" if self.part else f"line {self.line}"

    @property
    def verdict(self) -> str:
        """The name of its kind, as in JSON."""
        return self.kind.name

    @property
    def reason(self) -> str:
        """In one line, why; nothing where there is no reason."""
        return self.why.message if self.why is not None else ""

    @property
    def code(self) -> str | None:
        """The stable name of the reason: ``undeclared-letter``; the table is `mlp_theory.texts.verdicts.codes`."""
        return self.why.code if self.why is not None else None

    @property
    def mend(self) -> str | None:
        """A small change under which it holds."""
        return self.why.mend if self.why is not None else None

    @property
    def unchecked(self) -> bool:
        """Whether it is marked ``<!-- unchecked: … -->``."""
        return self.kind is UNCHECKED

    @property
    def exit_code(self) -> int:
        """Of a page with nothing but this claim."""
        return 1 if self.surprise else 0 if self.expected else self.kind.exit_code

    @property
    def passed(self) -> bool:
        """Whether the page may stay as it is, as far as this claim goes."""
        return self.exit_code == 0

    @property
    def is_waiting(self) -> bool:
        """Whether it could be judged, or judged better, once its roots are mended."""
        return self.kind.waits and not self.passed

    @property
    def waits_for(self) -> tuple[Root, ...]:
        """The roots that are to be mended first; where it is not read at a place of its own, what is said there is."""
        broken = self.pointer is not None and self.why is not None and not self.why.of_letters
        return () if broken or not self.is_waiting else tuple(dict.fromkeys(self.roots))

    @property
    def excused(self) -> bool:
        """Whether it passes only because the page itself marks it."""
        return self.passed and not self.kind.passes

    @property
    def counted_as(self) -> str:
        """The word under which it is counted."""
        return self.kind.counted

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes."""
        where = {"part": self.part} if self.part else {}
        return {
            **where,
            "line": int(self.line),
            "column": int(self.column),
            "latex": self.latex,
            "verdict": self.verdict,
            "reason": self.reason,
            "code": self.code,
            "read_as": self.read_as,
            "reading": self.reading,
            "relative_error": finite(self.relative_error),
            "draws": int(self.draws),
            "mend": self.mend,
            "tag": self.tag,
            "expected": bool(self.expected),
            "shapes": {"left": self.shapes[0], "right": self.shapes[1]} if self.shapes else None,
            "counterexample": self.counterexample.to_json() if self.counterexample else None,
            "roots": [root.to_json() for root in self.roots],
            "letters": [meaning.to_json() for meaning in self.letters],
            "assumed": self.assumed,
        }


@dataclass(frozen=True)
class FileReport:
    """The verdicts on one page.

    Attributes
    ----------
    path : str
    verdicts : tuple of Verdict
    error : str, optional
        Why it could not be read at all.
    passed_over : dict
        What looks like mathematics and was not read, and how often: ``{"MathML": 2}``.
    nothing_read : bool
        Whether mathematics stands on the page, and nothing is said of any of it.
    """

    path: str
    verdicts: tuple[Verdict, ...]
    error: str | None = None
    passed_over: dict[str, int] = field(default_factory=dict)
    nothing_read: bool = False

    @property
    def exit_code(self) -> int:
        """0: checked. 1: something in it is not, or nothing of it is. 2: it could not be read at all."""
        if self.error is not None:
            return 2
        return max((verdict.exit_code for verdict in self.verdicts), default=int(self.nothing_read))

    @property
    def ok(self) -> bool:
        """Whether it could be read, and all in it passes."""
        return self.exit_code == 0

    @property
    def blocking(self) -> tuple[tuple[Root, int], ...]:
        """Its roots, each with how many equations wait for it: those of most first, then by line.

        What keeps several equations from being read without being a letter, as an unknown operation, counts as a root.
        """
        waiting = [verdict for verdict in self.verdicts if verdict.is_waiting]
        roots = [root for verdict in waiting for root in verdict.waits_for] + _shared_reasons(waiting)
        proposals: dict[Root, Counter[str]] = {root: Counter() for root in roots}
        for root in roots:
            proposals[root].update([root.proposal] if root.proposal else [])
        found = sorted(Counter(roots).items(), key=lambda pair: (-pair[1], pair[0].part, pair[0].line))
        most = {root: next(iter(said.most_common(1)), ("", 0))[0] for root, said in proposals.items()}
        return tuple((replace(root, proposal=most[root]), count) for root, count in found)

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes."""
        told: dict[str, Any] = {"path": self.path, "verdicts": [verdict.to_json() for verdict in self.verdicts]}
        told["first_to_mend"] = [{**root.to_json(), "waiting": count} for root, count in self.blocking]
        if self.passed_over:
            told["passed_over"] = dict(self.passed_over)
        if self.nothing_read:
            told["nothing_read"] = True
        return told if self.error is None else {**told, "error": self.error}


def _shared_reasons(waiting: list[Verdict]) -> list[Root]:
    """For each equation that waits for no letter and is not read for the reason of another one too, that reason."""
    rootless = [verdict for verdict in waiting if not verdict.waits_for and verdict.reason]
    counts = Counter(verdict.reason for verdict in rootless)
    first = {verdict.reason: verdict for verdict in reversed(rootless)}
    shared = {
        reason: Root("", RootKind.UNREAD, verdict.line, verdict.part, text=reason)
        for reason, verdict in first.items()
        if counts[reason] > 1
    }
    return [shared[verdict.reason] for verdict in rootless if verdict.reason in shared]
