"""Which letters of a page number its layers, and how far they run: found from how names are used."""

from __future__ import annotations

from mlp_theory.texts.symbols.state import DEPTH, Page
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.mentions import in_order, mentions
from mlp_theory.texts.syntax.names import DECAYS

DEEPEST = 8
"""A page may write W_8; of larger numbers nobody believes that they are layers."""

LARGEST_RANGE = 16
"""Up to here a number is taken for the last layer of a range."""


def find_layers(page: Page) -> None:
    """Find the letters of layers l and L, and the names that carry them."""
    survey, layering = page.survey, page.layering
    letters = _letters(survey)
    running = {x for x in letters if not x.isupper()}
    tops = (letters - running) | _tops_beside(survey, letters)
    _note_names(page, letters | tops, running | (tops - {"T"}))
    layering.depth = max(DEPTH, min(_largest_number(page), DEEPEST)) + layering.deeper
    for letter in sorted(running):
        low, high = 1, layering.depth
        if letter in survey.ranges:
            first, last = survey.ranges[letter]
            value, top = number_of(first), number_of(last)
            if value is not None:
                low = int(value)
            if top is not None and top <= LARGEST_RANGE:
                high = int(top)
            else:
                tops.update(x for x in in_order(last)[:1] if x not in running)
        layering.letters[letter] = (low, max(high, low))
    for top in tops:
        layering.tops[top] = layering.depth


def _letters(survey: Survey) -> set[str]:
    """The letters that are shifted, as l in l − 1; and an l that hangs on names as layers do."""
    sums = {"i", "j"} | ({"k", "m", "n"} & survey.bound)
    return (survey.shifted - sums) | {letter for letter in ("l", "ell") if _hangs_on_names(survey, letter)}


def _hangs_on_names(survey: Survey, letter: str) -> bool:
    """Whether l stands in brackets or bare above a name, or below a matrix or a column and is bound by no sum."""
    if letter in survey.brackets or any(letter in letters for key, letters in survey.bare_sup.items() if key != "e"):
        return True
    if letter in survey.bound:
        return False
    arrays = [key for key in survey.subs if survey.bases[key].bold or survey.bases[key].upper]
    return any(texts in ([letter], ["ℓ"]) for key in arrays for texts in survey.subs[key])


def _tops_beside(survey: Survey, letters: set[str]) -> set[str]:
    """The capitals L, H, D beside an l, and T beside a t, that stand where layers do."""
    below = [text for lists in survey.subs.values() for texts in lists for text in texts]
    bracketed = [text for texts in survey.sups.values() for text in texts]
    above: set[str] = set().union(*survey.bare_sup.values()) - {"T"}
    beside = {"T"} if "t" in letters else set()
    if letters & {"l", "ell", "L"}:
        beside |= {"L", "H", "D"}
    return {top for top in beside if top in above or any(top in text for text in (*below, *bracketed))}


def _note_names(page: Page, letters: set[str], bare: set[str]) -> None:
    """Note the names that carry these letters; a bare T above is a transpose."""
    survey, layering = page.survey, page.layering
    for key, lists in survey.subs.items():
        if any(mentions(text, letters) for texts in lists for text in texts):
            layering.below.add(key)
    for key, texts in survey.sups.items():
        if any(mentions(text, letters) for text in texts):
            layering.bracketed.add(key)
    for key, above in survey.bare_sup.items():
        exponents = {"t"} if survey.bases[key].letter in DECAYS else set()
        if above & bare - exponents and key != "e":
            layering.above.add(key)


def _largest_number(page: Page) -> int:
    """The largest layer that the page writes as a number."""
    survey, layering = page.survey, page.layering
    texts = [text for key in layering.below for below in survey.subs[key] for text in below[-1:]]
    texts += [text for key in layering.bracketed for text in survey.sups[key]]
    return max([1, *(int(text) for text in texts if text.isdigit())])
