"""The regions of a page: its sections by their headings, and in them what ends of itself, an item or an example."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from markdown_it.token import Token


class RegionKind(Enum):
    """What makes a part of a page one."""

    PAGE = "the whole of it"
    SECTION = "what stands below a heading"
    ITEM = "an item of a list, a quotation"
    ENVIRONMENT = "a theorem, an example, an exercise, a proof"


@dataclass(eq=False)
class Region:
    """A part of a page in which a letter may have a meaning of its own.

    Attributes
    ----------
    kind : RegionKind
    parent : Region, optional
        The region around it; None of the page.
    first, last : int
        Its lines, from 1.
    level : int
        Of its heading, from 1; 0 where there is none.
    """

    kind: RegionKind = RegionKind.PAGE
    parent: Region | None = field(default=None, repr=False)
    first: int = 1
    last: int = 1
    level: int = 0

    @property
    def is_leaf(self) -> bool:
        """Whether what is said in it ends with it."""
        return self.kind in (RegionKind.ITEM, RegionKind.ENVIRONMENT)

    @property
    def section(self) -> Region:
        """The section that it stands in, or the page."""
        return self.parent.section if self.is_leaf and self.parent is not None else self

    def within(self, other: Region) -> bool:
        """Whether it is this region or a part of it."""
        here: Region | None = self
        while here is not None and here is not other:
            here = here.parent
        return here is not None

    def __str__(self) -> str:
        return f"lines {self.first}–{self.last}" if self.kind is not RegionKind.PAGE else ""


_OPENING = {
    "list_item_open": RegionKind.ITEM,
    "blockquote_open": RegionKind.ITEM,
    "environment_open": RegionKind.ENVIRONMENT,
}
_CLOSING = {opening.replace("open", "close"): kind for opening, kind in _OPENING.items()}


class Regions:
    """Follows the blocks of a page, and tells the region that they have come to.

    Attributes
    ----------
    here : Region
        The innermost one.
    """

    def __init__(self) -> None:
        self.here = Region()

    def see(self, token: Token) -> None:
        """Take one block: a heading or a list may open a region or close it."""
        if token.map:
            self._reach(token.map[1])
        if token.type == "heading_open":
            self._head(int(token.tag[1:]), token.map[0] + 1 if token.map else self.here.last)
        elif token.type in _OPENING:
            first = token.map[0] + 1 if token.map else self.here.last
            self.here = Region(_OPENING[token.type], self.here, first, first)
        elif self.here.parent is not None and self.here.kind is _CLOSING.get(token.type):
            self.here = self.here.parent

    def _reach(self, line: int) -> None:
        """Let all that is open reach to this line."""
        region: Region | None = self.here
        while region is not None and region.last < line:
            region.last = line
            region = region.parent

    def _head(self, level: int, line: int) -> None:
        """Open a section, and close those that it does not belong to; in an item a heading is only a bold line."""
        here = self.here
        while here.parent is not None and here.kind is RegionKind.ENVIRONMENT:
            here = here.parent  # which its writer has forgotten to end
        if here.kind is RegionKind.ITEM:
            return
        while here.parent is not None and here.level >= level:
            here.last, here = max(here.first, line - 1), here.parent
        self.here = Region(RegionKind.SECTION, here, line, line, level)
