"""What the words before and behind a formula make of it: said, supposed, concluded, asked for."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.items import Item, Role

_TAKEN_BACK = re.compile(
    r"\b(not|never|no|without|unless|whether|would|if|when|were|except|rather than|instead of|mistaken?|"
    r"mistakes|tempting|wrongly|incorrectly|trivial case)\b"
)
_DENIED = re.compile(r"\b(not|wrong|fails?|were|would|false|never)\b|\?")
_CLAIMED = re.compile(
    r"\b(clearly|obviously|hence|thus|therefore|then|so|note|because|since|follows|see|means|implies|get|"
    r"have(?! (?:the|an?) [\w\s-]*(?:decomposition|factori[sz]ation|svd)\b)|obtain|case is|shows?|that|always)\b"
)
_SET = re.compile(
    r"\b(let|assume|suppose|where|with|given|for|define|denote|set|put|write|choose|fix|take|call|consider|"
    r"using|by|is|are|some|all|and|decomposition|factori[sz]ation|svd)\b"
)
_CONCLUDED = re.compile(r"\b(so|hence|thus|therefore|clearly|obviously|follows|get|obtain|shows?|implies)\b")
_CONSEQUENCE = re.compile(r"\W*(?:so|hence|thus|therefore),?(?: we have| that)?\s*")
_ASKED = re.compile(
    r"\b(with|where|such that|satisfying|satisfies|subject to|constraint\w*|orthogonal|orthonormal|unit|"
    r"unitary|normali[sz]ed|assum\w*|suppose|let|provided|given|require\w*|under)\b"
)


def words_before(item: Item, ends: str = ".;:!?") -> str:
    """What the sentence of a formula says before it."""
    return re.split(f"[{ends}]", item.piece.before.lower()[-80:])[-1]


def is_hypothetical(item: Item) -> bool:
    """Whether the prose around takes back what an inline formula says: "not", "if", "would", a question."""
    behind = re.split(r"[.;!]", item.piece.after.lower()[:80])[0]
    return bool(_TAKEN_BACK.search(words_before(item, ".;:!")) or _DENIED.search(behind))


def is_introduced(item: Item) -> bool:
    """Whether the words before an inline formula set something, and do not claim it: "where", "let"; not "so"."""
    before = words_before(item)
    if _CLAIMED.search(before):
        return False
    return bool(_SET.search(before)) or not before.strip(" ,(")


def is_concluded(item: Item) -> bool:
    """Whether the words before a formula draw a conclusion: "so", "it follows"."""
    return bool(_CONCLUDED.search(words_before(item)))


def is_consequence(item: Item) -> bool:
    """Whether a sentence of running text is a conclusion and its formula, and no more: "So $a = b$"."""
    return not item.display and bool(_CONSEQUENCE.fullmatch(words_before(item)))


def constrains(collection: Collection, item: Item) -> bool:
    """Whether the words before an inline equation ask something of its letters: "with", "such that", "unit"."""
    before = words_before(item, ".;!?")
    earlier = next(
        (x for x in reversed(collection.items[: collection.position[item]]) if x.role is not Role.RANGE), item
    )
    beside = earlier is not item and not earlier.display and earlier.piece.block == item.piece.block
    if before.strip(" ,(") in ("", "and") and beside:
        return earlier.role is Role.DECLARATION or constrains(collection, earlier)
    return bool(_ASKED.search(before))
