r"""Markdown to pieces: where the mathematics of a page stands, and what prose stands around it.

markdown-it finds the blocks (paragraphs, lists, quotes, tables, code). What stands within a block we read ourselves,
in one pass, because each character of a formula must be traced back to its line and column, and because a stranger's
file must not cost more than time linear in its size.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from mlp_theory.errors import DataError
from mlp_theory.texts.source.blocks import MAX_DEPTH, block_parser
from mlp_theory.texts.source.inline import HOLE, plain, scan, without_holes
from mlp_theory.texts.source.pieces import KINDS, Directive, Piece, Source
from mlp_theory.texts.source.places import Places, Tracer

MAX_CHARACTERS = 2_000_000
MAX_LINES = 100_000


def read_source(text: str, path: str = "<text>") -> Source:
    r"""Read a page of Markdown.

    Raises
    ------
    DataError
        For text that is too long, nested too deep, or binary.

    Examples
    --------
    >>> source = read_source("Let $x = 1$ and\n$$ y = 2 $$\n")
    >>> [(piece.latex, piece.display, piece.at(0)) for piece in source.pieces_and_directives]
    [('x = 1', False, (1, 6)), ('y = 2', True, (2, 4))]
    """
    if len(text) > MAX_CHARACTERS:
        raise DataError(
            f"{path} is too long", expected=f"at most {MAX_CHARACTERS:,} characters", got=f"{len(text):,} characters"
        )
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DataError(f"{path} is not text", expected="Markdown", got=f"a NUL character in line {line}")
    text = re.sub(r"\r\n?", "\n", text)
    if (lines := text.count("\n")) > MAX_LINES:
        raise DataError(f"{path} is too long", expected=f"at most {MAX_LINES:,} lines", got=f"{lines:,} lines")
    try:
        tokens = block_parser().parse(text)
    except (RecursionError, RuntimeError, ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        # Whatever the parser of somebody else trips over, it is the page that cannot be read.
        raise DataError(
            f"{path} cannot be read as Markdown", expected="a page of Markdown", got=type(error).__name__
        ) from None
    if any(token.nesting == 1 and token.level >= MAX_DEPTH - 1 for token in tokens):
        raise DataError(
            f"{path} is nested too deep", expected=f"lists and quotes at most {MAX_DEPTH} deep", got="deeper ones"
        )
    reader = _Reader(text)
    reader.read(tokens)
    matter = next((token.content for token in tokens if token.type == "front_matter"), "")
    return Source(path, tuple(reader.done), _front_matter(matter), text)


def _front_matter(text: str) -> dict[str, str]:
    """The flat ``key: value`` lines of a page's head; what is deeper is not for us."""
    pairs = (line.partition(":") for line in text.split("\n") if ":" in line and not line[:1].isspace())
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs if not key.startswith("#")}


@dataclass
class _Group:
    """What belongs to one block: its prose with holes, and its pieces, that wait for their prose."""

    block: int
    above: str = ""  # the prose of the block before
    cell: bool = False  # of a table
    end: int = -1  # the line behind its last one
    prose: list[str] = field(default_factory=list)
    waiting: list[Callable[[str, str], None]] = field(default_factory=list)


class _Reader:
    """Walks over the blocks of a page and collects its pieces and directives."""

    def __init__(self, text: str):
        self.tracer = Tracer(text)
        self.done: list[Any] = []
        self.blocks = 0
        self.above = ""  # the prose of the last block that had some
        self.leads: list[str] = []  # the prose before each list that is open
        self.group = _Group(0)

    def read(self, tokens: Iterable[Token]) -> None:
        kind = ""
        for token in tokens:
            if token.type == "display":
                self.enter(token)
                self.add(token.content, self.tracer.of_stretches(token), token.markup)
            elif token.type == "comment":
                self.comment(token.content, self.tracer.of_stretches(token))
                self.group.end = token.map[1] if token.map and self.group.end >= token.map[0] else self.group.end
            elif token.type == "inline":
                if kind == "paragraph_open":
                    self.enter(token)
                in_cell = self.group.cell = kind in ("th_open", "td_open")
                self.text(token.content, self.tracer.of_cell(token) if in_cell else self.tracer.of_lines(token))
            elif token.type == "fence" and token.info.split()[:1] == ["math"] and token.map:
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
            kind = token.type
        self.close()

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
        stripped = latex.lstrip()
        places, latex = places.since(len(latex) - len(stripped)), stripped.rstrip()
        display = not comment and opening not in ("$", "$`", r"\(")
        index, group = len(self.done), self.group
        self.done.append(None)

        def finish(before: str, after: str) -> None:
            around = (group.block, before, after)
            self.done[index] = Piece(latex, display, *around, comment, places, group.above, group.cell)

        self.group.waiting.append(finish)
        self.group.prose.append(HOLE)

    def text(self, text: str, places: Places) -> None:
        """Read what stands in a paragraph, a heading or a cell."""
        position = 0
        for found in scan(text):
            self.group.prose.append(without_holes(text[position : found.outer[0]]))
            position = found.outer[1]
            inner = text[slice(*found.inner)]
            if found.opening == "<!--":
                self.comment(inner, places.since(found.inner[0]))
            else:
                self.add(inner, places.since(found.inner[0]), found.opening)
        self.group.prose.append(without_holes(text[position:]))

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
