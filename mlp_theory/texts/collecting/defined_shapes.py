"""The shape of what an equation defines, as far as its indices and its family tell it."""

from __future__ import annotations

import contextlib

from mlp_theory.symbolic import Dim
from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.declarations import count_of
from mlp_theory.texts.collecting.layer_scopes import restrictions_of
from mlp_theory.texts.items import PageDefinition
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.typography import is_written_bare
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import UnreadError


def shape_by_family(page: Page, info: Info) -> None:
    """``h_0 = 0`` starts a family: the zero has the shape that all its other members have been declared with."""
    dims = page.dims
    name, bracket, _ = info.key.rpartition("[")
    others = [i for k, i in page.infos.items() if bracket and k != info.key and k.startswith(f"{name}[")]
    shapes = {(dims.find(i.r), dims.find(i.c)) for i in others if i.declared and i.count is None}
    if len(shapes) == 1:
        info.r, info.c = shapes.pop()
        info.origin = "the rest of its family"


def shape_by_indices(collection: Collection, info: Info, definition: PageDefinition) -> None:
    """A column, a matrix or a family as long as its indices run."""
    page = collection.page
    restricted = restrictions_of(collection, definition.item)
    counts: list[Dim] = []
    open_family = len(definition.indices) == 1 and not is_written_bare(page, definition.base)
    for letter in definition.indices:
        known = [chain for chain in restricted if any(n == letter for n, _, _ in ranges_of(chain))]
        counts.append(page.dims.fresh(f"number of {letter}", large=True))
        if known or letter in page.survey.ranges:
            with contextlib.suppress(UnreadError):
                count = count_of(page, letter, restricted)
                if known or letter in page.survey.told:
                    counts[-1] = count
                else:
                    _prefer(page, counts[-1], count)
    if open_family:
        info.count = counts[0]
    elif len(counts) == 1:
        info.r, info.c = counts[0], 1
    else:
        info.r, info.c = counts[0], counts[1]


def _prefer(page: Page, size: Dim, usual: Dim) -> None:
    """An index that a sum elsewhere runs to n does so here too, unless what it stands below says no."""

    def step(level: int) -> bool:
        return level > 0 and (page.dims.unify(size, usual) or True)

    page.solver.add(step)
