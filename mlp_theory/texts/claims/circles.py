"""Equations that say of a defined letter what is known: ``β = 1/σ²`` below ``σ² = 1/β``."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.items import Item, PageDefinition, Role
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.verdicts.roots import Root


def settle_circles(bench: Bench) -> None:
    """Make a claim of each equation that closes a circle, where it holds; else it stays a definition in a circle.

    Where it does not hold, as of the two steps of an iteration, each equation gives one of the letters by the other,
    and neither of them is false.
    """
    for definition in bench.collection.circles:
        item = definition.item
        if item.definition is not definition or item.role is not Role.DEFINITION or item.error is None:
            continue
        freed = [_Freed.of(bench.page.infos[key]) for key, _ in definition.instances]
        before = _AsDefinition(item, definition, item.error)
        item.role, item.definition, item.error = Role.CLAIM, None, None
        if not judged(bench, item, 0, 1).kind.confirms:
            before.restore()
            for one in freed:
                one.restore()


@dataclass
class _Freed:
    """A letter that the circle left free, and why."""

    info: Info
    root: Root | None

    @classmethod
    def of(cls, info: Info) -> _Freed:
        """Let a letter be given like any other, and keep what it was."""
        freed = cls(info, info.root)
        info.root, info.lost = None, False
        return freed

    def restore(self) -> None:
        self.info.root, self.info.lost = self.root, True


@dataclass
class _AsDefinition:
    """A statement as it was before it was asked as a claim."""

    item: Item
    definition: PageDefinition
    error: Exception

    def restore(self) -> None:
        self.item.role, self.item.definition, self.item.error = Role.DEFINITION, self.definition, self.error
