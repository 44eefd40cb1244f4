r"""Within a paragraph or a cell: what is mathematics, what a comment, what code, and what plain prose."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mlp_theory.texts.source.definitions import DEFINITION

ENVIRONMENTS = "equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|aligned|gathered|split"
HOLE = "\ufffc"  # stands for a piece in the prose around it
MACRO = r"\newcommand"  # the opening of what defines a macro
SCRIPT = re.compile(r"<script\s[^<>]*type\s*=\s*[\"']?math/tex[^<>]*>", re.IGNORECASE)


@cache
def closing_of(opening: str) -> re.Pattern[str]:
    """What ends a display: the first group is what stands before the delimiter, in one line or in many."""
    if opening == "$$":
        return re.compile(r"((?:[^$\\]|\\.|\$(?!\$))*+)\$\$", re.DOTALL)
    if opening == "$":
        return re.compile(r"((?:[^$\\]|\\.)*+)\$", re.DOTALL)
    if SCRIPT.match(opening):
        return re.compile(r"(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
    if opening in (r"\[", r"\("):
        end = {"[": "]", "(": ")"}[opening[1]]
        return re.compile(rf"((?:[^\\]|\\[^{re.escape(end)}])*+)\\{re.escape(end)}", re.DOTALL)
    end = {"$`": "`$", "{math}`": "`", "<!--": "-->", r"\\(": r"\\)", r"\\[": r"\\]"}.get(opening)
    end = end or opening.replace("begin", "end")
    return re.compile(rf"(.*?){re.escape(end)}", re.DOTALL)


_TAG = r"""</?[a-z][a-z0-9-]*+(?:\s++[\w:.@-]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+/?>"""
_MARK = re.compile(
    rf"""(?P<macro>{DEFINITION})
    |(?P<opening>{SCRIPT.pattern}|\\\\?[(\[]|\\begin\{{(?:{ENVIRONMENTS})\*?\}}|\$`(?!`)|\$\$|\$|\{{math\}}`(?!`)|<!--)
    |(?P<code>`+)|\\.|{_TAG}""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """Mathematics or a comment in a text: its delimiter, its outer bounds, its inner ones."""

    opening: str
    outer: tuple[int, int]
    inner: tuple[int, int]


def scan(text: str, prices: bool = True) -> Iterator[Found]:
    """Find mathematics, macros and comments, from left to right, in a text without blocks.

    Where there may be `prices`, ``$5 and $6`` is none.
    """
    runs: dict[int, list[int]] | None = None
    unclosed: set[str] = set()  # what is not closed once is not closed further on either: time stays linear
    position = 0
    while mark := _MARK.search(text, position):
        opening, position = mark[0], mark.end()
        if mark["macro"]:
            yield Found(MACRO, mark.span(), mark.span())
        elif mark["code"]:
            if runs is None:
                runs = {}
                for run in re.finditer("`+", text):
                    runs.setdefault(len(run[0]), []).append(run.start())
            same = runs.get(len(opening), [])
            k = bisect_left(same, position)
            position = same[k] + len(opening) if k < len(same) else position
        elif mark["opening"]:
            closing = None if opening in unclosed else closing_of(opening).match(text, position)
            if closing is None:
                unclosed.add(opening)
            may_be_price = opening == "$" and prices
            if closing is None or not closing[1].strip() or (may_be_price and not _is_mathematics(text, closing)):
                # A lone mark is prose; what follows it may still be mathematics.
                position = mark.start() + (1 if opening in ("$$", "$`") else len(opening))
                continue
            position = closing.end()
            bare = opening.startswith(r"\begin")
            inner = (mark.start(), closing.end()) if bare else (mark.end(), closing.end(1))
            yield Found(opening, (mark.start(), closing.end()), inner)


def _is_mathematics(text: str, closing: re.Match[str]) -> bool:
    """Whether ``$…$`` is mathematics, and not two prices."""
    inner = closing[1]
    before = text[max(closing.start() - 2, 0) : closing.start() - 1]
    after = text[closing.end() : closing.end() + 1]
    if inner[0] == "\\":  # 3$\times$3
        return True
    if before.isdigit() or after.isdigit():
        return False
    begins, ends = inner[0].isspace(), inner[-1].isspace()
    if ends and not begins:
        return not (after.isalnum() or inner[0].isdigit())
    if begins and not ends:
        return not before.isalnum()
    return True


# ------------------------------------------------------------------ prose

_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = (  # none of them takes a hole away
    (re.compile(rf"</?[a-zA-Z][^<>{HOLE}]*>"), ""),
    (re.compile(rf"!?\[([^\[\]]*)\]\([^(){HOLE}]*\)"), r"\1"),
    (re.compile(r"(?<![\w\\])[*_]{1,3}(?=\S)|(?<=\S)(?<!\\)[*_]{1,3}(?!\w)|\*\*"), ""),
    (re.compile(r"`+|~~"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def plain(prose: str) -> str:
    """Prose without its Markdown."""
    for pattern, replacement in _PLAIN:
        prose = pattern.sub(replacement, prose)
    return " ".join(prose.split())


def without_holes(prose: str) -> str:
    """Prose with its entities resolved, in which no sign is taken for a piece."""
    return html.unescape(prose).replace(HOLE, " ")
