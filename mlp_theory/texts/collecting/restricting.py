"""``if $i = j$, then …``: a formula in running text that restricts the display behind it."""

from __future__ import annotations

import re
from itertools import takewhile

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.items import Item, chain_of
from mlp_theory.texts.latex.restrictions import Condition
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.names import base_of

_WORDED = re.compile(
    r"(^|[.;:(,]|\b(?:so|and|now|first|then|thus|hence|second|next|finally|but|case \w+)\b)\W*"
    r"(if|for|when|in the case|case|the case|suppose|assume|consider)( that| the case| of| where| when)?\s*$"
)
_DOUBTED = re.compile(r"\b(not|never|no|unless|except|excluded|otherwise|else|or|done|done;|without)\b|[.?!]\s|\?$")
_DENIED = re.compile(r"\b(not|never|no|unless|except|without|whether)\b")


def restricts(collection: Collection, item: Item) -> bool:
    """Whether it speaks of indices; then it restricts the display behind it, where the words say so, and no more."""
    if not _relates_indices(collection.page, item):
        return False
    start = collection.position[item]
    near = takewhile(lambda x: not x.display, reversed(collection.items[max(0, start - 3) : start]))
    if any(x.piece.block == item.piece.block and x.restricts for x in near):
        return True  # "either i = j or i ≠ j": no single restriction
    before, behind = item.piece.before.lower(), item.piece.after.lower()
    worded = _WORDED.search(before) and not _DENIED.search(before) and not _DOUBTED.search(behind)
    following = collection.items[start + 1 : start + 2]
    if worded and following and following[0].display:
        condition = Condition(item.statement.sides[0].latex, chain_of(item.statement), "if")
        following[0].statement.conditions.append(condition)
    item.restricts = True
    return True


def _relates_indices(page: Page, item: Item) -> bool:
    """Whether this is ``i = j`` or ``i ≠ j``."""
    if item.statement.relations[0] not in ("=", r"\ne", r"\neq", "≠"):
        return False
    known = page.index_letters | {"i", "j", "k", "l", "m", "n"}
    bases = [base_of(syn) for syn in item.syns]
    return all(
        b is not None and not b.bold and not b.upper and b.letter in known and not is_size(page, b.letter)
        for b in bases
    )
