r"""Numbers put in for letters: ``X = [1, 3; 2, 5]`` and ``Xw = [11; 21]`` speak of an example, not of every value."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.symbolic import Symbol
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.letters_known import derives, lone_name, made_of
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.arrays_of_numbers import is_array_of_numbers, speaks_of_nothing
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.kinds import is_call
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds import HOLDS
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.decided import Rounded
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement

SAYS = "numbers in the place of its letters: a worked example, and no claim about every value"


def worked_example(bench: Bench, item: Item, left: int, right: int, outcome: Outcome) -> Outcome | None:
    """What is told of a link that fails, where one of its sides is an array of numbers; None of any other.

    A name that is one is supposed to be; what is computed from the numbers is not judged. What stands beside them must
    be open: a second derivative, or what is defined by numbers alone, has a value that they can miss.
    """
    sides = item.statement.sides
    if outcome.kind is not FALSE or right >= len(sides) or item.statement.relations[right - 1] != "=":
        return None
    first, last = sides[left].syn, sides[right].syn
    if first is None or last is None:
        return None
    pair = (first, last)
    if is_step_of_numbers(item, right - 1) and _is_rounded(pair[1], outcome):
        return replace(outcome, kind=HOLDS, why=Rounded("to the digits that it is written with"), finding=None, at=None)
    misfits = isinstance(outcome.why, ShapeConflict)
    for numbers, other in (pair, pair[::-1]):
        given = is_array_of_numbers(numbers) and (misfits or _is_open(bench.page, other))
        if given and not speaks_of_nothing(other):
            kind = SUPPOSES if _names(other) else UNREAD
            return replace(outcome, kind=kind, why=Requirement(SAYS), finding=None, at=None)
    if misfits and any(map(_is_taken_at_numbers, pair)):
        return replace(outcome, kind=UNREAD, why=Requirement(SAYS), finding=None, at=None)
    return None


def is_step_of_numbers(item: Item, k: int) -> bool:
    """Whether side k and the next one hold no letter: then one of them is computed from the other."""
    two = [side.syn for side in item.statement.sides[k : k + 2]]
    return len(two) == 2 and all(syn is not None and speaks_of_nothing(syn) for syn in two)


def _is_rounded(written: Syn, outcome: Outcome) -> bool:
    """Whether a decimal fraction is the other side to its last digit: ``2/3 = 0.67``."""
    digits = whole(written).strip()
    decimals = len(digits.partition(".")[2])
    if outcome.finding is None or not decimals or number_of(written) is None:
        return False
    value, rounded = outcome.finding.values
    if abs(value * 1e4 - round(value * 1e4)) < 1e-9:
        return False  # 0.75 is no 0.8: nobody cuts off a number that ends
    return abs(value - rounded) <= 0.5000001 * 10.0**-decimals


def _is_open(page: Page, other: Syn) -> bool:
    """Whether a side is made of letters that are given, and without any derivative."""
    if derives(other):
        return False
    keys = made_of(page, (other,))
    given = any(page.infos[key].kind == "given" for key in keys if key in page.infos)
    return given and not any(page.book.has_derivative(Symbol(key)) for key in keys)


def _names(other: Syn) -> bool:
    """Whether a side is a name, with or without arguments, or a list of names."""
    items = atoms(other)
    *name, last = items
    bracket = under_scripts(last)
    if is_call(bracket) and len(name) <= 1:
        listed = [lone_name(argument) for argument in arguments(bracket)]
        return all(base is not None for base in (*map(lone_name, name), *listed))
    return lone_name(other) is not None


def _is_taken_at_numbers(syn: Syn) -> bool:
    """Whether a side is a function at an array of numbers: ``J([1; 1])``."""
    items = atoms(syn)
    return len(items) == 2 and is_call(items[1]) and any(map(is_array_of_numbers, arguments(items[1])))
