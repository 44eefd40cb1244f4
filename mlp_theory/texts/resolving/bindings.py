"""Statements that give a letter a meaning: declarations, functions with their sets, equations with it on the left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_theory.texts.conventions.stated_names import EQUALS
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.lists import arguments, list_parts
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


@dataclass(frozen=True)
class Binding:
    """A statement and the letter that it gives a meaning.

    Attributes
    ----------
    item : Item
    base : Base
    says : str
        What it says of it: its set, or the right side of its equation in LaTeX.
    declares : bool
        Whether the letter lies in a set, or a function leads from one.
    arguments : tuple of str
        Of a function that an equation gives.
    """

    item: Item
    base: Base
    says: str
    declares: bool
    arguments: tuple[str, ...] = ()

    @property
    def number_for_a_size(self) -> bool:
        """Whether a declaration has numbers for sizes, as that of an example has: ``ℝ²⁰``."""
        return self.declares and bool(re.search(r"[ℝR]\S*[²³\d⁰¹⁴-⁹]", self.says))


def bindings_of(item: Item) -> list[Binding]:
    """What a statement gives a meaning, if it stands in the form of a declaration or a definition."""
    relations, syns = item.statement.relations, item.syns
    if not item.own or not relations or len(syns) != len(item.statement.sides) or len(syns) < 2:
        return []
    if relations[0] == r"\in":
        names = [named(atoms(part)[0]) for part in list_parts(syns[0]) if len(atoms(part)) == 1]
        return [Binding(item, name[0], _set(syns[1]), True) for name in names if name is not None and not name[2]]
    if relations[0] == ":" and len(syns) == 3:
        base = base_of(atoms(syns[0])[0])
        return [Binding(item, base, f"{_set(syns[1])} to {_set(syns[2])}", True)] if base is not None else []
    return [found] if relations[0] in EQUALS and (found := _equation(item, syns[0], syns[1])) is not None else []


def _equation(item: Item, left: Syn, body: Syn) -> Binding | None:
    """``f(x) = …``, ``y = …``: a lone name, or one that is applied to different letters; no number is a definition."""
    items = atoms(left)
    name = named(items[0]) if items else None
    if name is None or name[2] or len(items) > 2 or number_of(body) is not None or name[0].style == "bb":
        return None
    shown: tuple[str, ...] = ()
    if len(items) == 2:
        if not in_parens(items[1]):
            return None
        listed = [base_of(argument) for argument in arguments(items[1])]
        shown = tuple(whole(argument) for argument in arguments(items[1]))
        if any(base is None for base in listed) or len(set(shown)) < len(shown):
            return None
    if any(base == name[0] and not parts for base, parts, _ in names_in(body)):
        return None
    return Binding(item, name[0], " ".join(item.statement.sides[1].latex.text.split()), False, shown)


def _set(syn: Syn) -> str:
    return re.sub(r"[{}\s]", "", whole(syn))
