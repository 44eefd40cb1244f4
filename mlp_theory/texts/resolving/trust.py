"""How far a page itself confirms how its letters were read: a line is false only where nothing speaks against that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.reasons.eased import Unconfirmed
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.roots import Root, RootKind

MANY = 3
"""So many lines that fail with one letter, more than hold with it, are rather misread than all of them slips."""

_UNSAID = ("typography", "its index", "solved from what")
"""How the origin begins of a letter of which the page says nothing in signs or words."""

_LOST = "typography: its statement"
"""How it begins where the page does say something, which is not read."""


def trusted(report: FileReport) -> FileReport:
    """The report, with doubt for lines whose letters the page does not confirm.

    A letter is confirmed where it is declared or defined, or stands in a line that holds; what it is, but not how
    large. Of a letter with which many lines fail and fewer hold, the page means something else.
    """
    holds = _counted(verdict for verdict in report.verdicts if verdict.kind.confirms)
    fails = _counted(verdict for verdict in report.verdicts if verdict.kind is FALSE and not verdict.expected)
    if not fails:
        return report
    return replace(report, verdicts=tuple(_weighed(verdict, holds, fails) for verdict in report.verdicts))


def _counted(verdicts: Iterable[Verdict]) -> Counter[str]:
    return Counter(letter for verdict in verdicts for letter in {meaning.letter for meaning in verdict.letters})


def _weighed(verdict: Verdict, holds: Counter[str], fails: Counter[str]) -> Verdict:
    if verdict.kind is not FALSE or verdict.expected:
        return verdict
    shapes = isinstance(verdict.why, ShapeConflict)
    unsaid = [
        meaning.letter
        for meaning in verdict.letters
        if meaning.origin.startswith(_LOST)
        or (meaning.origin.startswith(_UNSAID) and (shapes or not holds[meaning.letter]))
    ]
    many = [m.letter for m in verdict.letters if fails[m.letter] >= MANY and fails[m.letter] > holds[m.letter]]
    if unsaid:
        says = f"nothing on the page confirms how {', '.join(unsaid)} was read"
    elif many:
        says = f"{fails[many[0]]} lines with {many[0]} fail, and {holds[many[0]]} hold: it may mean something else"
    else:
        return verdict
    before = f"{verdict.reason}; but " if verdict.reason else ""
    roots = tuple(Root(letter, RootKind.GUESSED) for letter in unsaid)
    return replace(
        verdict, kind=DOUBTFUL, why=Unconfirmed(before + says, mend=verdict.mend), roots=verdict.roots or roots
    )
