"""Pages on disk: which files are meant, and what stands in them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from mlp_theory.errors import DataError
from mlp_theory.texts.source.decoding import read_text
from mlp_theory.texts.source.formats import ENDINGS, format_of
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.source.tex_files import taken_in_by

SKIPPED = ("node_modules", "venv", "__pycache__", "site-packages")
"""Folders of other people's pages, which nobody means."""


def read_file(path: str | os.PathLike[str]) -> Source:
    """Read a page, which goes by the name it was asked for.

    Raises
    ------
    DataError
        For a file that is missing, no file, too large, or no text in UTF-8.
    """
    name = os.fspath(path)
    try:
        if not os.path.exists(name):
            raise DataError(f"{name} cannot be read", expected="a page of Markdown", got="no such file")
        if os.path.isdir(name):
            expected = f"a page, or a folder with {', '.join(ENDINGS)} files"
            raise DataError(f"{name} cannot be read", expected=expected, got="a folder without pages")
        if not os.path.isfile(name):  # a pipe may never end
            raise DataError(f"{name} cannot be read", expected="a page of Markdown", got="something that is no file")
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(f"{name} cannot be read", expected="a page of Markdown", got=reason) from None
    kind = format_of(name)
    return kind.read(read_text(name, name, kind.max_bytes), name)


def find_pages(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The pages that are meant, in the order in which they are named, no file twice.

    A folder stands for the pages of all formats in and below it, sorted, but for hidden folders and those of
    installed packages, and but for what a document of LaTeX takes in, which is read there. One without pages stands
    for itself, so that `read_file` complains of it.
    """
    found: list[str] = []
    seen: set[str] = set()
    for path in paths:
        name = os.fspath(path)
        for page in (_whole(_walk(name)) or [name]) if os.path.isdir(name) else [name]:
            if (real := os.path.realpath(page)) not in seen:
                seen.add(real)
                found.append(page)
    return found


def _whole(pages: list[str]) -> list[str]:
    """Without the pages that are parts of others."""
    inside = set().union(*(taken_in_by(page) for page in pages if page.lower().endswith(".tex")))
    return [page for page in pages if os.path.realpath(page) not in inside]


def _walk(folder: str) -> list[str]:
    """The pages in and below a folder. Links are followed, each folder entered once: a loop ends."""
    pages: list[str] = []
    entered: set[str] = set()
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        if (real := os.path.realpath(folder)) in entered:
            continue
        entered.add(real)
        try:
            names = sorted(os.listdir(folder))
        except OSError:  # a folder that may not be entered, or was taken away
            continue
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                if not name.startswith(".") and name not in SKIPPED:
                    waiting.append(path)
            elif name.lower().endswith(ENDINGS):
                pages.append(path)
    return sorted(pages, key=lambda page: page.split(os.sep))
