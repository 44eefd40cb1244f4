"""The whole that a name with indices is a part of: x of x_i, W of W_ij, X of its column x_i."""

from __future__ import annotations

from typing import Literal

from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.names import Base

Part = Literal["entries", "vector"]
"""What the indices of a name pick of the whole: one entry, or a row or a column of a matrix."""


def part_of(page: Page, base: Base, label: str, count: int, sample: bool = False) -> tuple[Info, Part] | None:
    """A known matrix or column that this name with `count` indices is a part of.

    Parameters
    ----------
    sample : bool
        Whether one of the indices stands in brackets above, as that of a sample does.
    """
    if count == 0:
        info = page.infos.get(base.also(bold=not base.bold).key + label)
        return (info, "entries") if info is not None and info.count is None and _is_same_thing(page, base) else None
    if not base.bold:
        wholes = [base.also(bold=True)]
        if not base.upper:
            wholes.append(Base(base.letter, base.bold, base.style, ("vec", *base.accents)))
        for whole in wholes:
            info = page.infos.get(whole.key + label)
            if info is not None:
                return info, "entries"
    vector = base.bold or "vec" in base.accents or sample
    if base.upper or not ((count == 2 and not base.bold) or (count == 1 and vector)):
        return None
    plain = Base(base.letter, base.bold, base.style, tuple(a for a in base.accents if a != "vec"))
    for matrix in (plain.also(upper=True, bold=True), plain.also(upper=True, bold=False)):
        info = page.infos.get(matrix.key + label)
        if info is not None and info.count is None and info.has_value and not is_scalar(page, info):
            return info, "entries" if count == 2 else "vector"
    return None


def is_scalar(page: Page, info: Info) -> bool:
    """Whether a symbol is known to be a number."""
    return page.dims.is_one(info.r) and page.dims.is_one(info.c)


def names_matrix(page: Page, base: Base) -> bool:
    """Whether a letter without a label is a matrix of the page."""
    info = page.infos.get(base.key)
    return info is not None and not page.dims.is_one(info.c)


def _is_same_thing(page: Page, base: Base) -> bool:
    """Bold and plain small letters are one thing when one of them only ever carries indices."""
    return not {base.key, base.also(bold=not base.bold).key} <= page.survey.plain.keys()
