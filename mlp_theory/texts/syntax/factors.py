"""What one factor of a product is, scripts or none: a bracket, a function's word, a differential, an operator."""

from __future__ import annotations

from mlp_theory.symbolic.words import is_word
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import Base, base_of, word_of
from mlp_theory.texts.syntax.peeling import BRACKETS, under_scripts, unscripted
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import whole


def is_bracket(item: Syn) -> bool:
    """Whether this is a group in brackets: ``(x)``, ``[x]^2``."""
    return under_scripts(item).kind in BRACKETS


def is_function_word(item: Syn) -> bool:
    r"""Whether this is a function that has a word of its own: ``\tanh``, ``\mathrm{softmax}``."""
    bare = under_scripts(item)
    return bare.kind in ("function", "word") and is_word(word_of(bare))


def is_operator(item: Syn, *signs: str) -> bool:
    r"""Whether this is a sign between factors, one of these where some are given: ``\cdot``, ``\odot``, ``/``."""
    return item.kind == "infix" and (not signs or str(item[0]) in signs)


def big_operator(item: Syn) -> str | None:
    r"""``\sum`` or ``\prod``, if this is one."""
    bare = under_scripts(item)
    return str(bare[0]) if bare.kind == "bigop" else None


def fraction(item: Syn) -> tuple[Syn, Syn] | None:
    r"""Numerator and denominator of ``\frac{a}{b}`` and of ``{a \over b}``."""
    return (item.args[-2], item.args[-1]) if item.kind in ("frac", "over") else None


def is_upright_d(syn: object) -> bool:
    r"""Whether this is ``\mathrm{d}``."""
    return isinstance(syn, Syn) and syn.kind == "word" and str(syn[0]).startswith("\\mathrm") and whole(syn) == "d"


def differential(item: Syn) -> str | None:
    r"""∂ of ``\partial``, d of an upright or italic d, which may have a power: ``d^2``."""
    bare, parts = unscripted(item)
    if any(part.kind != "sup" for part in parts):
        return None
    if bare.kind == "partial":
        return "∂"
    base = base_of(bare)
    return "d" if base is not None and base.letter == "d" and not base.bold and not base.accents else None


def without_power(syn: Syn) -> tuple[Syn, int]:
    r"""X of ``\partial x^2``, and how often."""
    if syn.kind != "scripted" or syn[-1].kind != "sup":
        return syn, 1
    *rest, last = syn.args
    value = number_of(last[0])
    if value not in (2.0, 3.0):
        return syn, 1
    return Syn("scripted", tuple(rest), syn.start, syn.end) if len(rest) > 1 else rest[0], int(value)


def stands_bare(base: Base, group: Syn) -> bool:
    """Whether a function stands in a bracket without an argument of its own: then σ(1 − σ) is a product."""
    return any(
        base_of(under_scripts(item)) == base and (k + 1 == len(node.args) or is_operator(node[k + 1]))
        for node in nodes(group)
        if node.kind == "term"
        for k, item in enumerate(node.args)
    )
