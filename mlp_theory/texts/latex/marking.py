"""Marks for what only the neighbours of a sign can tell: which bars open, which digits are arguments."""

from __future__ import annotations

import re

from mlp_theory.texts.latex.slices import mark_colons
from mlp_theory.texts.syntax.fonts import FONTS
from mlp_theory.texts.syntax.syn import MAX_DEPTH, MAX_ITEMS, UnreadError
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooDeep, TooLong

_TOKEN = re.compile(r"\\(?:[a-zA-Z]+\*?|.)|.", re.S)
_OPEN = {"(", "[", "{", r"\{", r"\langle", r"\lvert", r"\lVert", r"\lbrace", r"\lbrack"}
_CLOSE = {")", "]", "}", r"\}", r"\rangle", r"\rvert", r"\rVert", r"\rbrace", r"\rbrack"}
_DOUBLE_BARS = {r"\|", r"\Vert", r"\lVert", r"\rVert"}
_BARS = {"|", r"\vert", r"\lvert", r"\rvert"} | _DOUBLE_BARS
_FRACTIONS = {r"\frac", r"\tfrac", r"\dfrac", r"\cfrac"}
_OPERATORS = set("=+-−*/,;:<>&^_·") | {
    "\\" + name
    for name in r"""
        odot circ cdot times otimes oslash le leq ge geq ne neq in sum prod log ln exp max min tanh partial nabla approx
        frac tfrac dfrac to leftarrow gets triangleq equiv det left quad qquad \ mid pm
    """.split()  # noqa: SIM905
}
_INVISIBLE = {r"\left", r"\right", r"\middle", r"\,", r"\;", r"\!", r"\:", r"\ ", r"\limits", r"\displaystyle", "~"} | {
    rf"\{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")
}
_RENAMED = {r"\lbrace": r"\{", r"\rbrace": r"\}", r"\lbrack": "[", r"\rbrack": "]"}
_BAR = r"(?:\||\\[lr]?vert(?![a-zA-Z])|\\mid(?![a-zA-Z]))"
_ROW = rf"\s*(?:{_BAR}\s*)?(?:&\s*(?:(?:{_BAR}|\\[lc]?dots(?![a-zA-Z]))\s*)?)*"
_COLUMNS = re.compile(
    rf"(?P<before>\\begin\s*\{{[bpvBV]?matrix\}}|\\begin\s*\{{array\}}\s*\{{[^{{}}]*\}}|\\\\)"
    rf"(?P<row>(?=[^\\]*{_BAR}){_ROW}(?:\\\\|(?=\\end\b)))"
)
"""A row of a matrix that holds nothing but bars: it only says that columns stand beside each other."""
_DASH = (
    r"(?:-{1,3}|[—–]|\\text\s*\{\s*[-—–]+\s*\}|\\text(?:em|en)dash(?![a-zA-Z])"
    r"|\\rule(?:\[[^][]*\])?\s*\{[^{}]*\}\s*\{[^{}]*\})"
)
_MATRIX = re.compile(
    r"(?P<begin>\\begin\s*\{[bpvBV]?matrix\})(?P<rows>(?:(?!\\begin|\\end).)*)(?=\\end\s*\{)", re.DOTALL
)
_DASHED = re.compile(rf"(\s*{_DASH}\s*&)([^&]+)(&\s*{_DASH}\s*)")
_DOTTED = re.compile(r"(\s*&)(\s*\\[vd]dots\s*)(&\s*)")
_CASES = re.compile(r"\\left\s*(?:\\\{|\\lbrace)(?=\s*\\begin\s*\{(?:array|matrix|aligned|split)\})")


def prepare(latex: str) -> str:
    r"""Mark what only the neighbours of a character can tell; every character keeps its place.

    Bars become opening, closing or conditional bars; ``\left\{`` before an array becomes a mark of cases;
    digits that TeX takes as an argument become single signs; the colon of a range is told from that of a relation.
    """
    latex = re.sub(r"[.,;](?=\s*(\\end\b|\\\\))", " ", latex)  # a full stop behind the last case
    if "&" in latex:
        latex = _COLUMNS.sub(lambda m: m["before"] + " " * len(m["row"]), latex)
        latex = _MATRIX.sub(lambda m: m["begin"] + _without_dashes(m["rows"]), latex)
    latex = _CASES.sub(lambda m: "\ue010" + " " * (len(m.group()) - 1), latex)
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(latex)]
    if sum(1 for t, _ in tokens if not t.isspace()) > MAX_ITEMS * 2:
        raise UnreadError(TooLong("too many signs"))
    visible = [(token, start) for token, start in tokens if not (token.isspace() or token in _INVISIBLE)]
    _refuse_depth(visible)
    out = list(latex)
    for token, start in visible:
        if token in _RENAMED:
            _put(out, start, token, _RENAMED[token])
    _mark_arguments(visible, out)
    mark_colons(visible, out)
    _mark_bars(tokens, out)
    return "".join(out)


