"""Checking a page: collect what it says of its symbols, then judge every equation."""

from __future__ import annotations

import os
import traceback
from dataclasses import replace
from functools import partial
from pathlib import Path

from mlp_theory.texts.checker import Shared, bench_for, report_on, statements_of
from mlp_theory.texts.conventions.meanings import Meanings
from mlp_theory.texts.items import UnreadablePageError
from mlp_theory.texts.reports.report import Report
from mlp_theory.texts.reports.verdict import FileReport
from mlp_theory.texts.resolving.repairing import Reading, repaired
from mlp_theory.texts.resolving.trust import trusted
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.files import read_file
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.verdicts.kinds.false import FALSE

INTERNAL_FAULT = "a fault of the checker"
"""What no report may say; where one does, the checker is to be mended and not the page."""

DRAWS_DEEPER = 4
"""At how many draws a page with L layers is tested once more, with one layer more."""


def check_text(markdown: str, settings: Settings | None = None) -> Report:
    r"""Judge every equation of a page.

    Parameters
    ----------
    markdown : str
        The page: Markdown with LaTeX in ``$…$`` and ``$$…$$``.
    settings : Settings, optional

    Returns
    -------
    Report
        It prints itself; `assert_ok` raises with the first equation that does not pass.

    Raises
    ------
    DataError
        When the text is too large, or no text.

    Examples
    --------
    >>> report = check_text(r"Let $x \in \mathbb{R}^d$. $$\ell = x^\top x$$ $$\frac{\partial \ell}{\partial x} = 2x$$")
    >>> [verdict.verdict for verdict in report.files[0].verdicts]
    ['declares', 'defines', 'holds']
    """
    return Report((check_source(read_source(markdown), settings or Settings()),))


def check_file(path: str | os.PathLike[str], settings: Settings | None = None) -> Report:
    """Judge every equation of a file; see `check_text`.

    Raises
    ------
    DataError
        For a file that is missing, too large, or no text in UTF-8.
    """
    return Report((check_source(read_file(path), settings or Settings()),))


def check_source(source: Source, settings: Settings) -> FileReport:
    """Judge every equation of a page that has been read."""
    try:
        shared = Shared(statements_of(source, settings))
        again = partial(_read, source, settings, shared)
        read = repaired(again(()), again)
        bench, report = read.bench, read.report
        if not bench.page.layering.tops:
            return trusted(report)
        # L layers are three layers there; what is true of three only is found out with one more.
        settings = replace(settings, draws=min(settings.draws, DRAWS_DEEPER))
        deeper = bench_for(source, settings, deeper=1, meanings=read.meanings, shared=Shared(shared.items))
        return trusted(_of_both(report, report_on(source, settings, deeper), deeper.page.layering.depth))
    except UnreadablePageError as error:
        return FileReport(source.path, (), error=str(error))
    except Exception as error:  # the last door: one page must not cost the run
        return FileReport(source.path, (), error=_fault(error))


def _fault(error: Exception) -> str:
    """What is told of a page that the checker itself stumbled over: whose fault that is, and where to look."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}, line {where.lineno}"
    return f"not checked, by {INTERNAL_FAULT}: {type(error).__name__} in {place}"


def _read(source: Source, settings: Settings, shared: Shared, meanings: Meanings) -> Reading:
    """A page collected and judged, with several meanings of its letters."""
    bench = bench_for(source, settings, meanings=meanings, shared=shared)
    return Reading(bench, report_on(source, settings, bench), meanings)


def _of_both(report: FileReport, other: FileReport, depth: int) -> FileReport:
    """The verdicts of a report, but false where a deeper network shows it."""
    if len(report.verdicts) != len(other.verdicts):
        return report
    verdicts = [
        replace(there, why=there.why.behind(f"in a network of {depth} layers "))
        if here.kind.confirms and there.kind is FALSE and there.why is not None
        else here
        for here, there in zip(report.verdicts, other.verdicts, strict=True)
    ]
    return replace(report, verdicts=tuple(verdicts))


__all__ = ["Settings", "check_file", "check_source", "check_text"]
