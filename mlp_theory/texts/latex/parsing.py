"""From one line of LaTeX to its surface, by the grammar in latex.lark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedInput

from mlp_theory.symbolic.function_record import FUNCTIONS
from mlp_theory.texts.latex.marked_groups import over_its_letter, spread
from mlp_theory.texts.latex.marking import prepare
from mlp_theory.texts.latex.slices import slice_of
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.syn import MAX_LENGTH, MAX_LEVELS, Syn, UnreadError, rebuilt
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooDeep, TooLong
from mlp_theory.texts.verdicts.reasons.broken_latex import BrokenLatex


class _Build(Transformer):
    """Called by the parser while it goes, so that no tree is walked recursively."""

    def __default__(self, data, children, meta):  # pyright: ignore[reportIncompatibleMethodOverride]
        # lark gives positions to trees of its own only: `meta` is empty.
        return _syn(str(data), children)

    def sub(self, children):
        """k′ below a name is an index like any other."""
        _refuse_too_many_levels(children[0])
        arg = _primed(children[0])
        return Syn("sub", (arg,), arg.start, arg.end)

    def name(self, children):
        r"""``gelu(z)`` says what ``\mathrm{gelu}(z)`` says: a page may define it."""
        (name,) = children
        return Syn("word", (rf"\mathrm{{{name}}}",), name.start_pos, name.end_pos)

    def accent(self, children):
        r"""``\hat{x_i}`` says what ``\hat{x}_i`` says: the mark belongs to the letter."""
        return over_its_letter(_syn("accent", children))

    def term(self, children):
        r"""``\mathbf{ab}`` are two bold letters, and a script behind them hangs on the last."""
        items: list[Syn] = []
        for item in (item for child in children for item in spread(child)):
            items = [_value_at(items, item)] if item.kind == "place" else [*items, item]
        return _syn("term", items)

    def open_closed(self, children):
        """``(a, b]`` is an interval; ``(a + b]`` are brackets that do not fit."""
        return _interval("open_closed", children, "]")

    def closed_open(self, children):
        """``[a, b)``."""
        return _interval("closed_open", children, ")")

    def scripted(self, children):
        """A name with its scripts; with a range below, a part of it."""
        part = slice_of(children)
        return _syn("scripted", children) if part is None else part

    def expr(self, children):
        """Signs and terms become (sign, term) pairs."""
        pairs, sign = [], 1
        for child in children:
            if isinstance(child, Token):
                if child.value in (r"\pm", r"\mp"):
                    sign = 0
                elif child.value != "+":
                    sign = -sign
            else:
                pairs.append((sign, child))
                sign = 1
        start = children[0].start_pos if isinstance(children[0], Token) else children[0].start
        return Syn("sum", tuple(pairs), start, pairs[-1][1].end)


def _refuse_too_many_levels(syn: Syn) -> None:
    r"""``\frac1\frac1…``, bars and environments nest without a bracket that could be counted before."""
    level: list[Any] = [syn]
    for _ in range(MAX_LEVELS):
        level = [part for node in level for part in _parts(node)]
        if not level:
            return
    raise UnreadError(TooDeep("nested too deeply"), syn.start)


def _parts(node: Syn) -> Iterator[Syn]:
    for arg in node.args:
        if isinstance(arg, Syn):
            yield arg
        elif isinstance(arg, tuple):
            yield from (part for part in arg if isinstance(part, Syn))


def _primed(node: Syn) -> Syn:
    """The index with k′ as one letter, wherever it stands in it."""
    if node.kind == "scripted" and node[0].kind == "letter" and all(p.kind == "prime" for p in node.args[1:]):
        return Syn("letter", (str(node[0][0]) + "′" * (len(node.args) - 1),), node.start, node.end)
    return rebuilt(node, _primed)


def _value_at(items: list[Syn], place: Syn) -> Syn:
    """All that stands before a bar, with the place below it."""
    if not items:
        raise UnreadError(BrokenLatex("nothing stands before this bar"), place.start)
    body = Syn("term", tuple(items), items[0].start, items[-1].end)
    return Syn("value_at", (body, place[1]), body.start, place.end)


def _interval(kind: str, children: list, closing: str) -> Syn:
    """Two ends between brackets that differ."""
    if len(list_parts(children[0])) != 2:
        raise UnreadError(BrokenLatex(f"did not expect {closing!r} here"), children[0].end)
    return _syn(kind, children)


def _syn(kind: str, children: list) -> Syn:
    ends = [
        (child.start_pos, child.end_pos) if isinstance(child, Token) else (child.start, child.end)
        for child in children
        if isinstance(child, (Token, Syn)) and (isinstance(child, Token) or child.end)
    ]
    return Syn(kind, tuple(children), ends[0][0] or 0 if ends else 0, ends[-1][1] or 0 if ends else 0)


@cache
def _parser() -> Lark:
    grammar = files("mlp_theory.texts.latex").joinpath("latex.lark").read_text(encoding="utf-8")
    functions = FUNCTIONS.values()
    for place, spellings in {
        "<COMMANDS>": [spelling for f in functions for spelling in f.commands],
        "<PLAIN>": [spelling for f in functions for spelling in f.plain if not f.varies],
        "<NAMES>": [spelling for f in functions for spelling in f.plain if f.varies],
    }.items():
        grammar = grammar.replace(place, "|".join(spellings))
    return Lark(grammar, parser="lalr", lexer="contextual", transformer=_Build())


def parse(latex: str) -> Syn:
    """Parse a chain of relations, a comma list or one expression.

    Returns
    -------
    Syn
        of kind ``chain`` (lists and relation tokens in turn) or ``single`` (one list).

    Raises
    ------
    UnreadError
        with the place, when it is no mathematics that the grammar knows, or too large.
    """
    if len(latex) > MAX_LENGTH:
        raise UnreadError(TooLong(f"longer than {MAX_LENGTH:,} characters"))
    prepared = prepare(latex)
    if not prepared.strip():
        raise UnreadError(BrokenLatex("empty"))
    try:
        tree: Any = _parser().parse(prepared)
    except UnexpectedInput as error:
        at = getattr(error, "pos_in_stream", None)
        token = getattr(error, "token", None)
        if token is not None and token.type == "$END":
            raise UnreadError(BrokenLatex("it ends too early"), len(latex.rstrip())) from None
        found = latex[at : at + 12] if at is not None and at >= 0 else ""
        found = re.match(r"\\[a-zA-Z]+|.", found, re.S)
        raise UnreadError(BrokenLatex(f"did not expect {found.group() if found else 'this'!r} here"), at) from None
    _refuse_too_many_levels(tree.args[0])
    return tree.args[0]
