"""Judge every equation of pages; exit code 1 if a page is not checked whole, 2 if one cannot be read at all.

A page is not checked whole while something in it is false, doubtful (it fails, but the page does not say what a letter
is), unread, or holds only if something is assumed; nor while nothing of its mathematics was read. What a page supposes
(a condition, a hypothesis, an equation to be solved) is no claim: it is counted apart, and passes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mlp_theory.commands import implements
from mlp_theory.commands.options import positive_int, positive_number, say, wants_colour, whole_number

if TYPE_CHECKING:  # the reader and its grammar are loaded when there is something to read
    from mlp_theory.texts.check import Settings
    from mlp_theory.texts.reports.verdict import FileReport


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``check``."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="pages, or folders of them: Markdown (.md, .markdown, .qmd, .Rmd, .mdx), notebooks (.ipynb), LaTeX (.tex)",
    )
    parser.add_argument("--format", choices=["text", "json", "github"], default="text", help="default: %(default)s")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="show how each equation was read: its letters, their shapes, where each comes from, and what it waits for",
    )
    parser.add_argument(
        "--seed", type=whole_number, default=0, metavar="N", help="the same seed, the same draws (default: 0)"
    )
    parser.add_argument(
        "--draws", type=positive_int, default=12, metavar="N", help="at which a claim is tested (default: 12)"
    )
    parser.add_argument(
        "--with",
        dest="shared",
        action="append",
        default=[],
        metavar="FILE",
        help="a page whose notation holds for all others; may be repeated",
    )
    parser.add_argument(
        "--require",
        action="append",
        default=[],
        metavar="EXPR",
        help="fail unless each page claims something about EXPR, such as ∂L/∂W, that holds; may be repeated",
    )
    parser.add_argument("--jobs", type=positive_int, default=1, metavar="N", help="pages at a time (default: 1)")
    parser.add_argument(
        "--max-seconds", type=positive_number, default=5.0, metavar="S", help="for one equation (default: 5)"
    )
    implements.add_options(parser)


def run(options: argparse.Namespace) -> int:
    """Print the verdicts; return 0 if all pages are checked whole, 1 if one is not, 2 if one is unreadable."""
    if implements.is_asked_for(options):
        return implements.run(options)
    from mlp_theory.texts.check import Settings
    from mlp_theory.texts.reports.report import Report
    from mlp_theory.texts.source.files import find_pages, read_file

    settings = Settings(
        seed=options.seed,
        draws=options.draws,
        max_seconds=options.max_seconds,
        shared=tuple(read_file(path) for path in options.shared),
        require=tuple(options.require),
    )
    report = Report(tuple(check_pages(find_pages(options.paths), settings, options.jobs)))
    if options.format == "json":
        say(json.dumps(report.to_json(), indent=2))  # in ASCII: no terminal can spoil it
    elif options.format == "github":
        say(report.to_github())
    else:
        say(report.to_text(explain=options.explain, colour=wants_colour()))
    return report.exit_code


def check_pages(pages: Iterable[str], settings: Settings, jobs: int = 1) -> Iterator[FileReport]:
    """Check pages, several at a time, and report them in their order."""
    from mlp_theory.texts.reports.verdict import FileReport

    pages = list(pages)
    jobs = min(jobs, len(pages))
    if jobs <= 1:
        yield from (check_page(page, settings) for page in pages)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Fresh processes: a fork of one with threads, as BLAS has them, can stand still.
    with ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_interrupts_to_the_parent
    ) as pool:
        tasks = [pool.submit(check_page, page, settings) for page in pages]
        try:
            for page, task in zip(pages, tasks, strict=True):
                try:
                    yield task.result()
                except BrokenProcessPool:
                    yield FileReport(page, (), error="the process that checked it died; try --jobs 1")
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def check_page(page: str, settings: Settings) -> FileReport:
    """Check one page; what makes it unreadable becomes its error, so that the others are still checked."""
    from mlp_theory.errors import MLPTheoryError
    from mlp_theory.texts.reports.verdict import FileReport
    from mlp_theory.texts.source.files import read_file

    try:
        source = read_file(page)
        from mlp_theory.texts.check import check_source

        return check_source(source, settings)
    except (MLPTheoryError, OSError) as error:
        return FileReport(page, (), error=str(error))
    except (MemoryError, RecursionError) as error:
        return FileReport(page, (), error=f"it is too large or nested too deep to be checked ({type(error).__name__})")


def _leave_interrupts_to_the_parent() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
