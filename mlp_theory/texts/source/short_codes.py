r"""Short codes of Jekyll and Hugo: ``{% katex %}`` and ``{{< math >}}`` become delimiters of mathematics."""

from __future__ import annotations

import re

from mlp_theory.texts.source.masking import blanked, put

_TAG = re.compile(
    r"\{\{[<%]\s*(?P<hugo>/?[\w./-]+)(?P<rest>[^\n{}]{0,500}?)/?\s*[>%]\}\}"
    r"|\{%-?\s*(?P<jekyll>[\w./-]+)(?P<arguments>[^\n%]{0,500}?)-?%\}"
)
_MATHEMATICS = {"katex", "math", "mathjax", "latex", "tex"}
_LISTINGS = {"highlight", "comment"}
LOOKS_LIKE_MATHEMATICS = re.compile(r"math|tex\b|equation|formula|\beq\b|\\[A-Za-z]", re.IGNORECASE)


def open_short_codes(text: str) -> str:
    r"""A page in which short codes around mathematics are ``$$`` or ``\(``, and all others blank.

    Listings are blank too. A short code that only looks like mathematics is left, to be counted.
    """
    if "{%" not in text and "{{" not in text:
        return text
    ends = _Ends(text)
    waiting: dict[str, str] = {}  # what closes the mathematics that is open, by the name of its short code
    listings: list[tuple[int, int]] = []

    def delimiter(found: re.Match[str]) -> str:
        name = found["hugo"] or found["jekyll"]
        arguments = found["rest"] or found["arguments"] or ""
        if ended := _ended(found):
            return waiting.pop(ended, "")
        inner = ends.inner(found) if name in _MATHEMATICS | _LISTINGS else None
        if inner is not None and name in _LISTINGS:
            listings.append((found.end(), found.end() + len(inner)))
            return ""
        if inner is not None and name in _MATHEMATICS:
            if "$" in inner or r"\(" in inner or r"\[" in inner:
                return ""  # it only says that mathematics comes
            displayed = "\n" in inner or re.search(r"\b(?:display|block)\b", arguments)
            waiting[name] = "$$" if displayed else r"\)"
            return "$$" if displayed else r"\("
        return found[0] if LOOKS_LIKE_MATHEMATICS.search(name + " " + arguments) else ""

    translated = put(_TAG, text, delimiter)
    for begin, end in listings:
        translated = translated[:begin] + blanked(translated[begin:end]) + translated[end:]
    return translated


def _ended(found: re.Match[str]) -> str | None:
    """The name of the short code that this one closes."""
    if (name := found["hugo"]) is not None:
        return name[1:] if name.startswith("/") else None
    return found["jekyll"][3:] if found["jekyll"].startswith("end") else None


class _Ends:
    """Finds where short codes are closed, each in a pass that never goes back."""

    def __init__(self, text: str):
        self.text = text
        self.next: dict[str, re.Match[str] | None] = {}

    def inner(self, opening: re.Match[str]) -> str | None:
        """What stands between a short code and its end; None where it has none."""
        name = re.escape(opening["hugo"] or opening["jekyll"])
        end = rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}" if opening["hugo"] else rf"\{{%-?\s*end{name}\s*-?%\}}"
        closing = self.next.get(end)
        if end not in self.next or (closing is not None and closing.start() < opening.end()):
            closing = self.next[end] = re.compile(end).search(self.text, opening.end())
        return self.text[opening.end() : closing.start()] if closing is not None else None
