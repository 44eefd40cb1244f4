"""The name on the left of an equation: its key, its label, and the letters of its indices."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.collecting.collection import page_reader
from mlp_theory.texts.symbols.labels import split_scripts
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.wholes import part_of
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.mentions import in_order, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole


@dataclass(frozen=True)
class LeftSide:
    """A name with its scripts; `mark` is the ^2 of a σ² that is a name itself."""

    base: Base
    scripts: Scripts
    mark: str = ""

    @property
    def contents(self) -> list[Syn]:
        """What stands below and above the name."""
        return [*self.scripts.subs, *(content for _, content in self.scripts.sups if content is not None)]

    @property
    def letters(self) -> set[str]:
        """The letters below and above the name."""
        return {letter for content in self.contents for letter in in_order(content)}

    @property
    def is_shifted(self) -> bool:
        """Whether a layer stands there as l − 1 or l + 1: then other layers have been defined before."""
        return any(sign in whole(content) for content in self.contents for sign in "+-")


def left_side(page: Page, base: Base, scripts: Scripts, body: Syn) -> LeftSide:
    """The name of ``p_i = …``; of ``σ² = …``, where the page has no σ, that is σ²."""
    if not _is_squared(page, base, scripts, body):
        return LeftSide(base, scripts)
    unsquared = [(kind, content) for kind, content in scripts.sups if kind != "power"]
    return LeftSide(base, Scripts(scripts.subs, scripts.words, unsquared), "^2")


def key_of(page: Page, left: LeftSide, scope: Scope) -> tuple[str, str, list[Syn]] | None:
    """The key, the label and the indices of a name on the left; None where it is no name with letters below it."""
    try:
        label, indices, sups = split_scripts(page, left.base, left.scripts, scope, page_reader(page))
    except UnreadError:
        return None
    label = left.mark + label
    letters = {base.letter for base in map(base_of, indices) if base is not None}
    if sups or len(letters) != len(indices):
        return None
    key = left.base.key + label
    part = part_of(page, left.base, label, len(indices)) if key not in page.infos else None
    if part is not None:
        if part[1] != "entries":
            return None
        key = part[0].key
    return key, label, indices


def _is_squared(page: Page, base: Base, scripts: Scripts, body: Syn) -> bool:
    """``σ² = …`` of a σ that the page does not have: σ² is a name."""
    powers = [content for kind, content in scripts.sups if kind == "power"]
    return (
        len(powers) == 1
        and powers[0] is not None
        and number_of(powers[0]) == 2
        and base.key not in page.infos
        and base.key not in page.layering.above
        and not base.upper
        and all(other != base for other, _, _ in names_in(body))
    )
