"""Which layers a statement speaks of: all of the page, or those that a condition beside it names."""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.items import Item, chain_of
from mlp_theory.texts.reading.truth import truth
from mlp_theory.texts.symbols.layers import layer_number
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.syn import Syn


def scopes_of(collection: Collection, item: Item, letters: set[str]) -> list[Scope]:
    """One scope for each layer that the statement speaks of."""
    page = collection.page
    mine = [x for x in page.layering.letters if x in letters]
    if not mine:
        return [Scope()]
    (letter, *_) = mine
    low, high = layer_range(collection, item, letter)
    scopes = [Scope(loops={letter: k}) for k in range(low, high + 1)]
    conditions = [c.syn for c in item.statement.conditions if c.syn is not None and not ranges_of(c.syn)]
    return [scope for scope in scopes if all(truth(page, syn, scope) for syn in conditions)]


def layer_range(collection: Collection, item: Item, letter: str) -> tuple[int, int]:
    """From which layer to which a statement goes: its own condition, or that of the page."""
    page = collection.page
    low, high = page.layering.letters[letter]
    for syn in restrictions_of(collection, item):
        for name, first, last in ranges_of(syn):
            if name == letter:
                a, b = layer_number(page, first, Scope()), layer_number(page, last, Scope())
                if a is not None and b is not None:
                    return min(a, b), max(a, b)
    return low, high


def restrictions_of(collection: Collection, item: Item) -> list[Syn]:
    """The conditions that a statement stands under: behind it, or in its sentence."""
    out = [c.syn for c in item.statement.conditions if c.syn is not None]
    if not item.display or item.piece.comment:
        # "for $l = 1, …, L$" behind (or before) it in the same sentence.
        index = collection.position[item]
        for other in collection.items[index + 1 : index + 4]:
            if other.piece.block != item.piece.block or other.source is not item.source:
                break
            chain = chain_of(other.statement)
            if chain is not None and ranges_of(chain):
                between = " ".join(x.piece.before for x in collection.items[index + 1 : collection.position[other] + 1])
                if not re.search(r"[.;:]\s", between):
                    out.append(chain)
                break
    return out
