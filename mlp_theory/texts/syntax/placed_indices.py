"""The indices below names, each with its place: the j of ``w_j``, the i and the j of ``A_{ij}``."""

from __future__ import annotations

from collections.abc import Iterator

from mlp_theory.texts.syntax.atoms import indices_of
from mlp_theory.texts.syntax.differing import split_digits
from mlp_theory.texts.syntax.mentions import named
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.peeling import lone, unbracketed, unscripted
from mlp_theory.texts.syntax.script_parts import Parts, all_below
from mlp_theory.texts.syntax.syn import Syn, nodes

Place = tuple[str, int, int]
"""A letter with its accents, in no weight, the place of an index below it, and how many indices stand there."""


def indexed_name(node: Syn) -> tuple[Base, Parts] | None:
    r"""The name with something below it, also one in brackets, as in ``(\mathbf w)_j``."""
    bare, parts = unscripted(node)
    if bare.kind == "parens" and parts:
        inner = named(lone(unbracketed(bare)))
        return (inner[0], parts) if inner is not None and not inner[2] and all_below(parts) else None
    name = named(node)
    return (name[0], name[2]) if name is not None and all_below(name[2]) else None


def placed(base: Base, parts: Parts) -> list[tuple[Place, Syn]]:
    """Each index below a name with its place; none where several scripts stand below."""
    subs = all_below(parts)
    found = split_digits(indices_of(subs[0])) if len(subs) == 1 else []
    if len(found) == 2 and len(indices_of(subs[0])) == 1 and not base.upper:
        found = indices_of(subs[0])  # w_10 is the tenth
    letter = "~".join((base.letter, *base.accents))
    return [((letter, k, len(found)), index) for k, index in enumerate(found)]


def all_placed(syn: Syn) -> Iterator[tuple[Place, Syn]]:
    """Every index below a name, with its place."""
    for node in nodes(syn):
        if node.kind in ("scripted", "font", "accent", "braces"):
            name = indexed_name(node)
            if name is not None:
                yield from placed(*name)
