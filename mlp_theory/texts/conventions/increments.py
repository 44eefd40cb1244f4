r"""``\mathrm{d}X \in \mathbb{R}^{m \times n}``: an upright d before a name makes its increment, a given letter.

On a page that declares increments ``\mathrm{d}F`` is the differential of F along them, and no gradient.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mlp_theory.texts.conventions.differentials import joined
from mlp_theory.texts.items import Item
from mlp_theory.texts.latex.statements import Side
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.factors import is_upright_d
from mlp_theory.texts.syntax.names import INCREMENT, base_of
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


def name_increments(items: Iterable[Item]) -> None:
    """Make each upright dX that some item declares one name on the whole page, unless an equation is given for it."""
    items = list(items)
    declared: set[str] = set()
    equated: set[str] = set()
    for item in items:
        relation, left = item.statement.relations[:1], item.statement.sides[0].syn
        if relation and left is not None:
            found = {key for name in _listed(left) if (key := _increment_of(name)) is not None}
            if relation[0] == r"\in":
                declared |= found
            elif not _says_symmetric(item):
                equated |= found
    keys = declared - equated
    if keys:
        for item in items:
            sides = item.statement.sides
            sides[:] = [s if s.syn is None else Side(s.latex, _joined(s.syn, keys), s.error) for s in sides]


def _says_symmetric(item: Item) -> bool:
    r"""Whether this is ``\mathrm{d}X = \mathrm{d}X^\top``."""
    keys = [None if side.syn is None else _increment_of(atoms(side.syn)) for side in item.statement.sides]
    return len(keys) == 2 and keys[0] == keys[1]


def _listed(syn: Syn) -> list[list[Syn]]:
    """The items of each name in a list of names."""
    while syn.kind in ("braces", "single", "passed"):
        syn = syn[-1]
    parts = [part for part in syn.args if isinstance(part, Syn)] if syn.kind == "list" else [syn]
    return [atoms(part) for part in parts]


def _increment_of(names: list[Syn]) -> str | None:
    """The key of X where nothing but dX stands."""
    return _key(names[1]) if len(names) == 2 and is_upright_d(names[0]) else None


def _key(syn: Any) -> str | None:
    """What tells a name with its indices from others; a transpose belongs to no name, and a power makes none."""
    if not isinstance(syn, Syn):
        return None
    below = syn.args[1:] if syn.kind == "scripted" else ()
    base = base_of(syn[0] if syn.kind == "scripted" else syn)
    if base is None or any(kind != "T" for kind, _ in scripts_of(below).sups):
        return None
    return base.key + "".join(whole(part) for part in below if part.kind != "sup")


def _joined(syn: Any, keys: set[str]) -> Any:
    """The same syntax with each d and the name after it as one name; what is differentiated by keeps its d."""
    return joined(syn, is_upright_d, lambda name: _key(name) in keys, INCREMENT, stops=_is_derivative)


def _is_derivative(syn: Syn) -> bool:
    return syn.kind in ("frac", "over") and is_upright_d(atoms(syn.args[-1])[0])
