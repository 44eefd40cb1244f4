"""What a page must do beside its equations: close its displays, spell its marks, claim what is required."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from difflib import get_close_matches

from mlp_theory.texts.claims.every_layer import LAYOUTS
from mlp_theory.texts.items import Item
from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.reports.verdict import Verdict
from mlp_theory.texts.source.pieces import Directive, Source
from mlp_theory.texts.source.unclosed import displays_in
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.page_marks import RequiredClaim, UnclosedDisplay, UnknownMark

KNOWN_MARKS = {"layout": LAYOUTS, "expect": ("false",)}


def unclosed(source: Source) -> list[Verdict]:
    """A display that is never closed would vanish from the page without a word."""
    found = []
    for name, start, text in source.in_parts():
        marks = list(displays_in(text))
        if len(marks) % 2:
            line = start + text.count("\n", 0, marks[-1])
            why = UnclosedDisplay("a display that is opened or closed by only one $$")
            found.append(Verdict(line, 1, "$$", UNREAD, why, "$$", part=name))
    return found


def misspelt(source: Source) -> list[Verdict]:
    """A mark with a word that nobody knows would do nothing, in silence."""
    marks = [(d.kind, d.text, d.line) for d in source.pieces_and_directives if isinstance(d, Directive)]
    layout = source.front_matter.get("layout", "")
    if get_close_matches(layout.lower(), LAYOUTS):  # most heads of pages say how the page is to look: "layout: post"
        marks.insert(0, ("layout", layout, 1))
    found = []
    for mark, text, at in marks:
        if mark in KNOWN_MARKS and text.strip() and not text.strip().lower().startswith(KNOWN_MARKS[mark]):
            part, line = source.place_of(at)
            said = f"{mark}: {text}"
            why = UnknownMark(f"{mark} is {' or '.join(KNOWN_MARKS[mark])}")
            found.append(Verdict(line, 1, said, UNREAD, why, said, part=part))
    return found


def says_something(item: Item) -> bool:
    """Whether an item of the page is more than a letter that is mentioned."""
    return item.own and not item.piece.comment and (item.display or bool(item.statement.relations))


def required(expressions: Sequence[str], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """What the page must make a claim about that holds, and does not."""
    if not expressions:
        return []
    claimed = {_plain(side) for v in verdicts if v.kind.confirms for side in v.read_as.split(" = ")}
    return [
        Verdict(1, 1, wanted, UNREAD, RequiredClaim(f"required: no claim about {wanted} that holds"), wanted)
        for wanted in expressions
        if _plain(wanted) not in claimed
    ]


def _plain(text: str) -> str:
    """The mathematics of a side, without its spaces."""
    if "\\" in text:
        with contextlib.suppress(UnreadError):
            text = show(parse(text))
    return "".join(text.split())
