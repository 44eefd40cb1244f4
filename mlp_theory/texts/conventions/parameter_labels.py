r"""``h_\theta(x) = g(\theta^\top x)``: a parameter below a function is part of its name, and no index."""

from __future__ import annotations

from mlp_theory.texts.conventions.index_usage import index_usage, runs
from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import left_name
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import lone_sub
from mlp_theory.texts.syntax.making import as_label
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.script_parts import Parts, has_sub
from mlp_theory.texts.syntax.unicode import show

NO_PARAMETERS = frozenset({"i", "j", "k", "l", "m", "n", "t", "s"})


def parameter_labels(items: list[Item]) -> Spelling | None:
    """The parameters below functions, as words.

    Only below a function that the page defines by them: of any other h_θ nothing would say how it depends on θ, and
    its gradient by θ would be lost.
    """
    survey = index_usage(items)
    found = {name for item in items if (name := _named_after(item, survey)) is not None}

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        letter = lone_sub(parts)
        if letter is None or (base.key, letter) not in found:
            return None
        return "", tuple(as_label(part, show(part[0]).strip()) if part.kind == "sub" else part for part in parts)

    return renamed(change) if found else None


def _named_after(item: Item, survey: Survey) -> tuple[str, str] | None:
    """The function that this defines, and the letter below it, where its formula is made of that letter."""
    name = left_name(item)
    left = item.statement.sides[0].syn
    if name is None or left is None or len(atoms(left)) != 2:
        return None
    base, parts = name
    letter = lone_sub(parts)
    if base.word or letter is None or letter in NO_PARAMETERS or runs(letter, survey):
        return None
    arguments = {other.letter for other, _, _ in names_in(atoms(left)[1])}
    inside = any(
        other.letter == letter and not has_sub(scripts)
        for side in item.statement.sides[1:]
        for other, scripts, _ in names_in(side.syn)
    )
    return (base.key, letter) if inside and letter not in arguments else None
