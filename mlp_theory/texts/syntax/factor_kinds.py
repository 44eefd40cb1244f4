"""What one factor of a product is, scripts or none: a bracket, a function's word, an operator, a fraction."""

from __future__ import annotations

from mlp_theory.symbolic.words import is_word
from mlp_theory.texts.syntax.names import Base, base_of, word_of
from mlp_theory.texts.syntax.peeling import BRACKETS, under_scripts
from mlp_theory.texts.syntax.syn import Syn, nodes


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


def stands_bare(base: Base, group: Syn) -> bool:
    """Whether a function stands in a bracket without an argument of its own: then σ(1 − σ) is a product."""
    return any(
        base_of(under_scripts(item)) == base and (k + 1 == len(node.args) or is_operator(node[k + 1]))
        for node in nodes(group)
        if node.kind == "term"
        for k, item in enumerate(node.args)
    )


def is_slash(item: Syn) -> bool:
    """Whether this is the slash of ``a/b``."""
    return is_operator(item, "/")
