"""``dZ := A − Y``: where a page declares or defines dZ itself, it is a name like any other."""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import Spelling
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_letter
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.respelling import joined
from mlp_theory.texts.syntax.syn import Syn

DEFINES = (":=", r"\triangleq", r"\coloneqq", r"\coloneq", r"\in")


def own_differentials(items: list[Item]) -> Spelling | None:
    """Each dV that some item declares, or defines by ``:=``, as one name on the whole page."""
    keys: set[str] = set()
    for item in items:
        left = item.statement.sides[0].syn
        if item.statement.relations[:1] and item.statement.relations[0] in DEFINES and left is not None:
            names = atoms(left)
            if len(names) == 2 and _is_d(names[0]):
                keys |= _key(names[1])
    if not keys:
        return None
    return lambda syn: joined(syn, _is_d, lambda name: bool(_key(name) & keys), "d")


def _is_d(syn: Syn) -> bool:
    return is_letter(syn, "d")


def _key(syn: Syn) -> set[str]:
    """The key of a name with or without scripts, as a set of one; the empty set of all else."""
    base = base_of(under_scripts(syn))
    return {base.key} if base is not None else set()
