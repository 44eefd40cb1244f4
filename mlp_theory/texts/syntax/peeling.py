"""What lies under groups, brackets and scripts: the peeling that every room asks for."""

from __future__ import annotations

from mlp_theory.texts.syntax.syntax import Syn

GROUPS = ("braces", "single", "passed")
"""Groups that say nothing: ``{x}``, a thing alone between commas, an argument of TeX."""


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


def lone(syn: Syn) -> Syn:
    """The one thing that groups, lists, products and sums of one hold; they themselves where they hold more."""
    while True:
        if syn.kind in GROUPS or (syn.kind in ("list", "term") and len(syn.args) == 1):
            syn = syn[-1]
        elif syn.kind == "sum" and len(syn.args) == 1 and syn[0][0] == 1:
            syn = syn[0][1]
        else:
            return syn


def under_scripts(syn: Syn) -> Syn:
    """What stands under the scripts: x of ``x_i^2``."""
    return unscripted(syn)[0]


def end_of_run(items: list[Syn], k: int) -> int:
    """The place of the next operator from `k` on: there the factors side by side end."""
    while k < len(items) and items[k].kind != "infix":
        k += 1
    return k


def below(parts: tuple[Syn, ...]) -> Syn | None:
    """What the first script below holds."""
    return next((part[0] for part in parts if part.kind == "sub"), None)


def above(parts: tuple[Syn, ...]) -> Syn | None:
    """What the first script above holds."""
    return next((part[0] for part in parts if part.kind == "sup"), None)


def unscripted(syn: Syn) -> tuple[Syn, tuple[Syn, ...]]:
    """What stands under the scripts, and the scripts."""
    parts: tuple[Syn, ...] = ()
    while syn.kind == "scripted":
        parts = (*syn.args[1:], *parts)
        syn = syn[0]
    return syn, parts


def list_parts(syn: Syn) -> list[Syn]:
    """The members of ``a, b, c``; a single thing is a list of one."""
    while syn.kind in ("single", "braces"):
        syn = syn[-1]
    return [p for p in syn.args if isinstance(p, Syn)] if syn.kind == "list" else [syn]


def has_sub(parts: tuple[Syn, ...]) -> bool:
    """Whether one of the scripts stands below."""
    return any(p.kind == "sub" for p in parts)


def arguments(group: Syn) -> list[Syn]:
    """What stands in a bracket, separated by commas."""
    content = group[0]
    while content.kind == "single":
        content = content[-1]
    return [p for p in content.args if isinstance(p, Syn)] if content.kind == "list" else [content]
