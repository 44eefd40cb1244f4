r"""Macros defined outside of mathematics: a line ``\newcommand{\R}{\mathbb{R}}``, a set-up of MathJax."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST = 2_000  # so that a brace that is never closed costs no more
_DEPTH = 5


def _group(depth: int) -> str:
    inner = rf"|{_group(depth - 1)}" if depth else ""
    return rf"\{{(?:[^{{}}\\]|\\.{inner}){{0,{_LONGEST}}}+\}}"


_NAME = r"\s*(?:\{\s*\\[A-Za-z]+\s*\}|\\[A-Za-z]+)\s*"
DEFINITION = (
    rf"\\(?:(?:(?:re)?new|provide)command|DeclareMathOperator)\*?{_NAME}(?:\[[^\]\n]{{0,300}}\]\s*){{0,2}}{_group(_DEPTH)}"
    rf"|\\DeclarePairedDelimiter{_NAME}{_group(0)}\s*{_group(0)}"
    rf"|\\g?def\s*\\[A-Za-z]+\s*(?:\#\d)*\s*{_group(_DEPTH)}"
)
"""The definition of a macro, as a pattern without groups that means the same in verbose mode."""

_MACROS = re.compile(
    r"[\"']?macros[\"']?\s*:\s*\{((?:[^{}\"']|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|\{[^{}]*\})*+)\}",
    re.IGNORECASE,
)
_STRING = r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'"
_ENTRY = re.compile(rf"[\"']?([A-Za-z]+)[\"']?\s*:\s*(?:\[\s*(?:{_STRING})\s*,\s*(\d)\s*[\],]|(?:{_STRING}))")


def configured_macros(script: str) -> Iterator[tuple[int, str]]:
    r"""The macros of a set-up of MathJax or KaTeX, ``macros: {R: "\\mathbb{R}"}``: where each stands, as LaTeX."""
    for macros in _MACROS.finditer(script):
        for entry in _ENTRY.finditer(macros[1]):
            name, *bodies = entry.group(1, 2, 3, 5, 6)
            body = re.sub(r"\\(.)", r"\1", next(body for body in bodies if body is not None))
            count = f"[{entry[4]}]" if entry[4] else ""
            yield macros.start(1) + entry.start(), rf"\newcommand{{\{name}}}{count}{{{body}}}"
