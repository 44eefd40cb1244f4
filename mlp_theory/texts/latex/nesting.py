"""How many brackets and environments are open around each token of a text."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\begin\s*\{[^{}]*\}|\\end\s*\{[^{}]*\}|\\[A-Za-z]+\*?|\\.|.", re.S)
_OPENING = {"(", "[", "{", r"\{", r"\langle", r"\lbrace", r"\lbrack"}
_CLOSING = {")", "]", "}", r"\}", r"\rangle", r"\rbrace", r"\rbrack"}


def depth_tokens(text: str) -> list[tuple[str, int, int]]:
    """Tokens with their place and how many brackets and environments are open around them."""
    out = []
    depth = 0
    for found in _TOKEN.finditer(text):
        token = found.group()
        if token in _OPENING or token.startswith("\\begin"):
            out.append((token, found.start(), depth))
            depth += 1
        elif token in _CLOSING or token.startswith("\\end"):
            depth = max(depth - 1, 0)
            out.append((token, found.start(), depth))
        else:
            out.append((token, found.start(), depth))
    return out


def outer_level(text: str) -> str:
    """The text with everything inside brackets blanked."""
    return "".join(token if depth == 0 else " " * len(token) for token, _, depth in depth_tokens(text))


def closing_brace(text: str, opening: int) -> int | None:
    """Where the group that opens here closes."""
    depth = 0
    k = opening
    while k < len(text):
        if text[k] == "\\":
            k += 2
            continue
        if text[k] == "{":
            depth += 1
        elif text[k] == "}":
            depth -= 1
            if depth == 0:
                return k
        k += 1
    return None
