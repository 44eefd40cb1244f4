"""Which letters of a page are indices: bound by sums, told to run, or shifted by a number."""

from __future__ import annotations

from mlp_theory.texts.items import Item, chain_of
from mlp_theory.texts.symbols.survey import Survey, look_bound, shifted_letter
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.ranges import ranges_of
from mlp_theory.texts.syntax.script_parts import all_above, all_below
from mlp_theory.texts.syntax.syn import Syn, kept


def index_usage(items: list[Item]) -> Survey:
    """Survey the letters of sums, of scripts, and of the ranges that the page spells out."""
    survey = Survey()
    chains = [chain_of(item.statement) for item in items]
    conditions = [c.syn for item in items for c in item.statement.conditions if c.syn is not None]
    for syn in (*(syn for item in items for syn in item.syns), *conditions):
        look_bound(survey, syn)
        survey.shifted |= _shifted_in(syn)
    for chain in (*chains, *conditions):
        for letter, low, high in ranges_of(chain) if chain is not None else ():
            survey.ranges[letter] = (low, high)
    return survey


def runs(letter: str, survey: Survey) -> bool:
    """Whether a letter takes several values somewhere on the page."""
    return letter in survey.bound or letter in survey.ranges or letter in survey.shifted


@kept
def _shifted_in(syn: Syn) -> set[str]:
    """The letters in scripts that are shifted by a number: l − 1."""
    indices = (index for _, parts, _ in names_in(syn) for index in (*all_below(parts), *all_above(parts)))
    return {letter for index in indices if (letter := shifted_letter(_bare(index))) is not None}


def _bare(index: Syn) -> Syn:
    found = atoms(index)
    return found[0] if len(found) == 1 else index
