"""Statements in running text: judged where they speak of known things or derive, and listed also where unread."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.charity import charitably
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.claims.letters_known import derives, knows_all
from mlp_theory.texts.claims.link import RELATIONS, read_side
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.claims.supposing import may_suppose
from mlp_theory.texts.claims.telling import verdict_of
from mlp_theory.texts.collecting.sentences import constrains, is_concluded
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.reports.verdict import Verdict
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_number, is_scripted
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Requirement

_CLAIMING = {*RELATIONS, r"\in", r"\approx", "≈", r"\simeq", r"\propto"}
"""The relations that a formula in running text may claim; an arrow or a law claims nothing of known things."""

_UNDERSTOOD = (Role.MENTION, Role.RANGE, Role.DECLARATION)
"""What is no claim in running text, and need not be told of."""


def inline_verdicts(bench: Bench, item: Item, first: int) -> list[Verdict]:
    """The verdicts on the links from `first` on that claim something; silence on all others."""
    statement = item.statement
    out: list[Verdict] = []
    if any(side.syn is None for side in statement.sides):
        return out
    for k in range(first, len(statement.relations)):
        relation = statement.relations[k]
        sides = read_side(item, 0 if relation == "=" else k), read_side(item, k + 1)
        if relation not in _CLAIMING or all(map(_is_bare, sides)):
            continue  # "when y = 1", "at x = x_0": a case, no claim
        outcome = _equality(bench, item, k, sides) if relation == "=" else _other(bench, item, k, sides)
        required = outcome.kind is SUPPOSES or isinstance(outcome.why, Requirement)
        if outcome.kind.decides or required or any(map(derives, sides)) or knows_all(bench.page, sides):
            out.append(verdict_of(item, k, outcome))
    return out


def left_out(items: Iterable[Item], verdicts: Iterable[Verdict]) -> int:
    """How many statements in running text relate something, and have no verdict."""
    told = {(verdict.part, verdict.line, verdict.column) for verdict in verdicts}
    return sum(_relates(item) and not told & set(_places(item)) for item in items)


def _equality(bench: Bench, item: Item, k: int, sides: tuple[Syn, Syn]) -> Outcome:
    """What becomes of an equality of the first side with a later one."""
    outcome = judged(bench, item, 0, k + 1)
    fails = outcome.kind is FALSE or isinstance(outcome.why, Requirement)
    if fails and constrains(bench.collection, item):
        _constrain(bench.page, sides)
        kind = SUPPOSES if may_suppose(bench.page, sides) else UNREAD
        return Outcome(kind, Requirement("a constraint, which the values that are drawn do not meet"))
    return charitably(bench, item, k, 0, outcome)


def _other(bench: Bench, item: Item, k: int, sides: tuple[Syn, Syn]) -> Outcome:
    """What becomes of any other relation: an inequality in running text is mostly a condition, and never false."""
    outcome = judged(bench, item, k, k + 1)
    if outcome.kind is not FALSE or item.statement.relations[k] not in RELATIONS:
        return outcome
    kind = SUPPOSES if may_suppose(bench.page, sides) and not is_concluded(item) else UNREAD
    return Outcome(kind, Requirement("a condition, which the values that are drawn do not all meet"))


def _is_bare(side: Syn) -> bool:
    """Whether one number or one name stands there, and no more."""
    items = atoms(side)
    named = is_number(items[0]) or is_scripted(items[0]) or base_of(items[0]) is not None
    return len(items) == 1 and (named or items[0].kind == "infinity")


def _relates(item: Item) -> bool:
    """Whether a formula in running text relates more than names and numbers, and nothing has been made of it."""
    if item.display or item.piece.comment or not item.own or not item.statement.relations or item.restricts:
        return False
    return item.role not in _UNDERSTOOD and not (item.syns and all(map(_is_bare, item.syns)))


def _places(item: Item) -> list[tuple[str, int, int]]:
    """Where its verdicts would stand: part, line and column of each side."""
    places = (item.place(side) for side in range(len(item.statement.sides)))
    return [(*item.source.place_of(line), column) for line, column in places]


def _constrain(page: Page, sides: tuple[Syn, Syn]) -> None:
    """Remember the given letters of which the prose asks something."""
    bases = {base for base, _, _ in names_in(sides)}
    page.constrained |= {key for key, info in page.infos.items() if info.base in bases and info.kind == "given"}
