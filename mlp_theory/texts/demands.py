"""What a page must do beside its equations: close its displays, spell its marks, claim what is required."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from mlp_theory.texts.claims.every_layer import LAYOUTS
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
    marks = list(displays_in(source.text))
    if len(marks) % 2 == 0:
        return []
    line = source.text.count("\n", 0, marks[-1]) + 1
    return [Verdict(line, 1, "$$", UNREAD, UnclosedDisplay("a display that is opened or closed by only one $$"), "$$")]


def misspelt(source: Source) -> list[Verdict]:
    """A mark with a word that nobody knows would do nothing, in silence."""
    marks = [("layout", source.front_matter.get("layout", ""), 1)]
    marks += [(d.kind, d.text, d.line) for d in source.pieces_and_directives if isinstance(d, Directive)]
    return [
        Verdict(
            line, 1, f"{mark}: {text}", UNREAD, UnknownMark(f"{mark} is {' or '.join(KNOWN_MARKS[mark])}"),
            f"{mark}: {text}",
        )
        for mark, text, line in marks
        if mark in KNOWN_MARKS and text.strip() and not text.strip().lower().startswith(KNOWN_MARKS[mark])
    ]  # fmt: skip


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
