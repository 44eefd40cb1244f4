r"""Next values that are written with an equals sign: ``w = w − η g``, ``w := w^{(\text{old})} − η g``."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.script_parts import all_above, all_below
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.sums_and_products import summands
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole

BEFORE = ("old", "prev", "previous", "current")
"""What people call the value that a name had."""


def is_renewed(left: Syn, right: Syn) -> bool:
    """Whether a name is equal to itself and something more, or to its old self: no number is."""
    items = atoms(left)
    if len(items) != 1 or named(items[0]) is None:
        return False
    terms = summands(right)
    if sum(map(_has_a_name, (term for _, term in terms))) < 2:
        return False  # x = x + 0 is true, and x = x + 2 is not
    alone = [found[0] for sign, term in terms if sign == 1 and len(found := atoms(term)) == 1]
    return any(whole(term) == whole(items[0]) or _is_old_value(items[0], term) for term in alone)


def _has_a_name(term: Syn) -> bool:
    r"""Whether something of the page stands there: ``\delta_{ij}`` is a number."""
    found = [(base.letter, scripts_of(parts).subs) for base, parts, _ in names_in(term)]
    indices = {whole(sub) for letter, subs in found if letter == "delta" and len(subs) == 2 for sub in subs}
    return any(letter not in indices and (letter != "delta" or len(subs) != 2) for letter, subs in found)


def _is_old_value(name: Syn, term: Syn) -> bool:
    bare, _ = unscripted(name)
    other, parts = unscripted(term)
    if whole(bare) != whole(other):
        return False
    marks = {whole(mark).strip("()").lower() for mark in (*all_above(parts), *all_below(parts))}
    return bool(marks & set(BEFORE)) and whole(name) == whole(bare)