def _without_dashes(rows: str) -> str:
    """The rows of a matrix without the dashes that only say that each of them is a row: ``— & x_1^T & —``."""
    parts = re.split(r"(\\\\)", rows)
    found = [_DASHED.fullmatch(row) or _DOTTED.fullmatch(row) for row in parts[::2]]
    if not all(m or not row.strip() for m, row in zip(found, parts[::2], strict=True)):
        return rows
    for k, m in enumerate(found):
        if m is not None:
            parts[2 * k] = " " * len(m[1]) + m[2] + " " * len(m[3])
    return "".join(parts)


def _put(out: list[str], start: int, old: str, new: str) -> None:
    out[start : start + len(old)] = list(new.ljust(len(old)))


def _refuse_depth(visible: list[tuple[str, int]]) -> None:
    depth = 0
    for token, start in visible:
        if token in _BARS:
            continue
        if token in _OPEN:
            depth += 1
            if depth > MAX_DEPTH:
                raise UnreadError(TooDeep(f"nested more than {MAX_DEPTH} deep"), start)
        elif token in _CLOSE:
            depth -= 1


def _mark_arguments(visible: list[tuple[str, int]], out: list[str]) -> None:
    r"""Mark the digits that TeX takes one by one: 1 and 2 in ``\frac12``, 2 in ``x^23``."""
    wanted = 0  # how many arguments TeX still takes at this place
    pending: list[int] = []  # arguments wanted by what stands around the open braces
    for token, start in visible:
        if token in _OPEN or token in _BARS:
            if token == "{":
                pending.append(max(wanted - 1, 0))
            wanted = 0
        elif token in _CLOSE:
            wanted = (pending.pop() if pending else 0) if token == "}" else 0
        elif token in ("^", "_", r"\sqrt"):
            wanted = 1
        elif token in _FRACTIONS:
            wanted = 2
        elif token.startswith("\\") and token[1:] in FONTS:
            wanted = max(wanted, 1)
        elif wanted and token.isdigit() and token.isascii():
            out[start] = chr(0xE020 + int(token))
            wanted -= 1
        else:
            wanted = max(wanted - 1, 0)


def _mark_bars(tokens: list[tuple[str, int]], out: list[str]) -> None:
    r"""Tell bars that open from those that close, by ``\left``, by their partners and by what stands before them."""
    stack: list[str] = []
    previous, direction = "(", ""  # the last visible token; what \left, \bigr or the bar itself says
    for k, (token, start) in enumerate(tokens):
        if token in (r"\left", r"\right"):
            direction = "open" if token == r"\left" else "close"
        elif token.isspace() or token in _INVISIBLE:
            if token.startswith((r"\big", r"\Big")):
                direction = {"l": "open", "r": "close"}.get(token[-1], direction)
        elif token in _BARS:
            double = token in _DOUBLE_BARS
            kind = "‖" if double else "|"
            if token.startswith(r"\l"):
                direction = "open"
            elif token.startswith(r"\r"):
                direction = "close"
            operand = previous not in _OPERATORS and previous not in _OPEN and previous not in ("open bar", "bar")
            inside = bool(stack) and stack[-1] == kind
            if inside and (direction == "close" or (direction != "open" and (operand or double))):
                stack.pop()
                _put(out, start, token, "\ue003" if double else "\ue001")
                previous = ")"
            elif direction == "open" or not operand or _closes(tokens, start, token):
                stack.append(kind)
                _put(out, start, token, "\ue002" if double else "\ue000")
                previous = "open bar"
            elif not double and _next_visible(tokens, k) == "_":  # f|_{x = 0}
                _put(out, start, token, "\ue006")
                previous = "bar"
            else:
                _put(out, start, token, "\ue004")
                previous = "bar"
            direction = ""
        else:
            if token in _OPEN:
                stack.append(token)
            elif token in _CLOSE:
                while stack and stack[-1] in ("|", "‖"):
                    stack.pop()
                if stack:
                    stack.pop()
            previous, direction = token, ""


def _next_visible(tokens: list[tuple[str, int]], k: int) -> str:
    """The next sign that is seen behind one."""
    return next((t for t, _ in tokens[k + 1 :] if not (t.isspace() or t in _INVISIBLE)), "")


def _closes(tokens: list[tuple[str, int]], start: int, bar: str) -> bool:
    """Whether a bar after an operand, as in 2|x|, is closed later on its own level."""
    depth = 0
    first = True
    for token, at in tokens:
        if at <= start or token.isspace():
            continue
        if first and token == "_":
            return False  # f|_{x = 0}
        first = False
        if token in _OPEN:
            depth += 1
        elif token in _CLOSE:
            depth -= 1
            if depth < 0:
                return False
        elif depth == 0 and token == bar:
            return True
        elif depth == 0 and token == "=" and bar == "|":
            return False
    return False
