"""A stated solution, put into the condition that it solves: "setting this to zero gives $w = …$"."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.claims.at_values import holding, value_of
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.claims.letters_known import derives, is_given, lone_name, made_of
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.items import Item, Supposed
from mlp_theory.texts.latex.located_text import LocatedText
from mlp_theory.texts.latex.statement import Side, Statement, side_of
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.making import as_sum, as_term
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.supposes import SUPPOSES
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reason import Reason
from mlp_theory.texts.verdicts.reasons.decided import SidesDiffer
from mlp_theory.texts.verdicts.reasons.misfits import ShapeConflict
from mlp_theory.texts.verdicts.reasons.nothing_claimed import Supposition

_WORDS_TOLD = 60


def told(supposed: Supposed) -> Reason:
    """The words that suppose it: their end, where they are many."""
    words = supposed.shown
    if len(words) > _WORDS_TOLD:
        words = "… " + words[-_WORDS_TOLD:].partition(" ")[2]
    return Supposition(f"“{words}”")


def put_in(bench: Bench, item: Item, sides: tuple[Syn, Syn], outcome: Outcome) -> Outcome | None:
    """A stated solution, put into the condition that it solves."""
    supposed, page = item.supposed, bench.page
    assert supposed is not None
    name = lone_name(sides[0])
    misfits = isinstance(outcome.why, ShapeConflict)
    if misfits or name is None or not is_given(page, name) or any(map(derives, sides)):
        return None
    condition = _condition_of(supposed.meets, name) if supposed.meets is not None else None
    value = value_of(page, *sides) if condition is not None else None
    if condition is not None and condition.syn is not None and value is not None:
        there = Statement([condition, side_of(LocatedText("0", [0]))], ["="], list(item.statement.conditions), [None])
        with holding(bench, dict([value])):
            found = judged(bench, replace(item, statement=there, supposed=None), 0, 1)
        met = f"{show(condition.syn).strip()} = 0"
        if found.kind.confirms:
            found.reading = f"put into {met}"
            return found
        others = bench.collection.derived & made_of(page, (condition.syn,)) - {value[0]}
        if found.kind in (FALSE, SUPPOSES) and not others:  # they may have been solved for at the same time
            return replace(found, kind=FALSE, why=SidesDiffer(f"put into {met}, it does not meet it"))
    if outcome.kind is UNREAD and condition is None:
        return None
    return replace(outcome, kind=SUPPOSES, why=told(supposed), finding=None, at=None)


def is_zero_of_a_derivative(bench: Bench, item: Item, sides: tuple[Syn, Syn]) -> bool:
    r"""Whether an equation says that one of the derivatives before it is zero, with its terms on any side.

    ``\sum_i \alpha_i y_i = 0`` of ``\partial L/\partial b = -\sum_i \alpha_i y_i``.
    """
    supposed = item.supposed
    assert supposed is not None
    left, right = sides
    moved = left if number_of(right) == 0 else as_sum([(1, _group(left)), (-1, _group(right))])
    for derivative in supposed.zeroed:
        slope = next((syn for syn in reversed(derivative.syns) if number_of(syn) != 0), None)
        if slope is None or derives(slope) or {*_names_of(slope)} != {*_names_of(left), *_names_of(right)}:
            continue
        for sign in (1, -1):
            made = [Side(LocatedText("", []), moved), Side(LocatedText("", []), as_sum([(sign, _group(slope))]))]
            there = Statement(made, ["="], list(item.statement.conditions), [None])
            if judged(bench, replace(item, statement=there, supposed=None), 0, 1).kind.confirms:
                return True
    return False


def _group(syn: Syn) -> Syn:
    return as_term(Syn("parens", (syn,), syn.start, syn.end))


def _names_of(syn: Syn) -> set[Base]:
    """The names that stand there."""
    return {base for base, _, _ in names_in(syn)}


def _condition_of(item: Item, name: Base) -> Side | None:
    """What is zero where a derivative is: the last side but 0 that has the name."""
    for side in reversed(item.statement.sides):
        if side.syn is not None and any(base == name for base, _, _ in names_in(side.syn)):
            return side
    return None
