"""What the words beside a formula call a commutation matrix: "here $K_{m,n}$ is the commutation matrix"."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.listed_names import names_listed

_CALLED = r"commutation\s+matri(?:x|ces)"
_BEFORE = re.compile(rf"\b{_CALLED}\s*$")
_BEHIND = re.compile(rf"\s*,?\s*(?:(?:is|are|be|denotes?|for|the|a)\s+)*{_CALLED}\b")


def note_commutations(collection: Collection) -> None:
    """The names that the text calls commutation matrices; one that the page declares is nevertheless its own."""
    for item in collection.items:
        if item.display or item.statement.relations or not item.syns:
            continue
        if _BEFORE.search(item.piece.before.lower()) or _BEHIND.match(item.piece.after.lower()):
            names = names_listed(collection.page, item.syns[0])
            collection.page.commutations |= {base.key for base, _, _ in names}
