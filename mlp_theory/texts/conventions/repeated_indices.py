"""Sums over repeated indices that are not written: where the page says so, or never writes a sum."""

from __future__ import annotations

import re
from dataclasses import replace

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.repeated_indices import free_indices, with_sums

_SAID = re.compile(
    r"(einstein|index|summation) (summation |sum )?(convention|notation)"
    r"|repeated (ind\w+|subscripts?) (\w+ ){0,4}(sum|contract)|sum\w* (\w+ ){0,3}repeated|summation is implied",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(no|not|never|without|do not|don't|unlike|instead of)\b[^.]{0,40}$", re.IGNORECASE)
_WRITTEN = re.compile(r"\\sum(?![a-zA-Z])|∑|Σ_")


def repeated_indices(items: list[Item]) -> list[Item]:
    """The items, with the sums that they leave out."""
    known: dict[int, tuple[bool, bool]] = {}  # of each page, whether it says so, and whether it writes sums
    for item in items:
        sides, source = item.statement.sides, item.source
        if id(source) not in known:
            known[id(source)] = is_said(source.text), _WRITTEN.search(source.text) is not None
        said, written = known[id(source)]
        if len(sides) < 2 or any(side.syn is None for side in sides) or not (said or not written):
            continue
        syns = [side.syn for side in sides if side.syn is not None]
        free = [free_indices(syn) for syn in syns]
        for k, side in enumerate(sides):
            others = {letter for m, letters in enumerate(free) if m != k for letter in letters}
            sides[k] = replace(side, syn=with_sums(syns[k], others, plainly=not said))
    return items


def is_said(text: str) -> bool:
    """Whether a page says that repeated indices are summed."""
    return any(not _DENIED.search(text[max(found.start() - 60, 0) : found.start()]) for found in _SAID.finditer(text))
