"""The names that stand on a side, one beside the other."""

from __future__ import annotations

from typing import NamedTuple

from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.lists import is_dots, list_parts
from mlp_theory.texts.syntax.mentions import in_order
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn


class ListedName(NamedTuple):
    """A name, what hangs on it, and how both stand on the page."""

    base: Base
    scripts: Scripts
    syn: Syn


def names_listed(page: Page, syn: Syn) -> list[ListedName]:
    r"""The names of a list ``\mathbf{W}, \mathbf{V}``, also with arguments, ``f(x)``; [] when it is anything else."""
    out: list[ListedName] = []
    for part in list_parts(syn):
        items = atoms(part)
        if not items or len(items) > 2 or (len(items) == 2 and not in_parens(items[1])):
            return []
        bare, parts = unscripted(items[0])
        base = base_of(bare)
        if base is not None:
            out.append(ListedName(base, scripts_of(parts, transposes=page.habits.transposes), items[0]))
        elif not is_dots(bare):
            return []
    return out


def letters_of_names(names: list[ListedName]) -> set[str]:
    """All letters that stand in the names and their scripts."""
    return {letter for name in names for letter in in_order(name.syn)}
