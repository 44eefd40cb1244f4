"""Names without some of what hangs on them: without powers, without the −1 of an inverse, with their labels alone."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.peeling import under_scripts, unscripted
from mlp_theory.texts.syntax.script_parts import all_above
from mlp_theory.texts.syntax.syn import Syn


def without_sups(syn: Syn) -> Syn:
    """A name without what is raised: x_i of ``x_i^2``."""
    bare, parts = unscripted(syn)
    return _hung(bare, [part for part in parts if part.kind != "sup"], syn)


def with_labels_alone(syn: Syn) -> Syn:
    """A name without what is raised but its labels in brackets: ``Z^{[2]}`` of ``Z^{[2]T}``."""
    bare, parts = unscripted(syn)
    kept = []
    for part in parts:
        if part.kind == "sup":
            labels = [under_scripts(item) for item in atoms(part[0]) if _is_label(item)]
            if not labels:
                continue
            part = Syn("sup", (Syn("term", tuple(labels), part.start, part.end),), part.start, part.end)
        kept.append(part)
    return _hung(bare, kept, syn)


def without_inverse(item: Syn) -> Syn | None:
    """A name without the −1 above it, where nothing else stands above it; None where no −1 does."""
    bare, parts = unscripted(item)
    above = all_above(parts)
    if len(above) != 1 or number_of(above[0]) != -1:
        return None
    return _hung(bare, [part for part in parts if part.kind != "sup"], item)


def without_power(syn: Syn) -> tuple[Syn, int]:
    r"""X of ``\partial x^2``, and how often."""
    if syn.kind != "scripted" or syn[-1].kind != "sup":
        return syn, 1
    *rest, last = syn.args
    value = number_of(last[0])
    if value not in (2.0, 3.0):
        return syn, 1
    return _hung(rest[0], rest[1:], syn), int(value)


def _is_label(item: Syn) -> bool:
    return item.kind in ("brackets", "parens", "scripted")


def _hung(bare: Syn, parts: list[Syn], syn: Syn) -> Syn:
    return Syn("scripted", (bare, *parts), syn.start, syn.end) if parts else bare
