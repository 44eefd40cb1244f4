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
from mlp_theory.texts.verdicts.roots import Meaning, Root, RootKind

MANY = 3
"""So many lines that fail with one letter, and none that holds, are rather misread than all of them slips."""

_UNSAID = ("typography", "its index", "solved from what")
"""How the origin begins of a letter whose size only its typography and its use tell."""


def trusted(report: FileReport) -> FileReport:
    """The report, with doubt for lines whose letters the page does not confirm.

    How large a letter is that is neither declared nor defined, nothing confirms. Of a letter with which many lines fail
    and none holds, and which is not declared, the page means something else.
    """
    holds = _counted(verdict for verdict in report.verdicts if verdict.kind.confirms)
    fails = _counted(verdict for verdict in report.verdicts if verdict.kind is FALSE and not verdict.expected)
    if not fails:
        return report
    return replace(report, verdicts=tuple(_weighed(verdict, holds, fails) for verdict in report.verdicts))


def _counted(verdicts: Iterable[Verdict]) -> Counter[str]:
    return Counter(name for verdict in verdicts for name in {_name(meaning) for meaning in verdict.letters})


def _name(meaning: Meaning) -> str:
    """The letter without its number: what holds of g[1] confirms g[2]."""
    return meaning.letter.partition("[")[0]


def _weighed(verdict: Verdict, holds: Counter[str], fails: Counter[str]) -> Verdict:
    if verdict.kind is not FALSE or verdict.expected:
        return verdict
    unsaid = [
        meaning.letter
        for meaning in verdict.letters
        if isinstance(verdict.why, ShapeConflict) and meaning.origin.startswith(_UNSAID)
    ]
    many = [
        name
        for name, meaning in ((_name(meaning), meaning) for meaning in verdict.letters)
        if fails[name] >= MANY and not holds[name] and not meaning.origin.startswith("declared")
    ]
    if unsaid:
        says = f"nothing on the page confirms how {', '.join(unsaid)} was read"
    elif many:
        says = f"{fails[many[0]]} lines with {many[0]} fail, and none holds: it may mean something else"
    else:
        return verdict
    before = f"{verdict.reason}; but " if verdict.reason else ""
    roots = tuple(Root(letter, RootKind.GUESSED) for letter in unsaid)
    return replace(
        verdict, kind=DOUBTFUL, why=Unconfirmed(before + says, mend=verdict.mend), roots=verdict.roots or roots
    )
