"""The words that lead up to a formula: its sentence before it, over other formulas and over paragraphs."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.items import Item
from mlp_theory.texts.source.inline import HOLE

_ABBREVIATED = (
    (re.compile(r"\be\.\s?g\."), "eg"),
    (re.compile(r"\bi\.\s?e\."), "ie"),
    (re.compile(r"\bs\.\s?t\."), "such that"),
    (re.compile(r"\bw\.\s?r\.\s?t\."), "wrt"),
    (re.compile(r"\bfig\."), "figure"),
    (re.compile(r"\btab\."), "table"),
)
_ENDED = re.compile(r"[.!?](?=\s|$)")
_LONGEST = 400


def lead_of(collection: Collection, item: Item) -> str:
    r"""The sentence of a formula before it, in small letters; other formulas in it are holes.

    A display that begins its block, and the items of a list, go on with the sentence above. A word within the display,
    as that of ``\min f \quad \text{s.t.} \quad g = 0``, stands for all of them.
    """
    return unended(item.statement.word or _before(collection, item))


def _before(collection: Collection, item: Item) -> str:
    """What stands before a formula in its block, or in the one above."""
    text, piece = item.piece.before, item.piece
    for other in reversed(collection.items[: collection.position[item]]):
        if other.piece is piece:
            continue
        if other.piece.block != piece.block or other.source is not item.source or len(text) > _LONGEST:
            break
        text, piece = f"{other.piece.before} {HOLE} {text}", other.piece
    if not text.strip():
        text = piece.above if len(text) <= _LONGEST else text
    return text


def last_sentence(collection: Collection, item: Item) -> str:
    """The words that lead up to a formula; where a full stop stands before it, the sentence that ends there."""
    lead = lead_of(collection, item)
    return lead if lead.strip(f" {HOLE}") else unended(_before(collection, item).strip(f" \n{HOLE}").rstrip(".:"))


def unended(prose: str) -> str:
    """What stands behind the last full stop."""
    prose = " ".join(prose.lower()[-_LONGEST:].split())
    for pattern, plain in _ABBREVIATED:
        prose = pattern.sub(plain, prose)
    return _ENDED.split(prose)[-1].strip()
