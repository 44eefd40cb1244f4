"""Marks for what only the neighbours of a sign can tell: which bars open, which digits are arguments."""

from __future__ import annotations

import re

from mlp_theory.texts.syntax import FONTS, MAX_DEPTH, MAX_ITEMS, UnreadError

_TOKEN = re.compile(r"\\(?:[a-zA-Z]+\*?|.)|.", re.S)
_OPEN = {"(", "[", "{", r"\{", r"\langle", r"\lvert", r"\lVert", r"\lbrace", r"\lbrack"}
_CLOSE = {")", "]", "}", r"\}", r"\rangle", r"\rvert", r"\rVert", r"\rbrace", r"\rbrack"}
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
_CASES = re.compile(r"\\left\s*(?:\\\{|\\lbrace)(?=\s*\\begin\s*\{(?:array|matrix|aligned|split)\})")


def prepare(latex: str) -> str:
    r"""Mark what only the neighbours of a character can tell; every character keeps its place.

    Bars become opening, closing or conditional bars; ``\left\{`` before an array becomes a mark of cases;
    digits that TeX takes as an argument become single signs.
    """
    latex = re.sub(r"[.,;](?=\s*(\\end\b|\\\\))", " ", latex)  # a full stop behind the last case
    latex = _CASES.sub(lambda m: "\ue010" + " " * (len(m.group()) - 1), latex)
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(latex)]
    if sum(1 for t, _ in tokens if not t.isspace()) > MAX_ITEMS * 2:
        raise UnreadError("too many signs")
    out = list(latex)

    def put(start: int, old: str, new: str) -> None:
        out[start : start + len(old)] = list(new.ljust(len(old)))

    stack: list[str] = []
    depth = 0
    previous, direction = "(", ""  # the last visible token; whether \left or \right has just been read
    wanted = 0  # how many arguments TeX still takes at this place
    pending: list[int] = []  # arguments wanted by what stands around the open braces
    for token, start in tokens:
        if token.isspace() or (token in _INVISIBLE and token not in (r"\left", r"\right")):
            if token.startswith((r"\big", r"\Big")):
                direction = {"l": "open", "r": "close"}.get(token[-1], direction)
            continue
        if token in (r"\left", r"\right"):
            direction = "open" if token == r"\left" else "close"
            continue
        if token in ("|", r"\|", r"\vert", r"\Vert", r"\lvert", r"\rvert", r"\lVert", r"\rVert"):
            double = token in (r"\|", r"\Vert", r"\lVert", r"\rVert")
            kind = "‖" if double else "|"
            if token.startswith(r"\l"):
                direction = "open"
            elif token.startswith(r"\r"):
                direction = "close"
            operand = previous not in _OPERATORS and previous not in _OPEN and previous not in ("open bar", "bar")
            closing = direction == "close" or (
                direction != "open" and bool(stack) and stack[-1] == kind and (operand or double)
            )
            if closing and stack and stack[-1] == kind:
                stack.pop()
                put(start, token, "\ue003" if double else "\ue001")
                previous = ")"
            elif direction == "open" or not operand or _closes(tokens, start, token):
                stack.append(kind)
                put(start, token, "\ue002" if double else "\ue000")
                previous = "open bar"
            else:
                put(start, token, "\ue004")
                previous = "bar"
            direction, wanted = "", 0
            continue
        direction = ""
        if token in _RENAMED:
            put(start, token, _RENAMED[token])
        if token in _OPEN:
            depth += 1
            if depth > MAX_DEPTH:
                raise UnreadError(f"nested more than {MAX_DEPTH} deep", start)
            stack.append(token)
            if token == "{":
                pending.append(max(wanted - 1, 0))
            wanted = 0
        elif token in _CLOSE:
            depth -= 1
            while stack and stack[-1] in ("|", "‖"):
                stack.pop()
            if stack:
                stack.pop()
            wanted = (pending.pop() if pending else 0) if token == "}" else 0
        elif token in ("^", "_"):
            wanted = 1
        elif token in (r"\frac", r"\tfrac", r"\dfrac", r"\cfrac"):
            wanted = 2
        elif token == r"\sqrt" or (token.lstrip("\\") in FONTS and token.startswith("\\")):
            wanted = max(wanted, 1) if token != r"\sqrt" else 1
        elif wanted and token.isdigit() and token.isascii():
            out[start] = chr(0xE020 + int(token))
            wanted -= 1
        else:
            wanted = max(wanted - 1, 0)
        previous = token
    return "".join(out)


def _closes(tokens: list[tuple[str, int]], start: int, bar: str) -> bool:
    """Whether a bar after an operand, as in 2|x|, is closed later on its own level."""
    depth = 0
    for token, at in tokens:
        if at <= start:
            continue
        if token in _OPEN:
            depth += 1
        elif token in _CLOSE:
            depth -= 1
            if depth < 0:
                return False
        elif depth == 0 and token == bar:
            return True
        elif depth == 0 and token in ("_", "=") and bar == "|":
            return False
    return False
