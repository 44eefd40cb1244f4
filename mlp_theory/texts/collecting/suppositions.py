r"""What the words before an equation suppose, ask for, or set to zero: "suppose that", "subject to", "is called … if".

Such an equation is no claim about every value. The words are noted here; where the equation is not true of every value
and something in it is free, it is told as what it is.
"""

from __future__ import annotations

import re

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.collecting.derived_letters import derived_by
from mlp_theory.texts.collecting.leads import last_sentence, lead_of
from mlp_theory.texts.collecting.listed_names import names_listed
from mlp_theory.texts.collecting.supposing_words import (
    ASSUMED,
    CONCLUDING,
    CONDITION,
    PROBLEM,
    PROPERTIES,
    PROPERTY,
    REWRITTEN,
    SUMMED_UP,
    TO_ZERO,
)
from mlp_theory.texts.items import Item, Role, Supposed
from mlp_theory.texts.source.inline import HOLE
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import in_parens, is_letter, is_matrix
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import Syn, nodes
from mlp_theory.texts.syntax.unicode import show

MOST_DERIVATIVES = 6
"""So many that are set to zero at once."""


def is_assumed(collection: Collection, item: Item) -> bool:
    """Whether the words before a display say that something is so, for all that follows: "suppose that"."""
    return item.display and bool(ASSUMED.search(lead_of(collection, item)))


def note_suppositions(collection: Collection) -> None:
    """Note what the words before each equation make of it, and keep it from defining what it supposes."""
    derived: list[Item] = []  # the statements with a derivative that could be set to zero
    solved: Supposed | None = None  # the last display, where it states a solution
    zeroed: Item | None = None  # the last display, where it sets a derivative to zero
    for item in collection.items:
        if item.piece.comment or not item.statement.relations or item.role not in (None, Role.CLAIM):
            continue
        item.supposed = _supposed(collection, item, derived) or _follows(collection, item, zeroed)
        if item.supposed is None and solved is not None and _goes_on(collection, item):
            item.supposed = _supposed(collection, item, derived, solved.words)
        if item.supposed is None and derived and _is_rewritten(collection, item, derived):
            words = last_sentence(collection, item)
            item.supposed = Supposed(words, "stationary", zeroed=tuple(derived[-MOST_DERIVATIVES:]))
        if item.supposed is not None and item.role is None and not _may_define(collection, item, item.supposed):
            item.role = Role.CLAIM
        is_derived = item.statement.relations[-1] == "=" and any(_derives(syn) for syn in item.syns[:-1])
        if item.display and is_derived:
            derived.append(item)
        if not item.display and is_derived and number_of(item.syns[-1]) == 0:
            zeroed = item
        if item.display:
            solved = item.supposed if item.supposed is not None and item.supposed.kind == "solution" else None
            zeroed = item if derived[-1:] == [item] and number_of(item.syns[-1]) == 0 else None


def _follows(collection: Collection, item: Item, zeroed: Item | None) -> Supposed | None:
    """``u = c`` right behind a derivative that is set to zero, where the words conclude it; or what it then meets."""
    if zeroed is None or not item.display or item is zeroed:
        return None
    lead = lead_of(collection, item)
    words = lead.strip(f"{HOLE} ")
    if not CONCLUDING.search(words):
        return None
    if _solved_for(collection.page, item) is None:
        return None if not words else Supposed(lead, "stationary", zeroed=(zeroed,))
    return Supposed(lead, "solution", zeroed)


def _is_rewritten(collection: Collection, item: Item, derived: list[Item]) -> bool:
    """Whether this is what derivatives that were set to zero say, by the words: "rearranging these equations"."""
    set_to_zero = any(number_of(one.syns[-1]) == 0 for one in derived)
    if not set_to_zero or not item.display or _solved_for(collection.page, item) is not None:
        return False
    return bool(REWRITTEN.search(last_sentence(collection, item)))


def _goes_on(collection: Collection, item: Item) -> bool:
    """Whether nothing but "and" stands before a display that could be one more solution."""
    words = lead_of(collection, item).replace(HOLE, "").strip(" ,;:")
    return item.display and words in ("", "and") and _solved_for(collection.page, item) is not None


def _supposed(collection: Collection, item: Item, derived: list[Item], words: str = "") -> Supposed | None:
    """What the words before an equation suppose."""
    lead = words or lead_of(collection, item)
    if not lead or (not item.display and item.statement.relations != ["="]):
        return None
    if item.display and TO_ZERO.search(lead):
        base = _solved_for(collection.page, item)
        if base is None:
            return Supposed(lead, "stationary", zeroed=tuple(derived[-MOST_DERIVATIVES:]))
        return Supposed(lead, "solution", next((x for x in reversed(derived) if _is_by(x.syns[0], base)), None))
    if CONDITION.search(lead):
        return Supposed(lead, "condition")
    if PROPERTY.search(lead) and (SUMMED_UP.search(lead) or PROPERTIES.search(lead)):
        return Supposed(lead, "property")
    if item.display and PROBLEM.search(lead) and _is_an_instance(item):
        return Supposed(lead, "problem")
    return None


def _is_an_instance(item: Item) -> bool:
    """``f(x) = x^T [[5, 1], [1, 3]] x``: a function of the page with numbers in the place of its letters."""
    if item.statement.relations != ["="] or len(item.syns) != 2:
        return False
    applied = atoms(item.syns[0])
    if len(applied) != 2 or not in_parens(applied[1]):
        return False
    numbers = [n for n in nodes(item.syns[1]) if is_matrix(n) and not any(is_letter(part) for part in nodes(n))]
    return bool(numbers) and any(True for _ in names_in(item.syns[1]))


def _solved_for(page: Page, item: Item) -> Base | None:
    """The name that stands alone on the left, and not on the right."""
    if item.statement.relations[0] != "=" or len(item.syns) < 2 or len(atoms(item.syns[0])) != 1:
        return None
    names = names_listed(page, item.syns[0])
    if len(names) != 1 or any(base == names[0].base for base, _, _ in names_in(item.syns[1])):
        return None
    return names[0].base


def _may_define(collection: Collection, item: Item, supposed: Supposed) -> bool:
    """Whether it could give a letter that nothing else gives: "assume that $W = UV$"."""
    base = _solved_for(collection.page, item)
    if supposed.kind == "problem" or (item.statement.word and supposed.kind == "condition"):
        return False
    if base is None:
        return True
    if supposed.kind != "solution":
        return True
    return base.key not in collection.derived


def _is_by(syn: Syn, base: Base) -> bool:
    """Whether something is derived by this name here."""
    return base in derived_by(syn)


def _derives(syn: Syn) -> bool:
    """Whether a derivative stands here."""
    shown = show(syn)
    return number_of(syn) is None and bool(re.search(r"[∂∇]|d\w*/d|′", shown))
