"""What lies under groups, brackets and scripts: the peeling that every room asks for."""

from __future__ import annotations

from mlp_theory.texts.syntax.syn import Syn

GROUPS = ("braces", "single", "passed")
"""Groups that say nothing: ``{x}``, a thing alone between commas, an argument of TeX."""

BRACKETS = ("parens", "brackets", "curly")
r"""Groups that a reader sees: ``(x)``, ``[x]``, ``\{x\}``."""


def ungrouped(syn: Syn) -> Syn:
    """What stands in groups that say nothing, ``{{x}}``, and in lists of one."""
    while syn.kind in GROUPS or (syn.kind == "list" and len(syn.args) == 1):
        syn = syn[-1]
    return syn


def unbracketed(syn: Syn) -> Syn:
    """What stands in round brackets too, where they say nothing: ``(l − 1)`` as an index."""
    while syn.kind in (*GROUPS, "parens") or (syn.kind == "list" and len(syn.args) == 1):
        syn = syn[-1]
    return syn


def inside(bracket: Syn) -> Syn:
    r"""What stands in a bracket: a list of several, a chain such as ``x \mid y``, or one expression."""
    return ungrouped(bracket[0])


def lone(syn: Syn) -> Syn:
    """The one thing that groups, lists, products and sums of one hold; they themselves where they hold more."""
    while True:
        if syn.kind in GROUPS or (syn.kind in ("list", "term") and len(syn.args) == 1):
            syn = syn[-1]
        elif (term := only_term(syn)) is not None:
            syn = term
        else:
            return syn


def chain_in(syn: Syn) -> Syn | None:
    """The relation that stands here, in brackets or not: ``(i = j)``."""
    inner = unbracketed(syn)
    return inner if inner.kind == "chain" else None


def in_round_brackets(syn: Syn) -> Syn | None:
    """What stands in round brackets, and nothing beside them: i of ``(i)``."""
    inner = lone(syn)
    return inner[0] if inner.kind == "parens" else None


def only_term(syn: Syn) -> Syn | None:
    """The product that a sum of one is, where no sign stands before it."""
    return syn[0][1] if syn.kind == "sum" and len(syn.args) == 1 and syn[0][0] == 1 else None


def unstyled(syn: Syn) -> Syn:
    r"""What stands under fonts and accents: 1 of ``\mathbf 1`` and of ``\vec 1``."""
    while syn.kind in ("font", "accent"):
        syn = syn[1]
    return syn


def unscripted(syn: Syn) -> tuple[Syn, tuple[Syn, ...]]:
    """What stands under the scripts, and the scripts: x, and those of i and 2, of ``x_i^2``."""
    parts: tuple[Syn, ...] = ()
    while syn.kind == "scripted":
        parts = (*syn.args[1:], *parts)
        syn = syn[0]
    return syn, parts


def under_scripts(syn: Syn) -> Syn:
    """What stands under the scripts: x of ``x_i^2``."""
    return unscripted(syn)[0]
