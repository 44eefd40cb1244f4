"""Translations of a page into Markdown that keep each character where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable

Replace = str | Callable[[re.Match[str]], str]


def blanked(text: str) -> str:
    """As many spaces, with the line ends kept."""
    return re.sub(r"[^\n]", " ", text)


def put(pattern: re.Pattern[str], text: str, new: Replace = "") -> str:
    """Put something no longer in place of what a pattern finds, and spaces behind it; line ends stay line ends."""

    def replaced(found: re.Match[str]) -> str:
        said = new(found) if callable(new) else new
        return said + blanked(found[0][len(said) :])

    return pattern.sub(replaced, text)
