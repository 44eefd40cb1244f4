r"""Which indices a page counts from 0: those of ``(w_0, \dots, w_M)``, ``\sum_{j=0}^M w_j``, ``i = 0, \dots, M``."""

from __future__ import annotations

from collections.abc import Iterator

from mlp_theory.texts.items import Item, chain_of
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.grids import grid_of
from mlp_theory.texts.syntax.index_letters import lone_letter
from mlp_theory.texts.syntax.kinds import is_matrix, is_relation
from mlp_theory.texts.syntax.lists import is_dots, list_parts
from mlp_theory.texts.syntax.mentions import letters_in
from mlp_theory.texts.syntax.peeling import lone, ungrouped
from mlp_theory.texts.syntax.placed_indices import Place, all_placed, indexed_name, placed
from mlp_theory.texts.syntax.ranges import binder_of, ranges_of
from mlp_theory.texts.syntax.syn import Syn, nodes

INDICES = frozenset({"i", "j", "k", "m", "n", "p", "q", "r", "iota"})
"""Letters that run; what else stands below a name may be its label."""

STEPS = frozenset({"t", "tau", "l", "ell", "T", "L", "s"})
"""Letters of steps and layers, which begin at 0 and are no entries."""


def told_ranges(items: list[Item]) -> dict[str, set[float | None]]:
    """For each letter that the page says to run, where it begins."""
    out: dict[str, set[float | None]] = {}
    for item in items:
        for syn in (chain_of(item.statement), *(c.syn for c in item.statement.conditions)):
            for letter, low, _ in ranges_of(syn) if syn is not None else ():
                out.setdefault(letter, set()).add(number_of(low))
    return out


def counted_from_zero(items: list[Item]) -> set[Place]:
    """The places of indices that begin at 0, of names that have no steps and no layers."""
    zero = {letter for letter, lows in told_ranges(items).items() if lows == {0}} & INDICES
    found: set[Place] = set()
    stepping: set[str] = set()
    for syn in everything(items):
        found |= set(_listed(syn)) | set(_summed(syn))
        for place, index in all_placed(syn):
            letter = lone_letter(index)
            if letter in zero:
                found.add(place)
            if letter in STEPS or (letter is None and _moves(index)):
                stepping.add(place[0])
    return {place for place in found if place[0] not in stepping}


def ends_of_runs(items: list[Item]) -> set[str]:
    """The letters at which something ends, as the M of ``w_0, …, w_M``: sizes, which run over nothing."""
    out: set[str] = set()
    for syn in everything(items):
        for node in nodes(syn):
            binder = binder_of(node)
            if binder is not None and binder.ends is not None:
                out |= letters_in(binder.ends[1])
            for row in _rows(node):
                if any(map(is_dots, row)) and (last := _index_of(row[-1])) is not None:
                    out |= letters_in(last[1])
    for item in items:
        for syn in (chain_of(item.statement), *(c.syn for c in item.statement.conditions)):
            for _, _, high in ranges_of(syn) if syn is not None else ():
                out |= letters_in(high)
    return out


def everything(items: list[Item]) -> Iterator[Syn]:
    """All sides, then the conditions, item by item."""
    for item in items:
        yield from item.syns
        yield from (c.syn for c in item.statement.conditions if c.syn is not None)


def _moves(index: Syn) -> bool:
    """Whether this is t − 1 or k + 1 with a small letter: a step from one member to the next."""
    return any(node.kind == "letter" and str(node[0]).islower() for node in nodes(index)) and index.kind == "sum"


def _listed(syn: Syn) -> Iterator[Place]:
    r"""Of ``w_0, w_1, \dots, w_M`` in a row or a column, with a letter at its end."""
    for node in nodes(syn):
        for row in _rows(node):
            if len(row) < 3 or not any(map(is_dots, row)):
                continue
            first, last = _index_of(row[0]), _index_of(row[-1])
            if first is None or last is None or first[0] != last[0]:
                continue
            if number_of(first[1]) == 0 and number_of(last[1]) is None:
                yield first[0]


def _rows(node: Syn) -> Iterator[list[Syn]]:
    if node.kind == "list":
        yield list_parts(node)
    elif is_matrix(node):
        rows = [[cell for cell in row if cell is not None] for row in grid_of(node)]
        yield from rows
        yield [row[0] for row in rows if row]


def _index_of(cell: Syn) -> tuple[Place, Syn] | None:
    """The one index of a cell that is a name with an index."""
    items = atoms(cell)
    name = indexed_name(lone(items[0])) if len(items) == 1 else None
    found = placed(*name) if name is not None else []
    return found[0] if len(found) == 1 else None


def _summed(syn: Syn) -> Iterator[Place]:
    r"""Of the w_j in ``\sum_{j=0}^M w_j``."""
    for node in nodes(syn):
        for k, operator in enumerate(node.args if node.kind == "term" else ()):
            binder = binder_of(operator)
            if binder is None or binder.ends is None or number_of(binder.ends[0]) != 0 or len(binder.letters) != 1:
                continue
            for part in node.args[k + 1 :]:
                for place, index in all_placed(part):
                    if lone_letter(index) == binder.letters[0] and binder.letters[0] in INDICES:
                        yield place


def is_range(syn: Syn) -> bool:
    """Whether a relation says how far an index runs."""
    inner = ungrouped(syn)
    return is_relation(inner) and bool(ranges_of(inner))
