"""A definition holds everywhere, or says by cases where."""

from __future__ import annotations

from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.peeling import chain_in
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import UnreadError
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.reasons.unread_definitions import ConditionalDefinition


def refusal_of(page: Page, item: Item, scripts: Scripts) -> UnreadError | None:
    """Why a definition is refused that holds under its conditions only; None of one that holds everywhere."""
    letters = {x for sub in scripts.subs for x in in_order(sub)}
    layers = set(page.layering.letters) | set(page.layering.tops)
    for condition in item.statement.conditions:
        syn = condition.syn
        if syn is None and not condition.latex.text.strip():
            continue
        if syn is None:
            return UnreadError(ConditionalDefinition("a definition under a condition that is not read"))
        for letter, low, _ in ranges_of(syn):
            if letter not in layers and number_of(low) != 1 and letter in letters:
                return UnreadError(
                    ConditionalDefinition(f"a definition of some only: {letter} begins at {show(low).strip()}")
                )
        chain = chain_in(syn)
        if chain is None or ranges_of(syn) or set(in_order(chain)) <= layers or str(chain[1]) == r"\in":
            continue
        return UnreadError(ConditionalDefinition("a definition under a condition; write it with cases"))
    return None
