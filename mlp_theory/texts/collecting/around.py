"""The prose around a formula to the ends of its sentence, over the other formulas in it."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.leads import unended
from mlp_theory.texts.items import Item
from mlp_theory.texts.source.inline import HOLE

_LONGEST = 200
_PLAIN = re.compile(r"[+−-]?\s*\d|\\pm\s*1")
_ENDED = re.compile(r"[.;!?](?=\s|$)")


def around(collection: Collection, item: Item) -> tuple[str, str]:
    """What stands before and behind a formula in its sentence, in small letters; behind it up to a display.

    Other formulas are holes; a number is what it is: "sum to $1$".
    """
    if item not in collection.around:
        collection.around[item] = _around(collection, item)
    return collection.around[item]


def _around(collection: Collection, item: Item) -> tuple[str, str]:
    position, piece = collection.position[item], item.piece
    before, behind = piece.before, piece.after
    last = piece
    for other in reversed(collection.items[:position]):
        if not _beside(other, item) or len(before) > _LONGEST:
            break
        if other.piece is not last:
            before, last = f"{other.piece.before} {_told(other)} {before}", other.piece
    last = piece
    for other in collection.items[position + 1 :]:
        if not _beside(other, item) or len(behind) > _LONGEST or other.display:
            break
        if other.piece is not last:
            behind, last = f"{behind} {_told(other)} {other.piece.after}", other.piece
    begun = _ENDED.split(unended(before))[-1]
    return begun, _ENDED.split(" ".join(behind.lower()[:_LONGEST].split()))[0]


def _beside(other: Item, item: Item) -> bool:
    """Whether both stand in one block of one text."""
    return other.source is item.source and other.piece.block == item.piece.block and not other.piece.comment


def _told(item: Item) -> str:
    """A formula in the prose: a number, or a hole."""
    latex = item.piece.latex.strip()
    return latex.replace(r"\pm", "±").replace(" ", "") if _PLAIN.fullmatch(latex) else HOLE
