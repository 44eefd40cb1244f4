"""From the blocks of a page to its pieces: what is mathematics in them, and what prose stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from mlp_theory.texts.source.definitions import configured_macros
from mlp_theory.texts.source.inline import HOLE, MACRO, SCRIPT, plain, scan, without_holes
from mlp_theory.texts.source.passed_over import kind_of_fence, kinds_in
from mlp_theory.texts.source.pieces import KINDS, Directive, Piece
from mlp_theory.texts.source.places import Places, Tracer
from mlp_theory.texts.source.regions import Regions


@dataclass
class _Group:
    """What belongs to one block: its prose with holes, and its pieces, that wait for their prose."""

    block: int
    above: str = ""  # the prose of the block before
    cell: bool = False  # of a table
    end: int = -1  # the line behind its last one
    prose: list[str] = field(default_factory=list)
    waiting: list[Callable[[str, str], None]] = field(default_factory=list)


class Gatherer:
    """Walks over the blocks of a page and collects its pieces and directives.

    Parameters
    ----------
    markdown : str
        The page.
    dollars_in_sentences : bool
        Whether ``$$…$$`` within a line stands in its sentence, as ``$…$`` does elsewhere.
    prices : bool
        Whether a dollar may be one.

    Attributes
    ----------
    done : list of Piece or Directive
    passed_over : Counter
        What looks like mathematics and is not read, and how often.
    """

    def __init__(self, markdown: str, dollars_in_sentences: bool = False, prices: bool = True):
        self.tracer = Tracer(markdown)
        self.prices = prices
        self.dollars_in_sentences = dollars_in_sentences
        self.done: list[Any] = []
        self.passed_over: Counter[str] = Counter()
        self.blocks = 0
        self.regions = Regions()
        self.above = ""  # the prose of the last block that had some
        self.leads: list[str] = []  # the prose before each list that is open
        self.group = _Group(0)

    def read(self, tokens: Iterable[Token]) -> None:
        """Take the blocks of a page, or of a part of it."""
        kind = ""
        for token in tokens:
            self.regions.see(token)
            if token.type == "display":
                self.enter(token)
                self.add(token.content, self.tracer.of_stretches(token), token.markup)
            elif token.type == "comment":
                self.comment(token.content, self.tracer.of_stretches(token))
                self.group.end = token.map[1] if token.map and self.group.end >= token.map[0] else self.group.end
            elif token.type == "inline":
                if kind == "paragraph_open":
                    self.enter(token)
                self.group.cell = kind in ("th_open", "td_open")
                self.text(token.content, self.places(token, in_cell=self.group.cell))
            elif token.type == "fence" and token.info.split()[:1] in (["math"], ["{math}"]) and token.map:
                self.close()
                places = self.tracer.of_lines(token, first=token.map[0] + 1)
                self.add(token.content, places, "math")
                self.close()
            elif token.type not in ("paragraph_open", "paragraph_close"):
                self.close()
                if token.type == "tr_open":
                    self.tracer.new_row()
                elif token.type in ("bullet_list_open", "ordered_list_open"):
                    self.leads.append(self.above)
                    self.group.above = self.above
                elif token.type in ("bullet_list_close", "ordered_list_close"):
                    self.leads.pop()
                elif token.type == "fence" and (kind_here := kind_of_fence(token.info, token.content)):
                    self.passed_over[kind_here] += 1
                elif token.type == "html_block":
                    self.script(token)
            kind = token.type
        self.close()

    def places(self, token: Token, in_cell: bool) -> Places:
        """Where the characters of a block stand."""
        if token.meta.get("stretches"):
            return self.tracer.of_stretches(token)
        return self.tracer.of_cell(token) if in_cell else self.tracer.of_lines(token)

    def enter(self, token: Token) -> None:
        """Stay in the block when no blank line lies between: a display belongs to its sentence."""
        first, end = token.map or (0, 0)
        if first > self.group.end:
            self.close()
        self.group.end = end
        self.group.prose.append(" ")

    def close(self) -> None:
        """Give the pieces of the block their prose, and begin another."""
        if self.group.prose:
            prose = plain("".join(self.group.prose))
            self.above = prose or self.above
            between = prose.split(HOLE)
            for k, finish in enumerate(self.group.waiting):
                finish(between[k].strip(), between[k + 1].strip())
        self.blocks += 1
        self.group = _Group(self.blocks, self.leads[-1] if self.leads else self.above)

    def add(self, latex: str, places: Places, opening: str, comment: bool = False) -> None:
        """Take a piece, whose prose will be known when its block ends."""
        if not latex.strip():
            return
        if opening.startswith(r"\begin") and not latex.startswith(opening):
            # A bare environment is the whole of it, so that its kind is known.
            end = opening.replace("begin", "end")
            latex, places = f"{opening}{latex}{end}", places.since(-len(opening))
        if opening.startswith("\\\\"):
            latex = _undoubled(latex)
        stripped = latex.lstrip()
        places, latex = places.since(len(latex) - len(stripped)), stripped.rstrip()
        display = not comment and opening not in _IN_SENTENCES and not _is_inline_script(opening)
        index, group, region = len(self.done), self.group, self.regions.here
        self.done.append(None)

        def finish(before: str, after: str) -> None:
            around = (group.block, before, after)
            self.done[index] = Piece(latex, display, *around, comment, places, group.above, group.cell, region)

        self.group.waiting.append(finish)
        self.group.prose.append(HOLE)

    def text(self, text: str, places: Places) -> None:
        """Read what stands in a paragraph, a heading or a cell."""
        position = 0
        for found in scan(text, self.prices):
            begin, end = found.outer
            self.say(text[position:begin])
            position = end
            inner, where = text[slice(*found.inner)], places.since(found.inner[0])
            if found.opening == "<!--":
                self.comment(inner, where)
            elif found.opening == MACRO:
                self.define(inner, where)
            elif found.opening == "$$" and self.dollars_in_sentences and _within_a_line(text, begin, end):
                self.add(inner, where, "$")
            else:
                self.add(inner, where, found.opening)
        self.say(text[position:])

    def say(self, prose: str) -> None:
        """Take the prose between two pieces, and count what looks like mathematics in it."""
        self.passed_over.update(kinds_in(prose))
        self.group.prose.append(without_holes(prose))

    def define(self, latex: str, places: Places) -> None:
        """Take the definition of a macro, which nobody sees on the page."""
        piece = Piece(latex, False, self.group.block, "", "", True, places, region=self.regions.here)
        self.done.append(piece)

    def script(self, token: Token) -> None:
        """Take the macros that a script sets up for the whole page."""
        for at, latex in configured_macros(token.content):
            line = (token.map or [0])[0] + token.content.count("\n", 0, at) + 1
            self.define(latex, Places((0,), ((line, 1),)))

    def comment(self, text: str, places: Places) -> None:
        """Keep a comment that speaks to the checker; what is given in it is mathematics."""
        kind, colon, rest = text.partition(":")
        kind = kind.strip().lower()
        if kind not in KINDS or not (colon or kind == "unchecked"):
            return
        line, _ = places.at(len(text) - len(text.lstrip()))
        self.done.append(Directive(kind, " ".join(rest.split()), line))
        if kind != "given":
            return
        page, self.blocks = self.group, self.blocks + 1
        self.group = _Group(self.blocks)
        start, position = len(text) - len(rest), 0
        for found in scan(rest):
            if found.opening == "<!--":
                continue
            self.group.prose.append(without_holes(rest[position : found.outer[0]]))
            position = found.outer[1]
            inner = rest[slice(*found.inner)]
            self.add(inner, places.since(start + found.inner[0]), found.opening, comment=True)
        self.group.prose.append(without_holes(rest[position:]))
        self.close()
        self.group = page


_IN_SENTENCES = ("$", "$`", r"\(", r"\\(", "{math}`")
"""The openings of mathematics that stands in a sentence."""


def _is_inline_script(opening: str) -> bool:
    return bool(SCRIPT.match(opening)) and "display" not in opening


def _within_a_line(text: str, begin: int, end: int) -> bool:
    """Whether words stand beside a stretch of text in its line."""
    before = text[text.rfind("\n", 0, begin) + 1 : begin]
    after = text[end : None if (stop := text.find("\n", end)) < 0 else stop]
    return bool(re.search(r"\w", before + after))


_DOUBLED = re.compile(r"(?:\\\\){2,}|\\\\(?=[A-Za-z{}|,;:!])|\\(?=[_*])")


def _undoubled(latex: str) -> str:
    r"""What a reader sees between ``\\(`` and ``\\)``, where Markdown takes one of two backslashes away.

    A lone ``\\`` before a space is left: on such pages it ends a row.
    """
    return _DOUBLED.sub(lambda found: ("\\" * (len(found[0]) // 2)).rjust(len(found[0])), latex)
