"""What has been told of the statements of a page, found again by their places."""

from __future__ import annotations

from collections import defaultdict

from mlp_theory.texts.items import Item
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.verdicts.kind import Kind
from mlp_theory.texts.verdicts.kinds.doubtful import DOUBTFUL
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.reasons.unread_definitions import MisfitDefinition

Key = tuple[str, int, int, str]
"""Part, line, column and LaTeX of a link."""


class Told:
    """The verdicts of a report by their places.

    Attributes
    ----------
    kinds : dict
        What came of each link.
    bad : set
        The links that are false, or seem so, and the definitions that do not fit.
    """

    def __init__(self, report: FileReport):
        self.report = report
        self.kinds: dict[Key, Kind] = {key_of(v): v.kind for v in report.verdicts}
        self.bad = {key_of(v) for v in report.verdicts if _is_bad(v)}
        self.by_line: dict[tuple[str, int, int], list[Kind]] = defaultdict(list)
        for verdict in report.verdicts:
            self.by_line[verdict.part, verdict.line, verdict.column].append(verdict.kind)

    def first(self, item: Item) -> Kind | None:
        """What came of the first link of a statement."""
        line, column = item.place()
        part, line = item.source.place_of(line)
        return next(iter(self.by_line.get((part, line, column), ())), None)

    def of(self, item: Item) -> set[Key]:
        """The links of a statement that have been judged."""
        places = {item.place(side) for side in range(len(item.statement.sides))}
        found = {(*item.source.place_of(line), column) for line, column in places}
        return {key for key in self.kinds if key[:3] in found}


def key_of(verdict: Verdict) -> Key:
    """Where a verdict stands."""
    return verdict.part, verdict.line, verdict.column, verdict.latex


def _is_bad(verdict: Verdict) -> bool:
    return verdict.kind in (FALSE, DOUBTFUL) or isinstance(verdict.why, MisfitDefinition)
