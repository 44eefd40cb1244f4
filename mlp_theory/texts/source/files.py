"""Pages on disk: which files are meant, and what stands in them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from mlp_theory.errors import DataError
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.pieces import Source

MAX_BYTES = 2_000_000
ENDINGS = (".md", ".markdown")


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
            expected = f"a page, or a folder with {' or '.join(ENDINGS)} files"
            raise DataError(f"{name} cannot be read", expected=expected, got="a folder without pages")
        if not os.path.isfile(name):  # a pipe may never end
            raise DataError(f"{name} cannot be read", expected="a page of Markdown", got="something that is no file")
        with open(name, "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(f"{name} cannot be read", expected="a page of Markdown", got=reason) from None
    if len(content) > MAX_BYTES:
        raise DataError(
            f"{name} is too large", expected=f"at most {MAX_BYTES:,} bytes", got=f"{os.path.getsize(name):,} bytes"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(
            f"{name} is no text in UTF-8",
            expected="UTF-8",
            got=f"byte 0x{content[error.start]:02x} in line {line}",
            mend="save it as UTF-8",
        ) from None
    return read_source(text, name)


def find_pages(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The pages that are meant, in the order in which they are named, no file twice.

    A folder stands for the ``.md`` and ``.markdown`` files in and below it, sorted, but for hidden folders. One
    without pages stands for itself, so that `read_file` complains of it.
    """
    found: list[str] = []
    seen: set[str] = set()
    for path in paths:
        name = os.fspath(path)
        for page in (_walk(name) or [name]) if os.path.isdir(name) else [name]:
            if (real := os.path.realpath(page)) not in seen:
                seen.add(real)
                found.append(page)
    return found


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
                if not name.startswith("."):
                    waiting.append(path)
            elif name.lower().endswith(ENDINGS):
                pages.append(path)
    return sorted(pages, key=lambda page: page.split(os.sep))
