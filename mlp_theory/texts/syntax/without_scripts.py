"""Names without some of what hangs on them."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.peeling import under_scripts, unscripted
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


def _is_label(item: Syn) -> bool:
    return item.kind in ("brackets", "parens", "scripted")


def _hung(bare: Syn, parts: list[Syn], syn: Syn) -> Syn:
    return Syn("scripted", (bare, *parts), syn.start, syn.end) if parts else bare
