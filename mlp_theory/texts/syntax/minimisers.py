r"""``\argmin_w L(w)``: where something is smallest, which names a place and gives no value for it."""

from __future__ import annotations

from mlp_theory.texts.syntax.kinds import is_worded
from mlp_theory.texts.syntax.names import word_of
from mlp_theory.texts.syntax.peeling import lone, under_scripts
from mlp_theory.texts.syntax.sums_and_products import factors, summands
from mlp_theory.texts.syntax.syn import Syn


def names_an_extreme_place(item: Syn) -> bool:
    r"""Whether a factor is ``\argmin`` or ``\argmax``, whatever stands below it."""
    bare = under_scripts(item)
    return is_worded(bare) and word_of(bare) in ("argmin", "argmax", "arg")


def is_extreme_place(side: Syn) -> bool:
    r"""Whether a side of an equation has an ``\argmin_w …`` in one of its terms."""
    inner = lone(side)
    terms = [term for _, term in summands(inner)] or [inner]
    return any(names_an_extreme_place(item) for term in terms for item in factors(term))
