r"""The files that a document of LaTeX consists of: what it takes in by ``\input`` stands in its place."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from mlp_theory.errors import DataError
from mlp_theory.texts.source.decoding import read_text
from mlp_theory.texts.source.limits import MAX_CHARACTERS, bounded
from mlp_theory.texts.source.masking import blanked, put
from mlp_theory.texts.source.pieces import Part

MAX_FILES = 200
MAX_DEPTH = 10

_INPUT = re.compile(r"\\(?:input|include)(?![A-Za-z])\s*(?:\{([^{}\n]*)\}|([\w./-]+))")
_LISTINGS = "verbatim|Verbatim|lstlisting|minted|comment|filecontents|alltt|tikzpicture|algorithmic|thebibliography"
_LISTING = re.compile(rf"\\begin\{{({_LISTINGS})\*?\}}|\\(?:verb|lstinline)\*?([^\sA-Za-z{{*])")
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%([^\n]*)")
DIRECTIVE = re.compile(r"%+\s*(?:(?:given|expect|layout)\s*:|unchecked\b)", re.IGNORECASE)


@dataclass
class TexFiles:
    """A page of LaTeX and the files that it takes in, without their listings and comments.

    Parameters
    ----------
    path : str
        Of the page. Files are taken from its folder and from below it, and from nowhere else.

    Attributes
    ----------
    text, latex : list of str
        Stretches of the page in the order in which TeX reads them: as they stand, and without listings and comments.
    parts : list of Part
        Where each stretch comes from.
    left_out : int
        How many files are not taken in: they lie elsewhere, are missing or unreadable, or go round in a circle.
    """

    path: str
    text: list[str] = field(default_factory=list)
    latex: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    left_out: int = 0
    lines: int = 0
    characters: int = 0

    @property
    def taken_in(self) -> set[str]:
        """The real paths of the files that it takes in."""
        folder = os.path.dirname(os.path.realpath(self.path))
        return {os.path.realpath(os.path.join(folder, part.name)) for part in self.parts if part.name}

    def take(self, text: str, name: str = "", above: tuple[str, ...] = ()) -> None:
        """Take a file, and in its midst those that it takes in.

        Parameters
        ----------
        text : str
        name : str
            Of the file, from the folder of the page; "" for the page itself.
        above : tuple of str
            The real paths of the files in whose midst it stands.
        """
        latex = without_comments(without_listings(text))
        begin, line = 0, 1
        for found in _INPUT.finditer(latex):
            wanted = (found[1] or found[2]).strip()
            if (inner := self._inner(wanted, above)) is None:
                self.left_out += 1
                continue
            self._add(text, latex, begin, found.start(), Part(name, self.lines + 1, line))
            line += latex.count("\n", begin, found.start())
            self.take(inner[0], inner[1], (*above, inner[2]))
            begin = found.end()
        self._add(text, latex, begin, len(latex), Part(name, self.lines + 1, line))

    def _add(self, text: str, latex: str, begin: int, end: int, part: Part) -> None:
        """Add a stretch; what goes on in the middle of a line keeps its column."""
        indent = " " * (begin - latex.rfind("\n", 0, begin) - 1)
        self.text.append(indent + text[begin:end])
        self.latex.append(indent + latex[begin:end])
        self.parts.append(part)
        self.lines += latex.count("\n", begin, end) + 1
        self.characters += end - begin

    def _inner(self, wanted: str, above: tuple[str, ...]) -> tuple[str, str, str] | None:
        """The text of a file that is taken in, its name and its real path."""
        folder = os.path.realpath(os.path.dirname(self.path) or ".")
        path = os.path.realpath(os.path.join(folder, wanted))
        if not path.lower().endswith(".tex"):
            path = os.path.realpath(f"{path}.tex")
        inside = os.path.isabs(wanted) is False and os.path.commonpath([folder, path]) == folder
        if not inside or path in (*above, os.path.realpath(self.path)) or len(above) >= MAX_DEPTH:
            return None
        if len(self.parts) > MAX_FILES or not os.path.isfile(path):
            return None
        name = os.path.relpath(path, folder)
        try:
            text = bounded(read_text(path, name), name)
        except DataError:
            return None
        return (text, name, path) if self.characters + len(text) <= MAX_CHARACTERS else None


def taken_in_by(path: str) -> set[str]:
    """The real paths of the files that a document takes in; none of what is no document, or cannot be read."""
    try:
        text = bounded(read_text(path, path), path)
    except DataError:
        return set()
    files = TexFiles(path)
    if r"\documentclass" in text:
        files.take(text)
    return files.taken_in


def without_listings(text: str) -> str:
    """The same with what is printed as it stands blank."""
    out, at = [], 0
    unclosed: set[str] = set()
    for found in _LISTING.finditer(text):
        if found.start() < at:
            continue
        if found[1]:
            end = rf"\end{{{found[1]}"
            closing = -1 if end in unclosed else text.find(end, found.end())
            if closing < 0:
                unclosed.add(end)
                continue
        else:
            closing = text.find(found[2], found.end(), found.end() + 500)
            if closing < 0 or "\n" in text[found.end() : closing]:
                continue
            closing += 1
        out += [text[at : found.start()], blanked(text[found.start() : closing])]
        at = closing
    return "".join([*out, text[at:]])


def without_comments(text: str) -> str:
    """The same with comments blank, but for those that speak to the checker.

    A line that is nothing but a comment ends no paragraph in TeX, so it is filled with spaces that are no blanks.
    """

    def left(found: re.Match[str]) -> str:
        if DIRECTIVE.match(found[0]):
            return found[0]
        alone = not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
        return found[1] + ("\xa0" if alone else "")

    return put(_COMMENT, text, left)
