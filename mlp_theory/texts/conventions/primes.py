"""``h'`` beside a given h, ``L'`` that adds to a loss L: another name, as an equation defines it; no derivative."""

from __future__ import annotations

from mlp_theory.texts.conventions.spelling import Spelling, renamed
from mlp_theory.texts.conventions.stated_names import left_name, members
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.loss_names import LOSS_LETTERS
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import PRIMED, Base, base_of
from mlp_theory.texts.syntax.script_parts import Parts, primes_of, without_primes
from mlp_theory.texts.syntax.sums_and_products import summands
from mlp_theory.texts.syntax.unicode import whole


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
    changed: set[str] = set()
    seen: set[str] = set()  # what comes first defines: a derivative is said before anything is added to it
    for item in items:
        name = left_name(item)
        left = item.statement.sides[0].syn if name is not None else None
        if name is not None and left is not None:
            base, parts = name
            if not primes_of(parts):
                given.discard(base.key)
            elif primes_of(parts) == len(atoms(left)) == 1:
                primed.add(base.key)
            elif primes_of(parts) == 1 and base.letter in LOSS_LETTERS:
                if base.key not in seen and _adds_to(item, base):
                    changed.add(base.key)
                seen.add(base.key)
    return (primed & given) | changed


def _adds_to(item: Item, loss: Base) -> bool:
    r"""``L'(w) = L(w) + \lambda R(w)``: a loss and something more is another loss, and no derivative."""
    left, right = item.statement.sides[0].syn, item.statement.sides[1].syn
    terms = summands(right) if right is not None else []
    if left is None or len(terms) < 2:
        return False
    argument = whole(atoms(left)[1])
    for sign, term in terms:
        found = atoms(term)
        if sign == 1 and len(found) == 2 and base_of(found[0]) == loss and whole(found[1]) == argument:
            return True
    return False
