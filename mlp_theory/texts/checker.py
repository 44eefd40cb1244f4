"""Checking one page: what it says of its symbols is collected, then every equation judged in its order."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.circles import settle_circles
from mlp_theory.texts.claims.in_prose import left_out
from mlp_theory.texts.claims.inner_sums import name_inner_sums
from mlp_theory.texts.claims.models import settle_models
from mlp_theory.texts.claims.per_sample import judge_all
from mlp_theory.texts.claims.proposing import proposing
from mlp_theory.texts.collecting.collect import collect
from mlp_theory.texts.conventions.meanings import Meanings
from mlp_theory.texts.demands import misspelt, required, says_something, unclosed
from mlp_theory.texts.items import Item, Role, copied, items_of
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.judging.remembered import Remembered
from mlp_theory.texts.latex.macros import Macro
from mlp_theory.texts.latex.own_names import name_own
from mlp_theory.texts.reports.verdict import FileReport
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.pieces import Source


@dataclass(frozen=True)
class Shared:
    """What all readings of a page share: its statements as they were written, and what the judge has found."""

    items: list[Item]
    remembered: Remembered = field(default_factory=Remembered)


def bench_for(
    source: Source,
    settings: Settings,
    *,
    deeper: int = 0,
    meanings: Meanings = (),
    shared: Shared | None = None,
) -> Bench:
    """Collect what a page says, before anything is judged.

    Parameters
    ----------
    source : Source
    settings : Settings
    deeper : int, optional
        How many layers more than needed its networks are to have.
    meanings : Meanings, optional
        Which of its letters have several.
    shared : Shared, optional
        With other readings of the page.

    Returns
    -------
    Bench
        What its equations are judged with.

    Raises
    ------
    UnreadablePageError
        When the page cannot even be taken apart.
    """
    collection = collect(
        copied(shared.items if shared else statements_of(source, settings)), source.layout, deeper, meanings
    )
    page = collection.page
    layered = page.layering.letters or page.layering.tops
    judge = Judge(
        page.book,
        page.dims,
        page.infos,
        seed=settings.seed,
        draws=settings.draws,
        seconds=settings.max_seconds,
        avoid=frozenset({page.layering.depth} if layered else ()),
        remembered=shared.remembered if shared else None,
    )
    name_inner_sums(page, judge)
    bench = Bench(collection, judge)
    settle_circles(bench)
    settle_models(bench)
    return bench


def report_on(source: Source, settings: Settings, bench: Bench) -> FileReport:
    """Every verdict of a page whose symbols have been collected."""
    items = [item for item in bench.items if item.own and item.role not in (Role.MENTION, Role.NOTHING)]
    verdicts = judge_all(bench.page, items, proposing(bench))
    passed_over = dict(source.passed_over)
    if silent := left_out(bench.items, verdicts):
        passed_over["inline formula"] = silent
    verdicts += unclosed(source)
    verdicts += misspelt(source) if verdicts else []  # on a page without equations no mark means anything
    verdicts += required(settings.require, verdicts)
    nothing_read = not verdicts and (bool(passed_over) or any(map(says_something, bench.items)))
    return FileReport(source.path, tuple(verdicts), passed_over=passed_over, nothing_read=nothing_read)


def statements_of(source: Source, settings: Settings) -> list[Item]:
    """The statements of the shared notation, then those of the page, before anything is collected of them."""
    macros: dict[str, Macro] = {}
    items: list[Item] = []
    for shared in settings.shared:
        items += items_of(shared, macros, shared.layout, own=False)
    items += items_of(source, macros, source.layout, own=True)
    name_own([item.statement for item in items])
    return items
