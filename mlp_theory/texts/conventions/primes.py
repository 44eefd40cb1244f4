"""``h'`` beside a given h: another name, where h lies in a set and an equation defines h'; no derivative."""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import left_name, members
from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import PRIMED, Base
from mlp_theory.texts.syntax.script_parts import Parts, primes_of, without_primes


def primes(items: list[Item]) -> Spelling | None:
    """Each such h' as a name of its own."""
    primed = _primed(items)

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        if base.key in primed and primes_of(parts) == 1:
            return PRIMED, without_primes(parts)
        return None

    return renamed(change) if primed else None


def _primed(items: list[Item]) -> set[str]:
    """The letters h that lie in a set, and of which an equation defines an h': no derivative, as h is no function."""
    given = {base.key for item in items if len(item.statement.relations) == 1 for base, _ in members(item)}
    primed: set[str] = set()
    for item in items:
        name = left_name(item)
        left = item.statement.sides[0].syn if name is not None else None
        if name is not None and left is not None:
            base, parts = name
            if not primes_of(parts):
                given.discard(base.key)
            elif primes_of(parts) == len(atoms(left)) == 1:
                primed.add(base.key)
    return primed & given
