r"""A value that a display gives: ``x_1 = (1, 0)^\top``, ``q(x) = (0.2, 0.8)``, ``\theta < 10``; it is no claim.

Numbers are no formula: of a letter that the page gives they say what it is in an example. Of what the page computes
they are a claim, as ``\sigma(0) = 1/3``, if nothing but numbers is put in.
"""

from __future__ import annotations

from mlp_theory.texts.claims.letters_known import is_given, is_open, names_nothing
from mlp_theory.texts.claims.link import RELATIONS
from mlp_theory.texts.collecting.listed_names import ListedName, names_listed
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.literals import is_literal
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import inside, under_scripts
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement


def value_of_an_example(page: Page, relation: str, sides: tuple[Syn, Syn]) -> Reason | None:
    """That a letter has a value here, where one side is made of numbers and the other is such a letter; else None."""
    if RELATIONS.get(relation, "!=") == "!=":  # that it differs from a number is a claim
        return None
    for side, other in (sides, sides[::-1]):
        if is_literal(other) and _has_a_value(page, side, relation):
            return Requirement(f"a value that {show(side).strip()} has here, and no claim about every value")
    return None


def _has_a_value(page: Page, side: Syn, relation: str) -> bool:
    """Whether a side is a letter, a list of letters, or a function of letters, all of which are given."""
    items = atoms(side)
    if len(items) == 2 and in_parens(items[1]):
        name = base_of(under_scripts(items[0]))
        arguments = [base for base, _, _ in names_in(items[1]) if not names_nothing(page, base)]
        if name is None or relation != "=":
            return False
        return name.style == "bb" or (bool(arguments) and all(_is_free(page, x) for x in arguments))
    listed = inside(items[0]) if len(items) == 1 and in_parens(items[0]) else side
    names = names_listed(page, listed)
    alone = listed is not side or len(items) == 1
    claimed = relation != "=" and any(_is_bounded(page, name.base) or _has_a_power(name) for name in names)
    return alone and bool(names) and not claimed and all(_is_given(page, name.base) for name in names)


def _is_bounded(page: Page, base: Base) -> bool:
    """Whether the page says already between what it lies: another bound is a claim."""
    return any(info.domain != "real" for info in page.infos.values() if info.base == base)


def _has_a_power(name: ListedName) -> bool:
    r"""Whether it is computed of a letter: ``x^2 > 0`` is a claim, as ``x^2 + y^2 > 0`` is."""
    return any(kind == "power" for kind, _ in name.scripts.sups)


def _is_free(page: Page, base: Base) -> bool:
    """Whether it is any array: a function of what has a law may have one value."""
    return _is_given(page, base) and not any(key == base.key for key in page.book.laws)


def _is_given(page: Page, base: Base) -> bool:
    """Whether no equation gives it."""
    return is_given(page, base) or is_open(page, base)
