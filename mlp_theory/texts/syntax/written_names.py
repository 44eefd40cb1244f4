r"""A name written back as LaTeX: ``\hat{\mathbf{y}}``, ``\theta``, ``\mathcal{L}``."""

from __future__ import annotations

from mlp_theory.texts.syntax.fonts import ACCENTS, GREEK
from mlp_theory.texts.syntax.names import EACH, INCREMENT, ITERATE, PRIMED, Base

_FONTS = {"cal": "mathcal", "bb": "mathbb", "frak": "mathfrak"}
_OURS = {EACH, INCREMENT, ITERATE}  # accents of which the page writes nothing


def latex_of(base: Base) -> str:
    """The name as a page could write it, without scripts; "" for one that only we tell apart from another."""
    if _OURS & set(base.accents) or any(accent not in ACCENTS for accent in base.accents):
        return ""
    latex = rf"\{base.letter}" if base.letter in GREEK else base.letter
    if base.word:
        latex = rf"\mathrm{{{base.letter}}}"
    if base.style:
        latex = rf"\{_FONTS[base.style]}{{{latex}}}"
    if base.bold:
        latex = rf"\boldsymbol{{{latex}}}" if base.style or base.letter in GREEK else rf"\mathbf{{{latex}}}"
    for accent in reversed(base.accents):
        if accent != PRIMED:
            latex = rf"\{accent}{{{latex}}}"
    return latex + "'" * base.accents.count(PRIMED)
