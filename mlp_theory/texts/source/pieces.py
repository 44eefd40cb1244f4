"""What a page is made of, for us: pieces of mathematics, and directives to the checker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from mlp_theory.texts.source.places import Places
from mlp_theory.texts.source.regions import Region

KINDS = ("given", "unchecked", "expect", "layout")


@dataclass(frozen=True)
class Piece:
    r"""One piece of mathematics.

    Attributes
    ----------
    latex : str
        What stands between the delimiters, without the blanks around it; of a bare ``\begin{align}`` all of it.
    display : bool
        Whether it stands on lines of its own: ``$$``, ``\[``, a fence of ``math``, a bare environment.
    block : int
        The serial number of the paragraph, list item or cell it stands in.
    before, after : str
        The plain prose of the same block up to the previous piece and the next one.
    comment : bool
        Whether it stands in ``<!-- given: … -->``.
    above : str
        The plain prose of the block before, of a list item that before its list; formulas in it are holes.
    cell : bool
        Whether it stands in a table.
    region : Region
        The innermost part of the page that it stands in.
    """

    latex: str
    display: bool
    block: int
    before: str
    after: str
    comment: bool
    origin: Places = field(repr=False, compare=False)
    above: str = ""
    cell: bool = False
    region: Region = field(default_factory=Region, repr=False, compare=False)

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, from 1, of character `offset` of `latex`."""
        return self.origin.at(offset)


@dataclass(frozen=True)
class Directive:
    """A comment to the checker, ``<!-- kind: text -->``, with kind one of `KINDS`."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True)
class Part:
    """A part of a page that counts lines of its own: a cell of a notebook, a file that another one takes in.

    Attributes
    ----------
    name : str
        As it is told: ``cell 4``; "" for the page itself.
    first : int
        The line of the page, from 1, at which it begins.
    start : int
        The number that this line has in the part.
    """

    name: str
    first: int
    start: int = 1


@dataclass(frozen=True)
class Source:
    """A page: its mathematics and its directives in reading order, its front matter, its text.

    Attributes
    ----------
    path : str
    pieces_and_directives : tuple of Piece or Directive
    front_matter : dict
    text : str
        As it stands in the file; of a page in parts, all of them.
    markdown : str
        The same text as it was read, character under character: what is no Markdown has become blank, or Markdown.
    parts : tuple of Part
        In the order of their lines; none where the page counts its lines throughout.
    passed_over : dict
        What looks like mathematics and is not read, and how often: ``{"MathML": 2}``.
    """

    path: str
    pieces_and_directives: tuple[Piece | Directive, ...]
    front_matter: dict[str, str]
    text: str = field(repr=False)
    markdown: str = field(repr=False)
    parts: tuple[Part, ...] = ()
    passed_over: dict[str, int] = field(default_factory=dict)

    @property
    def layout(self) -> str:
        """Of derivatives, as the front matter says; "" where it says nothing."""
        return self.front_matter.get("layout", "").lower()

    def in_parts(self) -> Iterator[tuple[str, int, str]]:
        """The parts of the page, or the whole of it: name, number of the first line, what was read."""
        lines = self.markdown.split("\n")
        parts = self.parts or (Part("", 1),)
        for part, end in zip(parts, [*(other.first for other in parts[1:]), len(lines) + 1], strict=True):
            yield part.name, part.start, "\n".join(lines[part.first - 1 : end - 1])

    def place_of(self, line: int) -> tuple[str, int]:
        """The part that a line of the page stands in, "" for the page itself, and the line's number there."""
        k = bisect_right(self.parts, line, key=lambda part: part.first) - 1
        if k < 0:
            return "", line
        part = self.parts[k]
        return part.name, line - part.first + part.start
