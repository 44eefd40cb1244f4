"""A row of cases taken apart: its value and its condition, with or without &, with or without "if"."""

from __future__ import annotations

from typing import Any

from mlp_theory.texts.syntax.kinds import is_text
from mlp_theory.texts.syntax.names import text_of
from mlp_theory.texts.syntax.peeling import ungrouped
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_patterns import UnreadCase, UnreadCondition

_CASE_WORDS = {
    "if", "for", "when", "where", "otherwise", "else", "in case", "falls", "and", "whenever", "if and only if",
}  # fmt: skip
_SEPARATORS = (",", ";")


def split_case(cells: list[Syn]) -> tuple[Syn, list[Syn] | None]:
    """The value of a row of cases, and the conditions that are met there together; None for "otherwise"."""
    if len(cells) == 2:
        return cells[0], _conditions_of(_flat(cells[1]), cells[1])
    if len(cells) != 1:
        raise UnreadError(UnreadCase("a row of cases has a value and a condition"), cells[0].start)
    (cell,) = cells
    items = _flat(cell)
    where = next((k for k, x in enumerate(items) if _is_case_word(x)), None)
    if where is not None:
        return _regroup(items[:where], cell), _conditions_of(items[where:], cell)
    pieces = _comma_pieces(cell)
    if pieces is None:
        raise UnreadError(UnreadCase("a case without its condition"), cell.start)
    return pieces


def _word(x: Syn) -> str:
    return text_of(str(x[0])).lower().strip(" .,;:")


def _is_case_word(x: Any) -> bool:
    """Whether this joins a value to its condition: if, for, otherwise."""
    if not isinstance(x, Syn) or not is_text(x):
        return False
    return _word(x) in _CASE_WORDS or _word(x).startswith(("otherwise", "else"))


def _flat(cell: Syn) -> list:
    """The items of a cell with signs and relations between them, in order."""
    cell = ungrouped(cell)
    out: list = []
    for part in cell.args if cell.kind == "chain" else (cell,):
        if not isinstance(part, Syn):
            out.append(part)
            continue
        for k, piece in enumerate(part.args if part.kind == "list" else (part,)):
            if k:
                out.append(",")
            if piece.kind != "sum":
                out.append(piece)
                continue
            for n, (sign, term) in enumerate(piece.args):
                if n or sign != 1:
                    out.append(Syn("sign", (sign,), term.start, term.start))
                out.extend(term.args)
    return out


def _comma_pieces(cell: Syn) -> tuple[Syn, list[Syn]] | None:
    """``z, z > 0``: the value before the comma, the condition after it."""
    cell = ungrouped(cell)
    if cell.kind != "chain" or not isinstance(cell[0], Syn) or cell[0].kind != "list" or len(cell[0].args) != 2:
        return None
    value, first = cell[0].args
    return value, [Syn("chain", (first, *cell.args[1:]), first.start, cell.end)]


def _regroup(items: list, cell: Syn) -> Syn:
    """Items and signs as a sum again."""
    items = _without_separators(items)
    if not items or not all(isinstance(x, Syn) for x in items):
        raise UnreadError(UnreadCase("a case that cannot be taken apart"), cell.start)
    if not any(x.kind == "sign" for x in items):
        return Syn("term", tuple(items), items[0].start, items[-1].end)
    pairs: list[tuple[int, list[Syn]]] = [(1, [])]
    for x in items:
        if x.kind == "sign":
            pairs.append((x[0], []))
        else:
            pairs[-1][1].append(x)
    terms = ((sign, Syn("term", tuple(run), run[0].start, run[-1].end)) for sign, run in pairs if run)
    return Syn("sum", tuple(terms), cell.start, cell.end)


def _is_separator(x: Any) -> bool:
    return not isinstance(x, Syn) and str(x) in _SEPARATORS


def _without_separators(items: list) -> list:
    """The items without commas at the end."""
    while items and _is_separator(items[-1]):
        items = items[:-1]
    return items


def _between_separators(items: list) -> list:
    """The items without commas at both ends."""
    while items and _is_separator(items[0]):
        items = items[1:]
    return _without_separators(items)


def _conditions_of(items: list, cell: Syn) -> list[Syn] | None:
    """The conditions among the words of a case, one each side of "and"; None for "otherwise"."""
    words = [_word(x) for x in items if isinstance(x, Syn) and is_text(x)]
    parts: list[list] = [[]]
    for x in items:
        if not _is_case_word(x):
            parts[-1].append(x)
        elif _word(x) == "and":  # dropped, it would leave x > 0 · y < 1
            parts.append([])
    parts = [part for part in map(_between_separators, parts) if part]
    if not parts and any(word.startswith(("otherwise", "else")) for word in words):
        return None
    if not parts or any(word not in _CASE_WORDS for word in words):
        raise UnreadError(UnreadCase("a case whose condition is in words"), cell.start)
    return [_relation_of(part, cell) for part in parts]


def _relation_of(items: list, cell: Syn) -> Syn:
    """Items with relations between them as a chain again."""
    sides: list[list[Syn]] = [[]]
    signs: list[str] = []
    for x in items:
        if isinstance(x, Syn):
            sides[-1].append(x)
        else:
            signs.append(str(x))
            sides.append([])
    args: list = [_regroup(sides[0], cell)]
    for sign, side in zip(signs, sides[1:], strict=True):
        if sign in _SEPARATORS:
            raise UnreadError(UnreadCondition("a list of conditions"), cell.start)
        args += [sign, _regroup(side, cell)]
    if len(args) < 3:
        raise UnreadError(UnreadCondition("a condition is expected here"), cell.start)
    return Syn("chain", tuple(args), cell.start, cell.end)
