r"""What a page could say of a letter of which it says nothing: ``$v \in \mathbb{R}^{d}$``, as its uses have it.

The sizes of the page are called by their names. One that is still open is given a letter that the page does not use; to
stand in an exponent declares it, so that it needs no declaration of its own.
"""

from __future__ import annotations

import re

from mlp_theory.symbolic import Dim, Dimensions
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.fonts import GREEK
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.written_names import latex_of

_SIZES = ("d", "m", "n", "p", "q", "r", "s", "D", "M", "N", "P", "Q", "R", "S")
_NAME = re.compile(r"(?P<letter>[^\W\d_]+)(?P<above>(?:\[\w+\])?)(?P<below>(?:_\w+)?)")
_BEFORE_HINT = re.compile(r"\?\d+")
_SIGNS = {symbol: rf"\{name}" for name, symbol in GREEK.items() if not name.startswith("var")}


class Proposals:
    """What could be said of the letters of one page; an open size is the same letter in all that is said."""

    def __init__(self, page: Page):
        self._page = page
        self._sizes = _Sizes(page)

    def of(self, info: Info) -> str:
        """What a `given` comment could say of a letter, its shape settled as far as it is; "" where it has no name."""
        page, sizes = self._page, self._sizes
        name = _written(page, info)
        if not name:
            return ""
        lies_in = rf"{name}{_index(page, info)} \in \mathbb{{R}}{_exponent(page, info.r, info.c, sizes)}"
        if info.count is None or (index := _index_letter(page, info)) in page.survey.ranges:
            return f"${lies_in}$"
        return rf"${lies_in}$, ${index} = 1, \dots, {sizes.written(info.count)}$"

    def of_function(self, base: Base, r: Dim, c: Dim) -> str:
        """What it could say of a function of an array with these sizes, whose values are numbers."""
        domain = rf"\mathbb{{R}}{_exponent(self._page, r, c, self._sizes)}"
        return rf"${name} : {domain} \to \mathbb{{R}}$" if (name := latex_of(base)) else ""


def _exponent(page: Page, r: Dim, c: Dim, sizes: _Sizes) -> str:
    """The sizes above the set; nothing of a number."""
    dims = page.dims
    column = _is_one(dims, c)
    if column and _is_one(dims, r):
        return ""
    rows = sizes.written(r)
    if column:
        return f"^{rows}" if len(rows) == 1 else f"^{{{rows}}}"
    return rf"^{{{rows} \times {sizes.written(c)}}}"


def _is_one(dims: Dimensions, dim: Dim) -> bool:
    """Whether it is 1, or an open size of which nothing says that it is more."""
    return dims.is_one(dim) or (dims.may_be_one(dim) and str(dims.find(dim)).startswith("?"))


def _written(page: Page, info: Info) -> str:
    """The name with its label, as the page could write it; "" where that is not known."""
    base, label = info.base, info.key[len(info.base.key) :]
    name = latex_of(base)
    if not label:
        return name
    if word := re.fullmatch(r"_([A-Za-z0-9]+)", label):
        several = len(word[1]) > 1 and word[1].isalpha()
        return rf"{name}_{{\mathrm{{{word[1]}}}}}" if several else f"{name}_{{{word[1]}}}"
    number = re.fullmatch(r"\[(\d+)\]", label)
    layered = page.layering.below | page.layering.above | page.layering.bracketed
    return f"{name}_{{{number[1]}}}" if number and base.key not in layered else ""


def _index(page: Page, info: Info) -> str:
    """The index of samples, below or in brackets above."""
    if info.count is None:
        return ""
    letter = _index_letter(page, info)
    return f"^{{({letter})}}" if letter in page.survey.sups.get(info.base.key, ()) else f"_{{{letter}}}"


def _index_letter(page: Page, info: Info) -> str:
    """The letter that numbers the samples of a page."""
    key = info.base.key
    below = [texts[0] for texts in page.survey.subs.get(key, ()) if texts]
    letters = [text for text in [*below, *page.survey.sups.get(key, ())] if len(text) == 1 and text.isalpha()]
    return letters[0] if letters else "i"


class _Sizes:
    """Sizes as LaTeX: those of the page by their names, open ones by letters that are free."""

    def __init__(self, page: Page):
        self._dims = page.dims
        taken = _letters_of(page)
        self._free = iter([letter for letter in _SIZES if letter not in taken])
        self._given: dict[str, str] = {}

    def written(self, dim: Dim) -> str:
        """A size as the page would write it."""
        dim = self._dims.find(dim)
        if isinstance(dim, int):
            return str(dim)
        if isinstance(dim, str):
            return self._named(dim)
        terms = sorted(dim[1], key=lambda term: term[1] < 0)  # h − d, not −d + h
        parts = [f"{'-' if times < 0 else '+'} {_times(times)}{self._named(name)}" for name, times in terms]
        parts += [f"{'-' if dim[2] < 0 else '+'} {abs(dim[2])}"] if dim[2] else []
        return " ".join(parts).removeprefix("+ ")

    def _named(self, name: str) -> str:
        if found := _NAME.fullmatch(name):
            letter = _SIGNS.get(found["letter"], found["letter"])
            letter = rf"\{letter}" if letter in GREEK else letter
            above = f"^{{{found['above']}}}" if found["above"] else ""
            below = f"_{{{found['below'][1:]}}}" if found["below"] else ""
            return letter + above + below
        if name.isdigit():
            return name
        open_ = _BEFORE_HINT.sub("", name) or name  # "rows of W", in whichever line it is still open
        if open_ not in self._given:
            self._given[open_] = next(self._free, f"d_{{{len(self._given) + 1}}}")
        return self._given[open_]


def _times(times: int) -> str:
    return str(abs(times)) if abs(times) != 1 else ""


def _letters_of(page: Page) -> set[str]:
    """Every letter that the page uses for anything."""
    survey, layering = page.survey, page.layering
    bases: list[Base] = [*survey.bases.values(), *(info.base for info in page.infos.values())]
    below = {text for lists in survey.subs.values() for texts in lists for text in texts}
    sizes = {letter for letter in _SIZES if page.dims.known(letter)}
    return {base.letter for base in bases} | below | sizes | survey.bound | set(survey.ranges) | set(layering.tops)
