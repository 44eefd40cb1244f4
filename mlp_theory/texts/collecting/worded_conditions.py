r"""Words within a display that say what a letter is: ``\text{where } A \text{ is symmetric}``."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.property_words import PROPERTIES
from mlp_theory.texts.items import Item, Role, Said
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.latex.restrictions import Condition
from mlp_theory.texts.source.inline import HOLE
from mlp_theory.texts.syntax.syn import Syn, UnreadError

_TEXT = re.compile(r"\\(?:text|mbox|textrm|textit|mathrm)\s*\{([^{}]*)\}")
_GAP = re.compile(r"\\(?:q?quad|[,;:! ]|left|right)(?![a-zA-Z])|[&~]")
_NAME = r"\\?[A-Za-z]+|\\(?:mathbf|boldsymbol|bm|vec|hat)\s*\{?\\?[A-Za-z]+\}?"
_SUPPOSING = r"if|when|whenever|provided|assuming|only"
_LEADING = re.compile(
    rf"(?:{_SUPPOSING}|for|where|with|since|as|because|given|here|using|that|all|any|every|a|an|the|and)\b"
)


def note_worded_conditions(collection: Collection) -> None:
    """Note what the words beside the equations of displays say of a letter, and take them for no condition."""
    known: Item | None = None
    for item in collection.items:
        if item.statement.beside and known is not None and item.piece is known.piece and item.error is None:
            if item.statement.relations == [] or not item.syns:
                item.role = Role.NOTHING  # the same words once more, as a statement that is not read
            continue
        known = None
        if item.display and (said := _said(item)) is not None:
            known, item.said = item, (said,)
            item.statement.conditions = [c for c in item.statement.conditions if not _is_said_by(item, c)]


def _is_said_by(item: Item, condition: Condition) -> bool:
    """Whether a condition is the words behind its statement, and not those of a row above."""
    if condition.latex.places:
        return condition.latex.places[0] >= _end(item)
    return _squeezed(condition.latex.text) in _squeezed(_behind(item))


def _squeezed(text: str) -> str:
    """Its letters alone."""
    return re.sub(r"[^a-z]", "", text.lower())


def _said(item: Item) -> Said | None:
    """What the words behind a statement say, where they say nothing else."""
    found = _words_and_name(_behind(item))
    if found is None:
        return None
    words, name = found
    before, _, behind = words.partition(HOLE)
    for known in PROPERTIES:
        if not known.is_named(before, behind):
            continue
        left, right = known.said_before.search(before), known.said_behind.match(behind)
        if left is None and right is None:
            continue
        rest = before[: left.start()] if left is not None else before
        more = behind if right is None else behind[right.end() :]
        others = re.sub(r"[\s,.;:()]|\bmatri(?:x|ces)\b|\bvectors?\b", "", _LEADING.sub("", rest) + more)
        if others:
            return None
        return Said(name, known.domain, bool(re.match(rf"[\s,(]*(?:{_SUPPOSING})\b", words)))
    return None


def _behind(item: Item) -> str:
    """What stands in the row of a statement behind it, in LaTeX."""
    return re.split(r"\\\\|\\end\b", item.piece.latex[_end(item) :])[0]


def _end(item: Item) -> int:
    """Where the last side of a statement ends in its display; the first may stand in the display before."""
    sides = item.statement.sides[1:] if item.statement.continues else item.statement.sides
    return max((place + 1 for side in sides for place in side.latex.places), default=0)


def _words_and_name(latex: str) -> tuple[str, Syn] | None:
    """The words with a hole for the one name among them; None where there is more mathematics, or no words."""
    prose: list[str] = []
    names: list[str] = []
    position = 0
    for found in [*_TEXT.finditer(latex), None]:
        outside = _GAP.sub(" ", latex[position : found.start() if found else len(latex)])
        bare = outside.strip(" \n\t,.;()")
        if bare:
            names.append(bare)
            prose.append(outside.replace(bare, f" {HOLE} "))
        else:
            prose.append(outside)
        if found:
            inside = re.split(r"\$([^$]*)\$", found.group(1))
            names += inside[1::2]
            prose.append(f" {HOLE} ".join(inside[::2]))
            position = found.end()
    words = " ".join("".join(prose).lower().split())
    if len(names) != 1 or not re.fullmatch(_NAME, names[0].strip()) or not words.replace(HOLE, "").strip(" ,.;()"):
        return None
    try:
        return words, parse(names[0])
    except UnreadError:
        return None
