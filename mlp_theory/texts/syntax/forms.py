"""What a piece of mathematics is made of: the terms of a sum, the factors of a product, one word."""

from __future__ import annotations

from mlp_theory.texts.syntax.names import word_of
from mlp_theory.texts.syntax.syn import Syn


def summands(syn: Syn) -> tuple[tuple[int, Syn], ...]:
    """The terms of a sum with their signs 1, −1 and 0 for ±; () for what is no sum."""
    return syn.args if syn.kind == "sum" else ()


def factors(syn: Syn) -> list[Syn]:
    """What stands side by side in a product; anything else is its only factor."""
    return list(syn.args) if syn.kind == "term" else [syn]


def may_hold_arguments(syn: Syn) -> bool:
    """Whether this is a bracket that may follow a function: ``(x)``, ``[x]``."""
    return syn.kind in ("parens", "brackets")


def is_norm_or_product(syn: Syn) -> bool:
    """Whether this makes one number of whole arrays: ``‖x‖``, ``⟨x, y⟩``."""
    return syn.kind in ("norm", "angle")


def written_word(syn: Syn) -> str | None:
    r"""The word that this is written as, if it is one: ``tanh`` of ``\tanh`` and of ``\mathrm{tanh}``."""
    return word_of(syn) if syn.kind in ("function", "word") else None
