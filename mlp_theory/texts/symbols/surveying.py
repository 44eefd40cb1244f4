"""The survey of a page: every name and every index of it looked at once, before anything is read."""

from __future__ import annotations

from mlp_theory.texts.symbols.layering import find_layers
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.survey import (
    Survey,
    look_applied,
    look_bound,
    look_divisors,
    look_products,
    look_residuals,
    look_shift,
)
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import letters_in, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

SAMPLE_LETTERS = {"i", "j", "k", "n", "m", "s"}
"""Letters that number samples where they stand in brackets: x^{(i)}."""


def note_range(page: Page, letter: str, low: Syn, high: Syn) -> None:
    """An index runs: i = 1, …, n."""
    page.survey.ranges[letter] = (low, high)
    page.survey.told.add(letter)
    page.index_letters.add(letter)


def survey_page(page: Page, syns: list[Syn]) -> None:
    """Note how names are used, which letters are indices, layers and sizes."""
    survey = page.survey
    for syn in syns:
        look_bound(survey, syn)
        for base, parts, _ in names_in(syn):
            _look_name(survey, base, scripts_of(parts, transposes=page.habits.transposes))
        look_divisors(survey, syn)
        look_applied(survey, syn)
        look_products(survey, syn, page.habits.transposes)
        look_residuals(survey, syn)
    page.index_letters |= survey.bound
    find_layers(page)
    for _, high in survey.ranges.values():
        base = base_of(atoms(high)[0]) if len(atoms(high)) == 1 else None
        if base is None or base.bold or base.plain_accents:
            continue
        if base.letter not in page.layering.tops and base.letter not in page.index_letters:  # Σ_{j=1}^i: i runs too
            page.dims.name(base.letter, rigid=False)


def _look_name(survey: Survey, base: Base, scripts: Scripts) -> None:
    """Note what hangs on a name at one place."""
    survey.bases[base.key] = base
    for sub in scripts.subs:
        look_shift(survey, sub)
    for kind, content in scripts.sups:
        if kind in ("bracket", "square") and content is not None:
            look_shift(survey, content)
            survey.brackets |= letters_in(content)
            survey.sups.setdefault(base.key, []).append(whole(content))
        elif kind == "power" and content is not None and letters_in(content):
            survey.bare_sup.setdefault(base.key, set()).update(letters_in(content))
    if scripts.subs or scripts.words:
        survey.subs.setdefault(base.key, []).append([whole(sub) for sub in scripts.subs])
    elif not any(
        kind == "bracket" and content is not None and _numbers_samples(content) for kind, content in scripts.sups
    ):
        survey.plain[base.key] = survey.plain.get(base.key, 0) + 1


def _numbers_samples(content: Syn | None) -> bool:
    letters = letters_in(content) if content is not None else set()
    return bool(letters) and letters <= SAMPLE_LETTERS
