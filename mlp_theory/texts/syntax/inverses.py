"""The −1 above something: taken away, and hung on."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.index_letters import all_above
from mlp_theory.texts.syntax.making import as_digit
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn


def without_inverse(item: Syn) -> Syn | None:
    """A name without the −1 above it, where nothing else stands above it; None where no −1 does."""
    bare, parts = unscripted(item)
    above = all_above(parts)
    if len(above) != 1 or number_of(above[0]) != -1:
        return None
    rest = tuple(part for part in parts if part.kind != "sup")
    return Syn("scripted", (bare, *rest), item.start, item.end) if rest else bare


def as_inverse(syn: Syn) -> Syn:
    """Something in brackets with a −1 above it."""
    bracket = Syn("parens", (syn,), syn.start, syn.end)
    minus_one = Syn("sum", ((-1, Syn("term", (as_digit(1),), 0, 0)),), syn.end, syn.end)
    return Syn("scripted", (bracket, Syn("sup", (minus_one,), syn.end, syn.end)), syn.start, syn.end)
