r"""Labels of several letters: LS of ``y^{LS}``, new of ``\beta^{new}``, which are no products of indices."""

from __future__ import annotations

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.index_letters import letters_of
from mlp_theory.texts.syntax.kinds import is_letter, is_script
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.syn import Syn, nodes, nodes_but

WORDS = frozenset({"new", "old", "next", "prev", "best", "init", "opt", "pred"})


def is_label_word(base: Base, inner: str, numbers: set[str]) -> bool:
    r"""``y^{LS}``, ``L_{CE}``, ``\beta^{new}``: capitals or a word are no indices, unless the page has such numbers."""
    if inner in WORDS:
        return base.letter != "e"
    several = len(inner) > 1 and inner.isupper() and inner[-1] != "T" and base.style != "bb"
    return several and base.letter != "e" and not set(inner) <= numbers


def standing_alone(items: list[Item]) -> set[str]:
    """The capital letters that the page writes by themselves somewhere."""
    return {
        base.letter
        for item in items
        for syn in item.syns
        for base, parts, _ in names_in(syn)
        if base.upper and not parts and not _only_in_labels(syn, base)
    }


def _only_in_labels(syn: Syn, base: Base) -> bool:
    """Whether a letter stands on this side among several letters below or above a name, and nowhere else."""

    def is_it(node: Syn) -> bool:
        return is_letter(node) and base_of(node) == base

    def is_label_here(node: Syn) -> bool:
        return is_script(node) and len(letters_of(node[0])) > 1

    return any(map(is_it, nodes(syn))) and not any(map(is_it, nodes_but(syn, is_label_here)))
