r"""``A[i, j]``, ``x[i]``, ``A[i, :]``: entries and rows as code writes them; they become ``A_{ij}``, ``A_{i,:}``.

A number in such a bracket would have to tell whether it counts from 0, as code does, or from 1, as the page does
elsewhere: it becomes an index that nobody reads.
"""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.function_names import is_function_letter
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.kinds import in_brackets, is_letter, is_span, is_term
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.making import as_list
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import lone, unscripted
from mlp_theory.texts.syntax.ranges import is_real_line
from mlp_theory.texts.syntax.syn import Syn, kept, nodes, rebuilt

_RUNNING = ("i", "j", "k", "l")
"""Letters that are indices wherever nothing else is said."""


def array_indices(items: list[Item]) -> list[Item]:
    """The items, with indices in brackets below their names; what a page calls ``i`` itself is none."""
    taken = {
        str(lone(item.syns[0])[0])
        for item in items
        if item.statement.relations == [r"\in"] and len(item.syns) == 2 and is_letter(lone(item.syns[0]), *_RUNNING)
        if is_real_line(item.syns[1])
    }
    letters = frozenset(_RUNNING) - taken
    for item in items:
        sides = item.statement.sides
        for k, side in enumerate(sides):
            changed = side.syn and (_indexed(side.syn, letters) if _has_brackets(side.syn) else side.syn)
            if changed is not side.syn:
                sides[k] = replace(side, syn=changed)
    return items


@kept
def _has_brackets(syn: Syn) -> bool:
    return any(map(in_brackets, nodes(syn)))


def _indexed(syn: Syn, letters: frozenset[str]) -> Syn:
    syn = rebuilt(syn, lambda child: _indexed(child, letters))
    if not is_term(syn) or len(syn.args) < 2:
        return syn
    out: list[Syn] = []
    for item in syn.args:
        whole = _entry(out[-1], item, letters) if out else None
        if whole is None:
            out.append(item)
        else:
            out[-1] = whole
    return syn if len(out) == len(syn.args) else Syn("term", tuple(out), syn.start, syn.end)


def _entry(name: Syn, item: Syn, letters: frozenset[str]) -> Syn | None:
    """The entry that a name and a bracket with running letters are; None where they are something else."""
    bracket, hung = unscripted(item)
    base = base_of(name)
    if base is None or not in_brackets(bracket) or base.style == "bb" or base.letter == "E" or is_function_letter(base):
        return None
    picked = [lone(one) for one in arguments(bracket)]
    if not any(is_span(one) or is_letter(one, *letters) for one in picked) or any(map(in_brackets, picked)):
        return None
    if any(base_of(unscripted(one)[0]) is None and number_of(one) is None and not is_span(one) for one in picked):
        return None
    picked = [_not_read(one) if number_of(one) is not None else one for one in picked]
    below = as_list(picked)
    if not any(map(is_span, picked)):
        return Syn("scripted", (name, Syn("sub", (below,), item.start, item.end), *hung), name.start, item.end)
    part = Syn("part", (name, Syn("ranges", (below,), item.start, item.end)), name.start, item.end)
    return Syn("scripted", (part, *hung), name.start, item.end) if hung else part


def _not_read(number: Syn) -> Syn:
    return Syn("unknown", (f"[{number[0]}]",), number.start, number.end)
