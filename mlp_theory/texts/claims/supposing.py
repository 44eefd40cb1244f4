r"""Equations that are not true of every value, and need not be: they suppose something of the letters in them.

The words before an equation say so, or its form: ``A v = \lambda v``, ``A x = b``. Neither makes a supposition of what
says a derivative, or speaks of what the page has defined: that is a claim, however it is introduced.
"""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.asked_by_form import asked_by_form
from mlp_theory.texts.claims.at_values import judged_at_values
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.example_values import value_of_an_example
from mlp_theory.texts.claims.letters_known import (
    derives,
    infos_in,
    is_defined,
    lone_name,
    made_of,
)
from mlp_theory.texts.claims.linear_systems import to_be_solved
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.claims.solutions import is_zero_of_a_derivative, put_in, told
from mlp_theory.texts.collecting.sentences import is_consequence
from mlp_theory.texts.collecting.supposing_words import SYSTEM
from mlp_theory.texts.items import Item, Supposed
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import in_parens
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.minimisers import is_extreme_place
from mlp_theory.texts.syntax.script_parts import has_sub
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement, SameExpression
from mlp_theory.texts.verdicts.reasons.unread_operations import ExtremePlace


def supposed_by_words(bench: Bench, item: Item, k: int, left: int, outcome: Outcome) -> Outcome | None:
    """What is told of a link that does not hold, where the words before it suppose it; None where they do not.

    Parameters
    ----------
    bench : Bench
    item : Item
        The statement.
    k, left : int
        The link from side `left` to side k + 1.
    outcome : Outcome
        What became of it as a claim.
    """
    two = _sides_that_fail(item, k, left, outcome)
    if two is None:
        return None
    if isinstance(outcome.why, ExtremePlace):
        if lone_name(two[0]) is None or not is_extreme_place(two[1]) or derives(two[0]):
            return None
        return replace(outcome, kind=SUPPOSES, at=None)
    if item.supposed is not None and item.supposed.kind == "solution":
        return put_in(bench, item, two, outcome)
    why = _by_words(bench, item, two, outcome)
    return replace(outcome, kind=SUPPOSES, why=why, finding=None, at=None) if why is not None else None


def supposed_by_form(bench: Bench, item: Item, k: int, left: int, outcome: Outcome) -> Outcome | None:
    """What is told of a link that does not hold, where its form supposes something; None where it is a claim.

    What is stated of a derivative that is set to zero, and does not follow from it, asks nothing of its letters.
    """
    two = _sides_that_fail(item, k, left, outcome)
    if two is None or not (outcome.kind is FALSE or isinstance(outcome.why, Requirement)):
        return None
    if item.supposed is not None and (item.supposed.kind == "solution" or _is_of_a_derivative(item.supposed, two)):
        return None
    why = _by_form(bench, item, k, two, outcome)
    if why is None or (_has_values(item, two[0]) and _misses(bench, item, k, left)):
        return None
    return replace(outcome, kind=SUPPOSES, why=why, finding=None, at=None)


def _sides_that_fail(item: Item, k: int, left: int, outcome: Outcome) -> tuple[Syn, Syn] | None:
    """Both sides of a link that does not hold, where both were read."""
    sides = item.statement.sides
    if outcome.kind not in (FALSE, UNREAD) or k + 1 >= len(sides):
        return None
    first, last = sides[left].syn, sides[k + 1].syn
    return None if first is None or last is None else (first, last)


def _is_of_a_derivative(supposed: Supposed, sides: tuple[Syn, Syn]) -> bool:
    """Whether it is made of the letters of one of the derivatives that are set to zero, and of no others."""
    names = {base for base, _, _ in names_in(sides)}
    return any(names <= {base for base, _, _ in names_in(one.syns[-1])} for one in supposed.zeroed)


