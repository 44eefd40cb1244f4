"""How far a page itself confirms how its letters were read: a line is false only where nothing speaks against that."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.reasons.eased import Unconfirmed
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.roots import Root, RootKind

_UNSAID = ("typography", "its index", "solved from what")
"""How the origin begins of a letter whose size only its typography and its use tell."""


def trusted(report: FileReport) -> FileReport:
    """The report, with doubt for shapes that do not fit and rest on a size that the page nowhere says."""
    return replace(report, verdicts=tuple(map(_weighed, report.verdicts)))


def _weighed(verdict: Verdict) -> Verdict:
    if verdict.kind is not FALSE or verdict.expected or not isinstance(verdict.why, ShapeConflict):
        return verdict
    unsaid = [meaning.letter for meaning in verdict.letters if meaning.origin.startswith(_UNSAID)]
    if not unsaid:
        return verdict
    says = f"{verdict.reason}; but nothing on the page says how large {', '.join(unsaid)} is"
    roots = verdict.roots or tuple(Root(letter, RootKind.GUESSED) for letter in unsaid)
    return replace(verdict, kind=DOUBTFUL, why=Unconfirmed(says, mend=verdict.mend), roots=roots)
