"""``W_f [h_{t-1}, x_t]``: two columns behind a matrix in brackets, one on top of the other."""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import Spelling
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.index_letters import shifted_by_one
from mlp_theory.texts.syntax.kinds import in_brackets
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.making import as_column
from mlp_theory.texts.syntax.mentions import named
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import inside, under_scripts
from mlp_theory.texts.syntax.script_parts import all_above, all_below
from mlp_theory.texts.syntax.sums_and_products import neighbours
from mlp_theory.texts.syntax.syn import Syn, rebuilt
from mlp_theory.texts.syntax.unicode import whole


def stacked_states(items: list[Item]) -> Spelling | None:
    """Each such bracket as a column, wherever the page writes it."""
    found = {
        whole(bracket)
        for item in items
        for syn in item.syns
        for before, bracket in neighbours(syn)
        if _is_matrix(before) and in_brackets(bracket) and _are_states(bracket)
    }

    def walk(node: Syn) -> Syn:
        if in_brackets(node) and whole(node) in found:
            return as_column(list_parts(inside(node)))
        return rebuilt(node, walk)

    return walk if found else None


def _is_matrix(syn: Syn) -> bool:
    r"""Whether a capital letter stands before the bracket, or the dot of ``W_f \cdot [h, x]``."""
    base = base_of(under_scripts(syn))
    return syn.kind == "infix" or (base is not None and base.upper)


def _are_states(bracket: Syn) -> bool:
    """Whether it holds the states of different small letters, h_{t-1} and x_t: no two columns of one matrix."""
    letters: list[str] = []
    for part in list_parts(inside(bracket)):
        name = named(atoms(part)[0]) if len(atoms(part)) == 1 else None
        if name is None or name[0].upper:
            return False
        base, _, parts = name
        if not any(shifted_by_one(index) == "t" for index in (*all_below(parts), *all_above(parts))):
            return False
        letters.append(base.key)
    return len(letters) > 1 and len(set(letters)) == len(letters)
