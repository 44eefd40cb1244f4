"""The names and letters that stand in a piece of mathematics, with what hangs on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mlp_theory.texts.syntax.atoms import atoms, indices_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import Parts
from mlp_theory.texts.syntax.syn import Syn, kept, nodes


@kept
def named(syn: Syn) -> tuple[Base, Syn, Parts] | None:
    r"""A name, what it is without scripts, and its scripts; ``\mathbf{h_t}`` and ``{W^K}^\top`` are taken apart."""
    bare, parts = unscripted(syn)
    while bare.kind == "braces" and len(atoms(bare)) == 1:
        inner, more = unscripted(atoms(bare)[0])
        bare, parts = inner, (*more, *parts)
    if bare.kind in ("font", "accent") and len(atoms(bare[1])) == 1:
        inner, more = unscripted(atoms(bare[1])[0])
        if more:
            bare, parts = Syn(bare.kind, (bare[0], inner), bare.start, bare.end), (*more, *parts)
    base = base_of(bare) if bare.kind in ("letter", "font", "accent", "word", "text", "braces") else None
    return (base, bare, parts) if base is not None else None


def names_in(syn: object) -> Iterator[tuple[Base, tuple[Syn, ...], Syn]]:
    r"""Every name with its scripts, and the node that is both; no ``\text{…}``, which may be prose."""
    if isinstance(syn, Syn):
        yield from _all_names(syn)
    elif isinstance(syn, tuple):
        for part in syn:
            yield from names_in(part)


@kept
def _all_names(syn: Syn) -> list[tuple[Base, tuple[Syn, ...], Syn]]:
    out, todo = [], [syn]
    while todo:
        node = todo.pop()
        if isinstance(node, tuple):
            todo.extend(reversed(node))
        elif isinstance(node, Syn):
            name = named(node)
            if name is None or name[1].kind == "text":
                todo.extend(reversed(node.args))
            else:
                base, _, parts = name
                out.append((base, parts, node))
                todo.extend(reversed(parts))
    return out


def letters_in(syn: Syn) -> set[str]:
    """All plain letters of an expression."""
    return set(in_order(syn))


def in_order(syn: Syn) -> list[str]:
    """The plain letters of an expression, from left to right."""
    letters = (base_of(node) for node in nodes(syn) if node.kind == "letter")
    return [base.letter for base in letters if base is not None]


def plain_letters(syn: object) -> list[str]:
    """The letters of an index list ``i``, ``i,j``, ``ij``; none where one of them is no letter, or nothing stands."""
    if not isinstance(syn, Syn):
        return []  # _{= 1}: the relation stands where the index is missing
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


def formal_uses(left: Syn, body: Syn) -> Counter[str]:
    """How often each bare argument of ``L(a, y) = …`` stands in it: there it names no symbol of the page."""
    items = atoms(left)
    uses: Counter[str] = Counter()
    if len(items) != 2 or items[1].kind != "parens":
        return uses
    arguments = [base.key for base, parts, _ in names_in(items[1]) if not parts]
    for base, _, _ in names_in((left, body)):
        if base.key in arguments:
            uses[base.key] += 1
    return uses