def may_suppose(page: Page, sides: tuple[Syn, Syn]) -> bool:
    """Whether something in an equation is free to be supposed: no derivative of what is defined, no definition."""
    if not any(True for side in sides for _ in names_in(side)):
        return False
    known = [info for side in sides for info in infos_in(page, side)]
    if any(map(derives, sides)) and all(number_of(side) != 0 for side in sides):
        return any(info.is_applied for info in known) and not any(is_defined(page, info.base) for info in known)
    for side, other in (sides, sides[::-1]):
        name = lone_name(side)
        if name is not None and is_defined(page, name) and number_of(other) is None and lone_name(other) is None:
            return False  # Z = … of a Z that the page has defined is another word on Z
    return True


def _by_words(bench: Bench, item: Item, sides: tuple[Syn, Syn], outcome: Outcome) -> Reason | None:
    """What the words before it say."""
    supposed = item.supposed
    if supposed is None:
        return None
    if supposed.kind == "problem":
        return told(supposed) if outcome.kind is FALSE else None
    misfits = isinstance(outcome.why, (ShapeConflict, SameExpression))
    solved_for = bench.collection.derived - bench.page.book.definitions.keys()
    if misfits or not (may_suppose(bench.page, sides) or _is_of_a_system(bench.page, supposed, sides, solved_for)):
        return None
    if supposed.kind == "stationary" and not solved_for & (_arrays(bench.page, sides) | made_of(bench.page, sides)):
        # Its letters have been solved for, and it is what their values must meet; unless a derivative says just that.
        return told(supposed) if is_zero_of_a_derivative(bench, item, sides) else None
    return told(supposed)


def _is_of_a_system(page: Page, supposed: Supposed, sides: tuple[Syn, Syn], solved_for: set[str]) -> bool:
    r"""Whether it is one of the equations that a letter solves by the words, as ``\sum_j A_{ij} w_j = b_i``."""
    if supposed.kind != "stationary" or not SYSTEM.search(supposed.words) or any(map(derives, sides)):
        return False
    return bool(solved_for & _arrays(page, tuple(side for side in sides if lone_name(side) is None)))


def _arrays(page: Page, sides: tuple[Syn, ...]) -> set[str]:
    r"""The keys of the names on some sides that are entries of an array in bold: w of ``w_j`` beside ``\mathbf w``."""
    bases = {base for side in sides for base, parts, _ in names_in(side) if has_sub(parts) or base.bold}
    found = {base for base in bases if base.also(bold=True).key in page.infos}
    return {base.also(bold=weight).key for base in found for weight in (True, False)}


def _by_form(bench: Bench, item: Item, k: int, sides: tuple[Syn, Syn], outcome: Outcome) -> Reason | None:
    """What its form says, whatever stands before it; shapes that do not fit for certain cannot be asked of anything."""
    page, relations = bench.page, item.statement.relations
    if (value := value_of_an_example(page, relations[k], sides)) is not None:
        return value
    if (system := to_be_solved(bench, item, k, sides, outcome)) is not None:
        return system
    misfits = isinstance(outcome.why, ShapeConflict) and not outcome.guess
    if misfits or is_consequence(item) or (len(relations) > 1 and not _is_of_given_letters(page, item)):
        return None
    return asked_by_form(page, relations[k], sides, item.display)


def _has_values(item: Item, side: Syn) -> bool:
    """Whether the sentence says at which values of its letters a function stands there: "at $x = 1$"."""
    of_function = len(atoms(side)) == 2 and in_parens(atoms(side)[1])
    put_in = {base for mention in item.values for base, _, _ in names_in(mention.syns[0])}
    return of_function and any(base in put_in for base, _, _ in names_in(side))


def _misses(bench: Bench, item: Item, k: int, left: int) -> bool:
    """Whether a link is false of the values that its sentence mentions."""
    there = judged_at_values(bench, item, left, k + 1)
    return there is not None and there.kind is FALSE


def _is_of_given_letters(page: Page, item: Item) -> bool:
    """Whether nothing in a chain of equations is derived or defined: no side of it is a step of a calculation."""
    names = [base for side in item.syns for base, _, _ in names_in(side)]
    only_equal = set(item.statement.relations) == {"="} and not any(map(derives, item.syns))
    return only_equal and not any(is_defined(page, base) for base in names)
