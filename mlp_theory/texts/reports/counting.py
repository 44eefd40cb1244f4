"""Verdicts and files counted, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.verdicts.kind import KINDS


def count(verdicts: Iterable[Verdict]) -> str:
    """Such as ``5 equations: 1 declares, 1 defines, 1 holds, 1 false, 1 unread``."""
    verdicts = list(verdicts)
    if not verdicts:
        return "no equations"
    kinds = []
    for kind in KINDS:
        of_kind = [verdict for verdict in verdicts if verdict.kind is kind]
        if of_kind:
            excused = sum(verdict.excused for verdict in of_kind)
            kinds.append(f"{len(of_kind)} {kind.counted}" + (f" ({excused} as expected)" if excused else ""))
    surprises = sum(verdict.surprise for verdict in verdicts)
    more = f"; {surprises} marked as false, but not false" if surprises else ""
    return f"{many(len(verdicts), 'equation')}: {', '.join(kinds)}{more}"


def summary(files: Sequence[FileReport]) -> str:
    """The last line under many files."""
    unreadable = sum(file.error is not None for file in files)
    more = f"; {many(unreadable, 'file')} could not be read" if unreadable else ""
    return f"{many(len(files), 'file')}, {count(verdict for file in files for verdict in file.verdicts)}{more}"


def many(number: int, noun: str) -> str:
    """A number and what is counted: ``1 file``, ``3 files``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
