"""Displays that are opened and never closed: they would vanish from a page without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile(r"```|`|<!--|(?<!\\)\$\$")


def displays_in(text: str) -> Iterator[int]:
    """Where ``$$`` stands outside of code and comments; in one pass, however many are left open."""
    at = 0
    while (found := _MARK.search(text, at)) is not None:
        token, at = found.group(), found.end()
        if token == "$$":
            yield found.start()
            continue
        closing = text.find({"<!--": "-->"}.get(token, token), at)
        line_end = text.find("\n", at)
        if token == "`" and (closing < 0 or 0 <= line_end < closing):
            continue  # a lone backtick
        if closing < 0:
            return
        at = closing + len(token)
