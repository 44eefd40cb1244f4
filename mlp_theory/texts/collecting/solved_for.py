r"""Equations that are solved for a name before they define it: ``S^{-1} = A`` and ``\frac{1}{\beta} = a``."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.making import as_inverse
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.without_scripts import without_inverse


def solved_for_inverse(left: Syn, body: Syn) -> tuple[Syn, Syn] | None:
    """The name that a left side is the inverse of, and the inverse of the right side, in which it does not occur."""
    items = atoms(left)
    name = _inverted(items[0]) if len(items) == 1 else None
    base = base_of(under_scripts(name)) if name is not None else None
    if name is None or base is None or any(other == base for other, _, _ in names_in(body)):
        return None
    return name, as_inverse(body)


def _inverted(item: Syn) -> Syn | None:
    r"""S_N of ``S_N^{-1}``, and what 1 is divided by, where that is one name."""
    parts = fraction(item)
    if parts is None:
        return without_inverse(item)
    below = atoms(parts[1])
    return below[0] if number_of(parts[0]) == 1 and len(below) == 1 else None
