"""What was found on a page: a verdict for every equation, counted, printed, and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mlp_theory.errors import UncheckedPageError
from mlp_theory.texts.reports.annotations import as_github
from mlp_theory.texts.reports.roots import proposal
from mlp_theory.texts.reports.table import as_html
from mlp_theory.texts.reports.terminal import as_text
from mlp_theory.texts.reports.verdict import FileReport, Verdict
from mlp_theory.texts.reports.wording import complaint, equation, left_unread, one_line, why
from mlp_theory.texts.verdicts.kind import KINDS


@dataclass(frozen=True, repr=False)
class Report:
    """What was found on all pages. Print it, or look at `ok`, `counts` and `files`.

    Examples
    --------
    >>> from mlp_theory.texts.verdicts.kinds.false import FALSE
    >>> from mlp_theory.texts.verdicts.reasons.decided import SidesDiffer
    >>> verdict = Verdict(3, 1, "x = x^T", FALSE, SidesDiffer("not equal"), "x = xᵀ")
    >>> report = Report((FileReport("notes.md", (verdict,)),))
    >>> report.ok, report.exit_code, report.counts["false"]
    (False, 1, 1)
    """

    files: tuple[FileReport, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Those of all files, in their order."""
        return tuple(verdict for file in self.files for verdict in file.verdicts)

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind of verdict."""
        found = [verdict.kind for verdict in self.verdicts]
        return {kind.counted: found.count(kind) for kind in KINDS}

    @property
    def ok(self) -> bool:
        """Whether every file could be read, and all in it passes: nothing is false, doubtful, unread, or only holds if.

        What a page itself marks passes. A page with mathematics of which nothing was read is not checked either.
        """
        return all(file.ok for file in self.files)

    @property
    def exit_code(self) -> int:
        """0: checked. 1: something in a file is not, or nothing of it is. 2: a file could not be read at all."""
        return max((file.exit_code for file in self.files), default=0)

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes."""
        return {"files": [file.to_json() for file in self.files], "counts": self.counts}

    def to_text(self, explain: bool = False, colour: bool = False) -> str:
        """For a terminal, a line or a few for each claim; with `explain` also how it was read."""
        return as_text(self.files, explain=explain, colour=colour)

    def to_github(self) -> str:
        """GitHub's workflow commands: an annotation for everything that does not pass, and for what to mend first."""
        return as_github(self.files)

    def assert_ok(self) -> None:
        """Raise `UncheckedPageError`, with the first line that does not pass, unless all is checked."""
        for file in self.files:
            if file.error is not None:
                raise UncheckedPageError(
                    f"{one_line(file.path)} was not checked",
                    expected="a page that can be read",
                    got=one_line(file.error),
                )
            for verdict in file.verdicts:
                if not verdict.passed:
                    where = f"{one_line(file.path)}, {one_line(verdict.place)}, column {verdict.column}"
                    raise UncheckedPageError(
                        f"{where}: {complaint(verdict)}",
                        expected="equations that hold, each of them",
                        got=f"{equation(verdict)}: {why(verdict)}",
                        mend=one_line(verdict.mend) if verdict.mend else proposal(verdict, file),
                    )
            if file.nothing_read:
                raise UncheckedPageError(
                    f"{one_line(file.path)} was not checked", expected="equations that hold", got=left_unread(file)
                )

    def __bool__(self) -> bool:
        return self.ok

    def __str__(self) -> str:
        return self.to_text()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return as_html(self.files)
