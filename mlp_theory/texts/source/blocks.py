r"""The blocks of a page: markdown-it's, and displays and comments as blocks of their own."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from mdit_py_plugins.front_matter import front_matter_plugin

from mlp_theory.texts.source.inline import ENVIRONMENTS, SCRIPT, closing_of

MAX_DISPLAY_LINES = 60  # an unclosed $$ must not swallow the page
MAX_DEPTH = 60  # of lists in quotes in lists; markdown-it drops what lies deeper


@cache
def block_parser(indented_code: bool = True, front_matter: bool = True) -> MarkdownIt:
    """The parser of blocks: CommonMark and tables, with displays and comments as blocks of their own."""
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH}).enable("table")
    if front_matter:
        markdown.use(front_matter_plugin)
    if not indented_code:
        markdown.disable("code")
    markdown.core.ruler.enableOnly(["normalize", "block"])
    # A line of = or - within a display is no underlined title, and `[a]: b` is prose like any other.
    markdown.disable(["lheading", "reference"])
    everywhere: Any = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    markdown.block.ruler.before("fence", "display", _display_rule, everywhere)
    markdown.block.ruler.before("fence", "comment", _comment_rule, everywhere)
    markdown.block.ruler.at("html_block", _raw_html_rule, everywhere)
    markdown.block.ruler.at("paragraph", _paragraph_rule)
    return markdown


_OPEN_DISPLAY = re.compile(rf"\$\$|\\\\?\[|\\begin\{{(?:{ENVIRONMENTS})\*?\}}")
# After the closing delimiter: a full stop, a number or a label are nobody's prose.
_TAIL = re.compile(r"[\s.,;:]*(?:\([^()$]*\)|\{[^{}$]*\})?[\s.,;:]*\Z")


def _display_rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    r"""A block that begins with ``$$``, ``\[`` or ``\begin{align}`` and ends with its partner, over blank lines too."""
    first = state.bMarks[startLine] + state.tShift[startLine]
    if state.src[first : first + 1] not in ("$", "\\") or state.is_code_block(startLine):
        return False
    if not (opening := _OPEN_DISPLAY.match(state.src, first, state.eMarks[startLine])):
        return False
    return _fenced(state, startLine, min(endLine, startLine + MAX_DISPLAY_LINES), silent, "display", opening[0])


def _comment_rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A comment that begins a line; one that is never closed hides the rest, as it does in a browser."""
    first = state.bMarks[startLine] + state.tShift[startLine]
    if not state.src.startswith("<!--", first) or state.is_code_block(startLine):
        return False
    return _fenced(state, startLine, endLine, silent, "comment", "<!--")


def _fenced(state: StateBlock, startLine: int, endLine: int, silent: bool, kind: str, opening: str) -> bool:
    """Push a token with the stretches of the file between `opening` and its partner."""
    begin = state.bMarks[startLine] + state.tShift[startLine] + len(opening)
    stretches: list[tuple[int, int, int]] = []  # line, begin, end
    blank = False
    for line in range(startLine, endLine):
        if line > startLine:
            empty = state.isEmpty(line)
            # Outside of the list item or the quote. A careless indent is forgiven, but not after a blank line.
            if state.sCount[line] < 0 or (not empty and state.sCount[line] < state.blkIndent and blank):
                break
            blank = blank or empty
            begin = state.bMarks[line]
        end = state.eMarks[line]
        if closing := closing_of(opening).match(state.src, begin, end):
            rest = state.src[closing.end() : end]
            if line == startLine and not _TAIL.match(rest):
                return False  # the line goes on: it is a paragraph with a display in it
            if silent:
                return True
            stretches.append((line, begin, closing.end(1)))
            state.line = line + 1
            if not _TAIL.match(rest):  # prose after the display: let that be read as the line
                state.line = line
                state.bMarks[line] = closing.end()
                state.tShift[line] = len(rest) - len(rest.lstrip(" \t"))
                state.sCount[line] = state.blkIndent
            _push(state, kind, opening, startLine, stretches)
            return True
        if silent and kind == "comment":
            return True
        stretches.append((line, begin, end))
    if kind == "comment":
        state.line = stretches[-1][0] + 1
        _push(state, kind, opening, startLine, stretches)
        return True
    return False


def _push(state: StateBlock, kind: str, opening: str, startLine: int, stretches: list[tuple[int, int, int]]) -> None:
    token = state.push(kind, "", 0)
    token.markup = opening
    token.map = [startLine, state.line]
    token.content = "\n".join(state.src[begin:end] for _, begin, end in stretches)
    token.meta = {"stretches": stretches}


def _raw_html_rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """Leave out scripts and the like only: in ``<div>`` and ``<center>`` people write mathematics."""
    first = state.bMarks[startLine] + state.tShift[startLine]
    if SCRIPT.match(state.src, first, state.eMarks[startLine]):
        return False
    if re.compile(r"<(?:pre|script|style|textarea)(?![\w-])", re.IGNORECASE).match(state.src, first):
        return html_block(state, startLine, endLine, silent)
    return False


_MAY_INTERRUPT = frozenset("#>-+*_~`$\\<0123456789")


def _paragraph_rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """CommonMark's paragraph, but within ``$$`` a line that begins with - or + is no list."""
    rules = state.md.block.ruler.getRules("paragraph")
    parent, state.parentType = state.parentType, "paragraph"
    src, begins, shifts, ends = state.src, state.bMarks, state.tShift, state.eMarks
    open_until = _display_goes_on(state, startLine)
    line = startLine + 1
    while line < state.lineMax:
        first = begins[line] + shifts[line]
        if first >= ends[line]:
            break
        if line > open_until and 0 <= state.sCount[line] <= state.blkIndent + 3:
            below = begins[line + 1] + shifts[line + 1] if line + 1 < state.lineMax else first
            if (src[first] in _MAY_INTERRUPT or src[below : below + 1] in ("|", "-", ":")) and any(
                rule(state, line, state.lineMax, True) for rule in rules
            ):
                break
        if line >= open_until:
            open_until = max(open_until, _display_goes_on(state, line, closes=line == open_until))
        line += 1
    state.line = line
    state.push("paragraph_open", "p", 1).map = [startLine, line]
    token = state.push("inline", "", 0)
    token.content = state.getLines(startLine, line, state.blkIndent, False).strip(" \t\n")
    token.map = [startLine, line]
    state.push("paragraph_close", "p", -1)
    state.parentType = parent
    return True


def _display_goes_on(state: StateBlock, line: int, closes: bool = False) -> int:
    """The line on which a display is closed that this line opens and does not close; else 0."""
    marks = state.src.count("$$", state.bMarks[line], state.eMarks[line]) - closes
    if marks % 2 == 0:
        return 0
    for below in range(line + 1, min(line + MAX_DISPLAY_LINES, state.lineMax)):
        if state.isEmpty(below):
            return 0
        if "$$" in state.src[state.bMarks[below] : state.eMarks[below]]:
            return below
    return 0
