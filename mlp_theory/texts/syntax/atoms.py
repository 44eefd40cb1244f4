"""What a group holds: its items, its indices, its number."""

from __future__ import annotations

from mlp_theory.texts.syntax.peeling import lone, only_term, ungrouped
from mlp_theory.texts.syntax.syn import Syn


def atoms(syn: Syn) -> list[Syn]:
    """The items of a group that holds one term, else the group itself."""
    syn = ungrouped(syn)
    syn = only_term(syn) or syn
    return list(syn.args) if syn.kind == "term" else [syn]


def indices_of(syn: Syn) -> list[Syn]:
    """The indices in a subscript: i, j in ``ij`` and ``i,j``; j, L − 1 in ``jL-1``."""
    syn = ungrouped(syn)
    out: list[Syn] = []
    for part in syn.args if syn.kind == "list" else [syn]:
        if part.kind == "sum" and part[0][0] == 1 and part[0][1].kind == "term" and len(part[0][1].args) > 1:
            term, rest = part[0][1], part.args[1:]
            items = list(term.args)
            if any(item.kind == "infix" for item in items):
                out.append(part)
                continue
            out.extend(items[:-1])
            last = items[-1]
            out.append(Syn("sum", ((1, last), *rest), last.start, part.end) if rest else last)
        elif only_term(part) is not None:
            out.extend(atoms(part))
        else:
            out.append(part)
    return out


def digits_of(number: Syn) -> str:
    """The digits of a number, also of one that TeX took as an argument and the parser marked."""
    return "".join(chr(ord("0") + ord(c) - 0xE020) if "\ue020" <= c <= "\ue029" else c for c in str(number[0]))


def number_of(syn: Syn) -> float | None:
    """The number that this is, if it is one."""
    syn = lone(syn)
    if syn.kind == "sum" and len(syn.args) == 1:
        inner = number_of(syn[0][1])
        return None if inner is None else syn[0][0] * inner
    if syn.kind == "number":
        digits = digits_of(syn)
        return float(digits) if len(digits) <= 300 else None
    return None
