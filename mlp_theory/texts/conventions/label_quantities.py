r"""``\mu_x``, ``\sigma_z``: what a moment is a moment of stands below it, and runs over nothing."""

from __future__ import annotations

from mlp_theory.texts.conventions.index_usage import runs
from mlp_theory.texts.conventions.stated_names import all_names
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.script_parts import has_sub

MOMENTS = frozenset({"mu", "sigma", "Sigma", "tau", "rho"})
NO_QUANTITIES = frozenset({"i", "j", "k", "l", "m", "n", "t", "s"})
"""Letters that are indices even where the page has a quantity of that name."""


def of_quantities(items: list[Item], survey: Survey) -> set[tuple[str, str]]:
    """The key of each moment with the letter below it that is a quantity of the page, ``x`` beside ``X`` or ``x``."""
    alone = {base.letter for base, parts in all_names(items) if not has_sub(parts)}
    below = {
        (base.key, letter)
        for base, parts in all_names(items)
        if base.letter in MOMENTS and (letter := lone_sub(parts)) is not None
    }
    with_entries = {key for key, letter in below if runs(letter, survey)}  # the q of μ_q beside μ_l is an index too
    return {
        (key, letter)
        for key, letter in below
        if key not in with_entries and letter not in NO_QUANTITIES and {letter.upper(), letter.lower()} & alone
    }
