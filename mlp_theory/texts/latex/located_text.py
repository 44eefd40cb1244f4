"""A piece of text whose characters know where in the file they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

GAP = "\ue030"  # a private sign for a space so wide that it separates


@dataclass
class LocatedText:
    """A string that remembers where in the file each of its characters came from."""

    text: str
    places: list[int]

    @classmethod
    def of(cls, text: str) -> LocatedText:
        """A piece as it stands."""
        return cls(text, list(range(len(text))))

    def __getitem__(self, where: slice) -> LocatedText:
        return LocatedText(self.text[where], self.places[where])

    def __add__(self, other: LocatedText) -> LocatedText:
        return LocatedText(self.text + other.text, self.places + other.places)

    def blank(self, start: int, end: int) -> None:
        """Overwrite a stretch with spaces."""
        self.put(start, end, "")

    def put(self, start: int, end: int, new: str) -> None:
        """Overwrite a stretch with something no longer than it, and spaces."""
        self.text = self.text[:start] + new.ljust(end - start) + self.text[end:]

    def strip(self) -> LocatedText:
        """Without spaces at the ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return self[start : max(end, start)]

    def place(self, at: int) -> int:
        """Where the character stood."""
        if not self.places:
            return 0
        return self.places[min(max(at, 0), len(self.places) - 1)]


def unpunctuated(row: LocatedText) -> LocatedText:
    """Without the punctuation and the gaps at its ends; dots that stand for a range stay."""
    while True:
        row = row.strip()
        leading = re.match(r"(\\[,;:!]|\\ |\\q?quad(?![A-Za-z])|\ue030|~|\s)+", row.text)
        if leading:
            row = row[leading.end() :]
        text = row.text
        ends = text.endswith((",", ".", ";", "~")) and not text.endswith(("\\,", "\\;"))
        if ends and (text.endswith((r"\dots.", r"\ldots.")) or not text.endswith(("..", "\\."))):
            row = row[: len(text) - 1]
            continue
        trailing = re.search(r"(\\[,;:!]|\\ |\\quad|\\qquad|\ue030|\\right\s*\.(?=$))\s*$", text)
        if trailing and not trailing.group().startswith(r"\right"):
            row = row[: trailing.start()]
            continue
        return row
