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


def only_term(syn: Syn) -> Syn | None:
    """The product that a sum of one is, where no sign stands before it."""
    return syn[0][1] if syn.kind == "sum" and len(syn.args) == 1 and syn[0][0] == 1 else None


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


def below(parts: tuple[Syn, ...]) -> Syn | None:
    """What the first script below holds."""
    return next((part[0] for part in parts if part.kind == "sub"), None)


def above(parts: tuple[Syn, ...]) -> Syn | None:
    """What the first script above holds."""
    return next((part[0] for part in parts if part.kind == "sup"), None)


def has_sub(parts: tuple[Syn, ...]) -> bool:
    """Whether one of the scripts stands below."""
    return any(part.kind == "sub" for part in parts)
