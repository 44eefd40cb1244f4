"""What looks like mathematics and is not read: it is counted, so that nothing vanishes without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.source.short_codes import LOOKS_LIKE_MATHEMATICS

_CODE = re.compile(r"(`+)(?!`).{0,500}?(?<!`)\1(?!`)", re.DOTALL)
_RENDERERS = (
    r"latex\.codecogs|codecogs\.com|[?&/](?:tex|latex|math)=|render/math|cht=tx|mathurl\.com|quicklatex|latex2png"
)
_LOOKS = {
    "MathML": re.compile(r"<math(?:\s[^<>]*)?>", re.IGNORECASE),
    "picture of a formula": re.compile(
        rf"!\[[^\[\]]*\]\([^()\s]*(?:{_RENDERERS})|<img\s[^<>]*(?:{_RENDERERS})"
        r"|!\[[^\[\]$]*\\[a-z]{2}[^\[\]$]*\]\(|<img\s[^<>]*alt=[^<>$]*\\[a-z]{2}",
        re.IGNORECASE,
    ),
    "short code": re.compile(r"\{\{[<%](?!\s*/)[^\n]{1,500}?[>%]\}\}|\{%-?(?!\s*end)[^\n%]{1,500}%\}"),
    "bracketed formula": re.compile(r"\[(katex|latex|tex|mathjax)\b[^\[\]\n]{0,60}\][^\n]{1,500}?\[/\1\]"),
}
_RENDERED = {"katex", "mathjax", "asciimath", "tex", "latex", "mathml"}


def kinds_in(prose: str) -> Iterator[str]:
    """The kind of everything in a stretch of prose that looks like mathematics."""
    if "<" not in prose and "![" not in prose and "{" not in prose and "[/" not in prose:
        return
    if "`" in prose:
        prose = _CODE.sub("", prose)
    for kind, pattern in _LOOKS.items():
        for found in pattern.finditer(prose):
            if kind != "short code" or LOOKS_LIKE_MATHEMATICS.search(found[0]):
                yield kind


def kind_of_fence(info: str, content: str) -> str | None:
    """What a fence holds that some site shows as mathematics: its kind, or None for code."""
    name = info.strip().split(" ")[0].strip("{}").lower()
    is_listing = r"\documentclass" in content or r"\usepackage" in content
    return f"fence of {name}" if name in _RENDERED and content.strip() and not is_listing else None
