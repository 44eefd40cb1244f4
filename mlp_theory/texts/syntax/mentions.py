"""The names and letters that stand in a piece of mathematics, with what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlp_theory.texts.syntax.atoms import atoms, indices_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn, nodes


def names_in(syn: object) -> Iterator[tuple[Base, tuple[Syn, ...], Syn]]:
    """Every name with its scripts, and the node that is both, once."""
    todo: list = [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
            continue
        if not isinstance(node, Syn):
            continue
        bare, parts = unscripted(node)
        base = base_of(bare)
        if base is not None and bare.kind in ("letter", "font", "accent", "word", "braces"):
            yield base, parts, node
            todo.extend(reversed(parts))
            continue
        if bare.kind in ("font", "accent") and node.kind != "scripted":
            inner = atoms(bare[1])
            if len(inner) == 1 and inner[0].kind == "scripted":
                outer = Syn(bare.kind, (bare[0], inner[0][0]), bare.start, bare.end)
                todo.append(Syn("scripted", (outer, *inner[0].args[1:]), node.start, node.end))
                continue
        todo.extend(reversed(node.args))


def letters_in(syn: Syn) -> set[str]:
    """All plain letters of an expression."""
    return set(in_order(syn))


def in_order(syn: Syn) -> list[str]:
    """The plain letters of an expression, from left to right."""
    letters = (base_of(node) for node in nodes(syn) if node.kind == "letter")
    return [base.letter for base in letters if base is not None]


def plain_letters(syn: Syn) -> list[str]:
    """The letters of an index list ``i``, ``i,j``, ``ij``; none where one of them is no letter."""
    bases = [base_of(index) for index in indices_of(syn)]
    return [base.letter for base in bases if base is not None] if all(bases) else []


def script_letters(syn: Syn) -> list[str]:
    """Letters that stand in subscripts or bracketed superscripts."""
    out: list[str] = []
    for node in nodes(syn):
        if node.kind == "sub" or (node.kind == "sup" and any(a.kind in ("parens", "brackets") for a in atoms(node[0]))):
            out.extend(x for x in in_order(node) if x not in out)
    return out


def mentions(text: str, letters: set[str]) -> bool:
    """Whether one of these letters stands in an index."""
    shown = {{"ell": "ℓ"}.get(x, x) for x in letters}
    return any(x in shown for x in re.findall(r"[A-Za-zℓ]", text))
