"""Which formulas of a text are names, and what they are called: what words say a shape or a loss of."""

from __future__ import annotations

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import show


def shown_names(syn: Syn | None) -> list[str]:
    """The names of a side as the page tells them apart: bold or not, with their scripts."""
    found = [unscripted(atoms(part)[0]) for part in list_parts(syn)] if syn is not None else []
    named = [(base_of(name), scripts) for name, scripts in found]
    return [base.key + "".join(show(script).strip() for script in scripts) for base, scripts in named if base]


def is_name(item: Item) -> bool:
    """Whether it is a name, or a list of names, and no product or number."""
    statement = item.statement
    if item.display or statement.relations or len(statement.sides) != 1 or statement.sides[0].syn is None:
        return False
    parts = [atoms(part) for part in list_parts(statement.sides[0].syn)]
    bases = [base_of(unscripted(part[0])[0]) if len(part) == 1 else None for part in parts]
    return all(base is not None and not base.word for base in bases)
