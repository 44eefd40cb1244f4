"""Whether what stands below a name is a label, which makes it another name, or an index, which picks a part."""

from __future__ import annotations

from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.mentions import letters_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


def is_label(page: Page, base: Base, label: str, subs: list[Syn], scope: Scope, notes: Notes) -> bool:
    """Whether these subscripts of a name, which has this label already, are one more label."""
    key, text = base.key + label, "".join(whole(sub) for sub in subs)
    if f"{key}_{text}" in page.infos or f"{key}[{text}]" in page.infos or f"{key}_{text}" in page.functions:
        return True
    like_indices = all(_is_like_an_index(page, sub, notes) for sub in subs)
    if len(subs) >= 3 and key not in page.layering.below and not like_indices:
        return True
    letters = set().union(*(letters_in(sub) for sub in subs))
    if letters & (set(scope.axes) | set(scope.params) | set(scope.loops)):
        return False
    if all(number_of(sub) is not None for sub in subs):
        if text == "0" or len(subs) > 1:
            return text == "0"
        return _is_numbered(page, base, label)
    if like_indices:
        return False
    info = page.infos.get(key)
    if info is not None and info.has_value:
        if len(subs) == 2 and base.upper and not base.bold and info.kind == "defined":
            return True  # L_{wd} beside L, where w and d are no indices
        return not all(len(letter) == 1 for letter in letters)
    return not (base.also(bold=True).key in page.infos and all(base_of(sub) is not None for sub in subs))


def _is_numbered(page: Page, base: Base, label: str) -> bool:
    """Whether the number in w_1 tells one symbol from another, and is no entry of a w."""
    survey, key = page.survey, base.key + label
    if base.key in survey.numbered:
        return True
    info = page.infos.get(key)
    if info is not None or (key in survey.plain and not label):
        return info is not None and info.is_applied
    lists = survey.subs.get(base.key, [])
    runs = any(len(texts) == 1 and texts[0] in page.index_letters for texts in lists)
    return not runs and base.also(bold=True).key not in survey.plain


def _is_like_an_index(page: Page, sub: Syn, notes: Notes) -> bool:
    """Whether this can pick a part: a number, a letter that runs, a size, y_i."""
    if number_of(sub) is not None or unscripted(sub)[1]:
        return True
    letters = letters_in(sub)
    known = page.index_letters | set(page.survey.ranges) | set(notes.free) | set(page.layering.tops)
    return bool(letters) and all(letter in known or is_size(page, letter) or _runs(page, letter) for letter in letters)


def _runs(page: Page, letter: str) -> bool:
    """Whether a letter is declared as an index."""
    info = page.infos.get(letter)
    return info is not None and info.high is not None
