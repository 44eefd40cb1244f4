"""Checking one page: what it says of its symbols is collected, then every equation judged in its order."""

from __future__ import annotations

from functools import partial

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.inner_sums import name_inner_sums
from mlp_theory.texts.claims.item_verdicts import verdicts_on
from mlp_theory.texts.claims.per_sample import judge_all
from mlp_theory.texts.collecting.collect import collect
from mlp_theory.texts.demands import misspelt, required, unclosed
from mlp_theory.texts.items import Item, items_of
from mlp_theory.texts.judging.judge import Judge
from mlp_theory.texts.latex.macros import Macro
from mlp_theory.texts.reports.verdict import FileReport
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.pieces import Source


class Checker:
    """Checks one page: collects what it says, then judges every equation in its order."""

    def __init__(self, source: Source, settings: Settings, deeper: int = 0):
        self.source, self.settings = source, settings
        macros: dict[str, Macro] = {}
        items: list[Item] = []
        for shared in settings.shared:
            items += list(items_of(shared, macros, shared.front_matter.get("layout", "").lower(), own=False))
        items += list(items_of(source, macros, source.front_matter.get("layout", "").lower(), own=True))
        self.items = items
        self.deeper = deeper

    def prepare(self) -> None:
        """Collect what the page says, before anything is judged."""
        layout = self.source.front_matter.get("layout", "").lower()
        self.collection = collect(self.items, layout, self.deeper)
        self.items, self.page = self.collection.items, self.collection.page
        self.judge = Judge(
            self.page.book,
            self.page.dims,
            self.page.infos,
            seed=self.settings.seed,
            draws=self.settings.draws,
            seconds=self.settings.max_seconds,
            avoid=frozenset(
                {self.page.layering.depth} if self.page.layering.letters or self.page.layering.tops else ()
            ),
        )
        name_inner_sums(self.page, self.judge)

    @property
    def bench(self) -> Bench:
        """What its claims are judged with, once it is prepared."""
        return Bench(self.collection, self.judge)

    def run(self) -> FileReport:
        """Every verdict of the page."""
        self.prepare()
        items = [item for item in self.items if item.own and item.role not in ("mentions", "skip")]
        verdicts = judge_all(self.page, items, partial(verdicts_on, self.bench))
        verdicts += unclosed(self.source)
        verdicts += misspelt(self.source) if verdicts else []  # on a page without equations no mark means anything
        verdicts += required(self.settings.require, verdicts)
        return FileReport(self.source.path, tuple(verdicts))
