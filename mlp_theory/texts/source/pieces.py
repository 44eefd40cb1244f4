"""What a page of Markdown is made of, for us: pieces of mathematics, and directives to the checker."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.texts.source.places import Places

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
    """

    latex: str
    display: bool
    block: int
    before: str
    after: str
    comment: bool
    origin: Places = field(repr=False, compare=False)

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
class Source:
    """A page: its mathematics and its directives in reading order, its front matter, its text."""

    path: str
    pieces_and_directives: tuple[Piece | Directive, ...]
    front_matter: dict[str, str]
    text: str = field(repr=False)

    @property
    def layout(self) -> str:
        """Of derivatives, as the front matter says; "" where it says nothing."""
        return self.front_matter.get("layout", "").lower()
