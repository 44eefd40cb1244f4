r"""``y \in \{0, 1\}`` beside ``y^{(i)}``: a number that stands for any example, and those of the examples."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.wholes import is_scalar


def numbers_beside(page: Page, number: Info) -> Info | None:
    """The numbers of the examples, a column, beside one that is declared; None where no sum on the page runs so."""
    one = number.declared and number.kind == "given" and number.count is None and not number.indexed
    if not one or not is_scalar(page, number):
        return None
    lists = [*page.survey.subs.get(number.key, []), *([text] for text in page.survey.sups.get(number.key, []))]
    if not any(len(texts) == 1 and texts[0] in page.survey.bound for texts in lists):
        return None
    key = f"{number.key}•"
    if key not in page.infos:
        size = page.dims.fresh(f"number of {number.show}", large=True)
        page.infos[key] = replace(number, key=key, r=size, c=1, indexed=True, origin=f"that of {number.show}")
    return page.infos[key]
