"""Where in the file each character of a text stands that was cut out of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token


@dataclass(frozen=True)
class Places:
    """Where the characters of a text that was cut out of a file stand in the file.

    Attributes
    ----------
    offsets : tuple of int
        Where in the text an unbroken stretch of the file begins.
    positions : tuple of (int, int)
        The line and column, from 1, of each of them.
    start : int
        The offset that counts as 0.
    """

    offsets: tuple[int, ...]
    positions: tuple[tuple[int, int], ...]
    start: int = 0

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of character `offset`, from 1."""
        offset += self.start
        k = max(bisect_right(self.offsets, offset) - 1, 0)
        line, column = self.positions[k]
        return line, column + offset - self.offsets[k]

    def since(self, offset: int) -> Places:
        """The same, for the text from character `offset` on."""
        return Places(self.offsets, self.positions, self.start + offset)


def moved(tokens: Iterable[Token], lines: int, characters: int) -> Iterator[Token]:
    """The blocks of a text that stands behind so many lines, of so many characters, of a longer one."""
    for token in tokens:
        if token.map:
            token.map = [line + lines for line in token.map]
        if stretches := token.meta.get("stretches"):
            token.meta["stretches"] = [(k + lines, begin + characters, end + characters) for k, begin, end in stretches]
        yield token


class Tracer:
    """Finds the characters of markdown-it's blocks in the file again."""

    def __init__(self, text: str):
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.cursor = 0  # where in a table's row the next cell begins

    def new_row(self) -> None:
        """Look for the next cell from the start of a line."""
        self.cursor = 0

    def of_stretches(self, token: Token) -> Places:
        """Where the characters of a display or a comment stand: markdown-it's state knew."""
        offsets, positions, offset = [], [], 0
        for line, begin, end in token.meta["stretches"]:
            offsets.append(offset)
            positions.append((line + 1, begin - self.starts[line] + 1))
            offset += end - begin + 1
        return Places(tuple(offsets), tuple(positions))

    def of_lines(self, token: Token, first: int | None = None) -> Places:
        """Where the characters of a block's text stand: each of its lines ends a line of the file, or lies in it."""
        first = first if first is not None else token.map[0] if token.map else 0
        offsets, positions, offset = [], [], 0
        for k, part in enumerate(token.content.split("\n")):
            line = self.lines[first + k].rstrip() if first + k < len(self.lines) else ""
            trimmed = part.rstrip()
            # Before the text stand the marks of lists and quotes; behind it perhaps the #s of a heading.
            begin = len(line) - len(trimmed)
            if not line.endswith(trimmed):
                inner = trimmed.lstrip()
                begin = max(line.find(inner), 0) - (len(trimmed) - len(inner))
            offsets.append(offset)
            positions.append((first + k + 1, begin + 1))
            offset += len(part) + 1
        return Places(tuple(offsets), tuple(positions))

    def of_cell(self, token: Token) -> Places:
        r"""Where a table's cell stands. A bar in it was written ``\|``."""
        cell, row = token.content, token.map[0] if token.map else 0
        written = cell.replace("|", r"\|")
        begin = self.lines[row].find(written, self.cursor)
        if begin < 0:
            begin, written = self.cursor, cell
        offsets, positions = [0], [(row + 1, begin + 1)]
        for k, bar in enumerate(bar.start() for bar in re.finditer(r"\|", cell)):
            offsets.append(bar)
            positions.append((row + 1, begin + bar + k + 2))
        self.cursor = begin + len(written)
        return Places(tuple(offsets), tuple(positions))
