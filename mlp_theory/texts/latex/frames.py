r"""Boxes, colours and brackets around a whole equation: ``\boxed{a = b}`` says a = b."""

from __future__ import annotations

import re

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.nesting import closing_brace, depth_tokens
from mlp_theory.texts.latex.relations import RELATION, has_relation

_ONE_GROUP = re.compile(r"\\(?:boxed|fbox|framebox|mathrel|mathbin|mathord|ensuremath|mathclap|displaylines)\s*(?=\{)")
_SEEN = "red|blue|green|orange|purple|magenta|cyan|teal|violet|brown|olive|darkgreen|darkblue|darkred|gray|grey"
"""Colours that are seen on white: what is written in white is not to be judged as if it could be read."""

_TWO_GROUPS = re.compile(rf"\\(?:textcolor\s*\{{(?:{_SEEN})\}}|colorbox\s*\{{(?:yellow|lightgray|pink)\}})\s*(?=\{{)")
_SWITCH = re.compile(rf"\\color\s*\{{(?:{_SEEN})\}}")
_BARE_SIGN = re.compile(r"\{\s*(=|<|>|\\(?:le|ge|leq|geq|ne|neq|equiv)(?![A-Za-z]))\s*\}")
_SYSTEM = re.compile(r"\\begin\s*\{([A-Za-z]+)\*?\}(\s*\{[lcr|@ ]*\})?")
_PAIRS = {"(": ")", "[": "]", "{": "}", r"\{": r"\}", r"\lbrace": r"\rbrace"}
_SIZE = re.compile(r"^\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])")
_ASIDE = ("_", "^", r"\text", r"\mbox", r"\textrm", r"\substack", r"\limits")
MAX_OPENED = 6


def unframed(latex: LocatedText) -> LocatedText:
    """The text without boxes and colours."""
    for found in list(_SWITCH.finditer(latex.text)):
        latex.blank(found.start(), found.end())
    for pattern in (_ONE_GROUP, _TWO_GROUPS):
        for found in list(pattern.finditer(latex.text)):
            end = closing_brace(latex.text, found.end())
            if end is not None:
                latex.blank(found.start(), found.end() + 1)
                latex.blank(end, end + 1)
    for found in list(_BARE_SIGN.finditer(latex.text)):
        latex.put(found.start(), found.end(), found.group(1))
    return latex


def opened(row: LocatedText, depth: int = 0) -> LocatedText:
    """A row that is one bracket, brace or system around its relations, without that; any other row as it is."""
    row = row.strip()
    if has_relation(row.text) or depth > MAX_OPENED or not hides_relation(row.text):
        return row
    inner = _in_bracket(row) or _in_brace_below(row) or _in_environment(row)
    return row if inner is None else opened(inner, depth + 1)


def _in_bracket(row: LocatedText) -> LocatedText | None:
    r"""``( … )``, ``\left[ … \right]``, ``{ … }``."""
    start = _size(row.text)
    tokens = depth_tokens(row.text[start:])
    if not tokens or tokens[0][0] not in (*_PAIRS, "."):
        return None
    first = tokens[0][0]
    if first == ".":  # \left. … \right.
        end = re.search(r"\\right\s*\.$", row.text)
        return row[start + 1 : end.start()] if end else None
    closing = next((at for token, at, level in tokens[1:] if level == 0 and token in _PAIRS.values()), None)
    if closing is None or row.text[start + closing :].strip() not in (*_PAIRS.values(),):
        return None
    inner = row[start + len(first) : start + closing]
    cut = re.search(r"\\(?:right|[bB]igg?r?)\s*$", inner.text)
    return inner[: cut.start()] if cut else inner


def _size(text: str) -> int:
    found = _SIZE.match(text)
    return found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip()) if found else 0


def _in_brace_below(row: LocatedText) -> LocatedText | None:
    r"""``\underbrace{ … }_{…}``."""
    found = re.match(r"\\(?:under|over)(?:brace|line|bracket)\s*(?=\{)", row.text)
    end = closing_brace(row.text, found.end()) if found else None
    if found is None or end is None:
        return None
    rest = row.text[end + 1 :].strip()
    note = closing_brace(rest, 1) if rest[:2] in ("_{", "^{") else None
    return row[found.end() + 1 : end] if not rest or note == len(rest) - 1 else None


def _in_environment(row: LocatedText) -> LocatedText | None:
    r"""``\begin{cases} a = b \\ c = d \end{cases}``, with or without a brace around it."""
    found = _SYSTEM.search(row.text)
    if found is None or row.text[: found.start()].strip().replace(" ", "") not in ("", r"\left\{", r"\{"):
        return None
    end = re.search(r"\\end\s*\{" + found.group(1) + r"\*?\}\s*(\\right\s*\.)?\s*$", row.text)
    if end is None:
        return None
    inner = row[found.end() : end.start()]
    first_cells = [re.split(r"(?<!\\)&", line)[0] for line in re.split(r"\\\\", inner.text) if line.strip()]
    if "cases" in found.group(1) and not all(has_relation(cell) for cell in first_cells):
        return None  # branches with their conditions
    return inner


def hides_relation(text: str) -> bool:
    """Whether a relation stands inside of brackets or braces, other than in a script or in words."""
    tokens = [token for token in depth_tokens(text) if not token[0].isspace()]
    k = 0
    while k < len(tokens):
        token, _, depth = tokens[k]
        if token in RELATION:
            return True
        k += 1
        if token in _ASIDE and k < len(tokens):
            grouped = tokens[k][0] == "{"
            k += 1
            while grouped and k < len(tokens) and tokens[k][2] > depth:
                k += 1
    return False
