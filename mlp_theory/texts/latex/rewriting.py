"""Small rewrites of a text that knows its places: what a pattern finds is put together anew, all else stays."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_theory.texts.latex.located_text import LocatedText

MAX_ROUNDS = 8
"""How deep one thing that is rewritten may stand in another."""

GROUP = r"\{((?:\\.|[^{}\\]|\{(?:\\.|[^{}\\]|\{(?:\\.|[^{}\\]|\{[^{}]*\})*\})*\})*)\}"
"""What TeX takes as one argument, braces in it included; its content is the group of the pattern."""

WORDS = r"\\(?:text|mbox|textrm|textit|textbf|hbox|mathrm)\s*\{[^{}]*\}"
"""Words between signs."""


@dataclass(frozen=True)
class Rewrite:
    r"""What is written so means that.

    Attributes
    ----------
    hint : str
        A text without it is left alone, unseen.
    pattern : str
        What is looked for, from left to right.
    parts : tuple of str and int
        What stands in its place: a string as it is, a number for a group of the pattern, which keeps its places.
    """

    hint: str
    pattern: str
    parts: tuple[str | int, ...]

    def __call__(self, latex: LocatedText) -> LocatedText:
        """The text with everything rewritten, also what stands inside of what is rewritten."""
        for _ in range(MAX_ROUNDS):
            if self.hint not in latex.text:
                return latex
            found = list(re.finditer(self.pattern, latex.text, re.DOTALL))
            if not found:
                return latex
            latex = self._once(latex, found)
        return latex

    def _once(self, latex: LocatedText, found: list[re.Match[str]]) -> LocatedText:
        out, start = LocatedText("", []), 0
        for match in found:
            out = out + latex[start : match.start()]
            for part in self.parts:
                if isinstance(part, int):  # a group that took no part is (-1, -1): nothing
                    out = out + latex[match.start(part) : match.end(part)]
                else:
                    out = out + LocatedText(part, [latex.place(match.start())] * len(part))
            start = match.end()
        return out + latex[start:]
