r"""``\mathrm{d}X \in \mathbb{R}^{m \times n}``: an upright d before a name makes its increment, a given letter.

On a page that declares increments ``\mathrm{d}F`` is the differential of F along them, and no gradient.
"""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import Spelling
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.derivative_parts import is_upright_d
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.names import INCREMENT, base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.respelling import joined
from mlp_theory.texts.syntax.script_parts import all_above
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


def declared_increments(items: list[Item]) -> Spelling | None:
    """Each upright dX that some item declares, as one name on the whole page, unless an equation is given for it."""
    declared: set[str] = set()
    equated: set[str] = set()
    for item in items:
        relation, left = item.statement.relations[:1], item.statement.sides[0].syn
        if relation and left is not None:
            found = {key for name in list_parts(left) if (key := _increment_of(name)) is not None}
            if relation[0] == r"\in":
                declared |= found
            elif not _says_symmetric(item):
                equated |= found
    keys = declared - equated
    if not keys:
        return None
    # What is differentiated by keeps its d.
    return lambda syn: joined(syn, is_upright_d, lambda name: _key(name) in keys, INCREMENT, stops=_is_derivative)


def _says_symmetric(item: Item) -> bool:
    r"""Whether this is ``\mathrm{d}X = \mathrm{d}X^\top``."""
    keys = [None if side.syn is None else _increment_of(side.syn) for side in item.statement.sides]
    return len(keys) == 2 and keys[0] == keys[1]


def _increment_of(side: Syn) -> str | None:
    """The key of X where nothing but dX stands."""
    names = atoms(side)
    return _key(names[1]) if len(names) == 2 and is_upright_d(names[0]) else None


def _key(syn: Syn) -> str | None:
    """What tells a name with its indices from others; a transpose belongs to no name, and a power makes none."""
    bare, parts = unscripted(syn)
    base = base_of(bare)
    if base is None or any(kind != "T" for kind, _ in scripts_of(parts).sups):
        return None
    return base.key + "".join(whole(part) for part in parts if not all_above((part,)))


def _is_derivative(syn: Syn) -> bool:
    parts = fraction(syn)
    return parts is not None and is_upright_d(atoms(parts[1])[0])
