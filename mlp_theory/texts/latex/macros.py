"""The commands that a page defines, and what stands for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.nesting import closing_brace
from mlp_theory.texts.syntax.syn import MAX_LENGTH, UnreadError
from mlp_theory.texts.verdicts.reasons.broken_latex import BrokenLatex

MAX_MACROS = 1_000
MAX_EXPANSIONS = 2_000

_NEW_COMMAND = re.compile(
    r"\\(?:(?:re)?new|provide)command\*?\s*(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))\s*(?:\[(\d)\])?\s*(?:\[([^\]]*)\])?\s*\{"
)
_NO_COMMAND = re.compile(r"\\(?:(?:re)?new|provide)command\*?\s*\{\s*(?:\\[A-Za-z]+)?\s*\{")
r"""What a careless replacement leaves, ``\newcommand{\mathbf{x}}{…}``: it names no command, and defines none."""

_OPERATOR = re.compile(r"\\DeclareMathOperator\*?\s*\{?\s*(\\[A-Za-z]+)\s*\}?\s*\{")
_DELIMITER = re.compile(r"\\DeclarePairedDelimiter\s*\{?\s*(\\[A-Za-z]+)\s*\}?\s*\{([^{}]*)\}\s*\{")
_DEF = re.compile(r"\\g?def\s*(\\[A-Za-z]+)\s*((?:#\d)*)\s*\{")


@dataclass
class Macro:
    """A command that the page defines."""

    body: str
    count: int = 0
    default: str | None = None
    grows: bool = False  # whether a star or a size may stand behind it: \norm*{x}, \norm[\big]{x}


def take_macros(latex: LocatedText, macros: dict[str, Macro]) -> LocatedText:
    """Enter the macros that this piece defines, and blank them out."""
    for pattern in (_NEW_COMMAND, _OPERATOR, _DELIMITER, _DEF):
        start = 0
        while (found := pattern.search(latex.text, start)) is not None:
            end = closing_brace(latex.text, found.end() - 1)
            if end is None or len(macros) >= MAX_MACROS:
                return latex
            body = latex.text[found.end() : end]
            if pattern is _OPERATOR:
                macro = Macro(rf"\mathrm{{{body}}}")
            elif pattern is _DELIMITER:
                macro = Macro(rf"\left{found.group(2)} #1 \right{body}", 1, grows=True)
            elif pattern is _DEF:
                macro = Macro(body, len(found.group(2)) // 2)
            else:
                macro = Macro(body, int(found.group(3) or 0), found.group(4))
            name = found.group(1) or found.group(2)
            macros[name] = macro
            latex.blank(found.start(), end + 1)
            start = found.start()
    return _without_damaged(latex)


def _without_damaged(latex: LocatedText) -> LocatedText:
    """The text without definitions whose name is no command."""
    for found in list(_NO_COMMAND.finditer(latex.text)):
        end = closing_brace(latex.text, latex.text.index("{", found.start()))
        body = re.compile(r"\s*(?:\[\d\])?\s*(?=\{)").match(latex.text, end + 1) if end is not None else None
        end = closing_brace(latex.text, body.end()) if body else end
        if end is not None:
            latex.blank(found.start(), end + 1)
    return latex


_COMMAND = re.compile(r"\\[A-Za-z]+")
_OPTION = re.compile(r"\[([^\]]*)\]")
_SIZE = re.compile(r"\*|\[\\[A-Za-z]+\]")
_SIGN = re.compile(r"\\[A-Za-z]+|\\.|.", re.S)


def expand(latex: LocatedText, macros: dict[str, Macro]) -> LocatedText:
    """Replace macros by what they stand for, with a limit on how often and how much."""
    if not macros:
        return latex
    count = 0
    k = 0
    while (found := _COMMAND.search(latex.text, k)) is not None:
        macro = macros.get(found.group())
        if macro is None:
            k = found.end()
            continue
        count += 1
        if count > MAX_EXPANSIONS or len(latex.text) > 4 * MAX_LENGTH:
            raise UnreadError(BrokenLatex("a macro that never ends"), latex.place(found.start()))
        args, end = _arguments(latex, macro, found)
        body = _filled(macro.body, args)
        # A space keeps \R from running into the letter behind it.
        if re.search(r"\\[A-Za-z]+$", body) and re.match(r"[A-Za-z]", latex.text[end : end + 1]):
            body += " "
        place = latex.place(found.start())
        latex = LocatedText(
            latex.text[: found.start()] + body + latex.text[end:],
            latex.places[: found.start()] + [place] * len(body) + latex.places[end:],
        )
        k = found.start()
    return latex


def _arguments(latex: LocatedText, macro: Macro, found: re.Match[str]) -> tuple[list[str], int]:
    """What TeX would take as the arguments of a macro, and where they end."""
    args: list[str] = []
    end = found.end()
    if macro.grows and (size := _SIZE.match(latex.text, end)):
        end = size.end()
    for number in range(macro.count):
        end = _behind_spaces(latex.text, end)
        if number == 0 and macro.default is not None:
            option = _OPTION.match(latex.text, end)
            args.append(option.group(1) if option else macro.default)
            end = option.end() if option else end
            continue
        if end >= len(latex.text):
            raise UnreadError(BrokenLatex(f"{found.group()} without its argument"), latex.place(found.start()))
        if latex.text[end] == "{":
            close = closing_brace(latex.text, end)
            if close is None:
                raise UnreadError(BrokenLatex("a brace that is never closed"), latex.place(end))
            args.append(latex.text[end + 1 : close])
            end = close + 1
        else:
            one = _SIGN.match(latex.text, end)
            assert one is not None
            args.append(one.group())
            end = one.end()
    return args, end


def _behind_spaces(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _filled(body: str, args: list[str]) -> str:
    return re.sub(r"#(\d)", lambda m: args[int(m.group(1)) - 1] if 0 < int(m.group(1)) <= len(args) else "", body)
