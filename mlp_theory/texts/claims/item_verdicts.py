"""The verdicts on one statement: what it declares, what it defines, and each link of its chain."""

from __future__ import annotations

from mlp_theory.texts.claims.at_values import judged_at_values
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.charity import charitably
from mlp_theory.texts.claims.claims import judged, updated
from mlp_theory.texts.claims.defining import outcome_of_declaration, outcome_of_definition
from mlp_theory.texts.claims.in_prose import inline_verdicts
from mlp_theory.texts.claims.link import all_equal
from mlp_theory.texts.claims.outcome import Outcome, defined_by_a_later_side
from mlp_theory.texts.claims.telling import verdict_of
from mlp_theory.texts.claims.worked_examples import is_step_of_numbers
from mlp_theory.texts.items import Item, Role
from mlp_theory.texts.latex.relations import IMPLICATIONS
from mlp_theory.texts.reports.verdict import Verdict
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.no_equalities import is_hypothesis
from mlp_theory.texts.verdicts.kinds.declares import DECLARES
from mlp_theory.texts.verdicts.kinds.defines import DEFINES
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.holds_if import HOLDS_IF
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unchecked import UNCHECKED
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Implication, Requirement
from mlp_theory.texts.verdicts.reasons.page_marks import MarkedUnchecked
from mlp_theory.texts.verdicts.reasons.unread_derivatives import TooManyAxes
from mlp_theory.texts.verdicts.reasons.unread_indices import ArrayBesideEntry


def verdicts_on(bench: Bench, item: Item) -> list[Verdict]:
    """Every verdict on a statement, in the order of its links."""
    relations = item.statement.relations
    if item.unchecked is not None:
        unchecked = Outcome(UNCHECKED, MarkedUnchecked(f"unchecked: {item.unchecked}"))
        return [verdict_of(item, k, unchecked) for k in range(max(len(relations), 1))]
    if is_hypothesis(relations, item.syns):
        return [verdict_of(item, 0, Outcome(SUPPOSES, Requirement("a hypothesis, which may be so or not")))]
    if item.role in (Role.DECLARATION, Role.RANGE):
        if item.error is not None:
            return [verdict_of(item, 0, outcome_of_declaration(bench.page, item, item.error))]
        return [verdict_of(item, 0, Outcome(DECLARES))] if item.role is Role.DECLARATION else []
    if item.role is Role.UPDATE:
        claims = []
        for k in range(1, len(relations)):
            left = k if is_step_of_numbers(item, k) else 1
            claims.append(verdict_of(item, k, charitably(bench, item, k, left, judged(bench, item, left, k + 1)), left))
        update = verdict_of(item, 0, updated(bench, item))
        bench.judge.draws.forget()
        return [update, *claims]
    out = []
    if item.role is Role.DEFINITION:
        out.append(verdict_of(item, 0, outcome_of_definition(bench, item)))
    if item.second is not None:
        out.append(verdict_of(item, 1, outcome_of_definition(bench, item.second), 1))
    first = 2 if item.second is not None else len(out)
    if not item.display and not item.piece.comment:
        return out + inline_verdicts(bench, item, first)
    return _links(bench, item, first, out)


def _links(bench: Bench, item: Item, first: int, out: list[Verdict]) -> list[Verdict]:
    """The verdicts on the links of a display, from the first that is no definition on.

    After a link that does not hold, the last side that could be trusted, the anchor, is the one to compare with: so a
    slip in the middle of a chain is found once, on its own line.
    """
    statement = item.statement
    anchor = _first_anchor(item)
    for k in range(first, len(statement.relations)):
        if 0 < k < len(statement.relations) - 1 and statement.relations[k] in IMPLICATIONS:
            anchor = k + 1  # one statement ends here, and another begins
            continue
        if item.role is Role.DEFINITION and item.defined_by == k + 1:
            out.append(verdict_of(item, k, defined_by_a_later_side(statement.sides[k].syn)))
            continue
        if item.names_last and k == len(statement.relations) - 1:
            out.append(verdict_of(item, k, Outcome(DEFINES)))
            continue
        left = anchor if anchor != k and all_equal(item, anchor, k + 1) else k
        if is_step_of_numbers(item, k) and not (out and out[-1].kind is FALSE):
            left = k
        outcome = judged(bench, item, left, k + 1)
        if isinstance(outcome.why, (TooManyAxes, ArrayBesideEntry)) and left and all_equal(item, 0, k + 1):
            # The side before has no value of its own (a chain rule with more axes), or is an entry; the first one has.
            other = judged(bench, item, 0, k + 1)
            if other.kind.decides:
                outcome, left = other, 0
        if outcome.kind is FALSE:
            outcome = _excused(bench, item, k, left, out) or _at_values(bench, item, k, left) or outcome
        elif isinstance(outcome.why, Requirement):
            outcome = _excused(bench, item, k, left, out) or outcome
        outcome = charitably(bench, item, k, left, outcome)
        if outcome.kind.confirms or outcome.kind is HOLDS_IF:
            anchor = k + 1
        out.append(verdict_of(item, k, outcome, left))
    return out


def _at_values(bench: Bench, item: Item, k: int, left: int) -> Outcome | None:
    """What a link that is not true of every value says at the values that its sentence mentions, where it is true."""
    outcome = judged_at_values(bench, item, left, k + 1)
    return outcome if outcome is not None and outcome.kind.confirms else None


def _first_anchor(item: Item) -> int:
    """The side that the chain begins with: of the definition of a function f(x) = …, what stands behind it."""
    pending = item.definition
    is_function = item.role is Role.DEFINITION and pending is not None and pending.kind == "function"
    return 1 if is_function and len(item.statement.sides) > 2 else 0


def _excused(bench: Bench, item: Item, k: int, left: int, before: list[Verdict]) -> Outcome | None:
    """Why a link that is not true of every value need not be: it is a requirement, or part of an implication."""
    sides, relations = item.statement.sides, item.statement.relations
    last = sides[k + 1].syn if k + 1 < len(sides) else None
    if left and last is not None and number_of(last) == 0:
        # ∂L/∂w = Xᵀ(Xw − y) = 0 sets the derivative to zero, and not what it was found to be.
        first_side = judged(bench, item, 0, k + 1)
        if first_side.kind in (SUPPOSES, UNREAD):
            return first_side
    arrows = [n for n, relation in enumerate(relations) if relation in IMPLICATIONS]
    established = k > min(arrows, default=k) and all(v.kind.established for v in before[: arrows[0]])
    if arrows and not established:
        return Outcome(UNREAD, Implication("it stands beside ⇒ or ⇔, and is not true by itself"))
    return None
