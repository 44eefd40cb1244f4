"""Conditions as numbers 0 and 1, ``z > 0``, ``i = k``; and as true or false, ``l < L``."""

from __future__ import annotations

import operator

from mlp_theory.symbolic import Compare
from mlp_theory.texts.reading.entries import same_range
from mlp_theory.texts.reading.indices import index_term
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import times
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.solver import Solver, Term
from mlp_theory.texts.symbols.layers import layer_number
from mlp_theory.texts.symbols.scope import RELATIONS, Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.variables import runs_free
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_relation, is_sum
from mlp_theory.texts.syntax.mentions import letters_in
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.peeling import unbracketed, ungrouped
from mlp_theory.texts.syntax.ranges import set_bounds
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unknown_letters import NoSuchSet
from mlp_theory.texts.verdicts.reasons.unread_patterns import UnreadCondition

MEETS = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def all_of(solver: Solver, tests: list[Term]) -> Term:
    """All conditions at once: their product."""
    out = tests[0]
    for test in tests[1:]:
        out = times(solver, out, test, "⊙")
    return out


def conditions(reader: Reader, syn: Syn, scope: Scope) -> list[Term]:
    """A condition as numbers 0 and 1: one term a relation of the chain."""
    syn = unbracketed(syn)
    if not is_relation(syn):
        raise UnreadError(UnreadCondition("a condition is expected here"), syn.start)
    args = syn.args
    if not isinstance(args[0], Syn):
        raise UnreadError(UnreadCondition("a condition that begins with a relation"), syn.start)
    tests = []
    for k in range(0, len(args) - 2, 2):
        sign = str(args[k + 1])
        if sign == r"\in" and isinstance(args[k + 2], Syn):
            bounds = set_bounds(args[k + 2])
            if bounds is None:
                raise UnreadError(NoSuchSet("a set that is not spelled out"), args[k + 2].start)
            x = _value_or_index(reader, args[k], scope)
            low, high = (index_term(reader, b, scope) for b in bounds)
            tests.append(_compare(reader.solver, ">=", x, low))
            tests.append(_compare(reader.solver, "<=", x, high))
            continue
        op = RELATIONS.get(sign)
        if op is None:
            raise UnreadError(UnreadCondition(f"a condition with {sign}"), syn.start)
        left, right = _value_or_index(reader, args[k], scope), _value_or_index(reader, args[k + 2], scope)
        if op in ("=", "!=") and isinstance(left.mark, tuple) and isinstance(right.mark, tuple):
            same_range(reader, left, right) if left.mark[0] == "axis" else same_range(reader, right, left)
        tests.append(_compare(reader.solver, op, left, right))
    return tests


def _compare(solver: Solver, op: str, left: Term, right: Term) -> Term:
    """A relation as a number 0 or 1, entry by entry."""
    both = entrywise(solver, "add", [left, right], (1, -1), "the two sides of a condition")
    return Term(
        both.r,
        both.c,
        lambda: Compare(op, left.node(), right.node()),
        f"[{left.show} {op} {right.show}]",
        (left, right),
        weak=all(t.weak or solver.scalar(t) for t in (left, right)),
    )


def _value_or_index(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """A side of a condition: an index where it is a letter that runs, else an expression."""
    inner = ungrouped(syn)
    items = atoms(inner)
    base = base_of(items[0]) if len(items) == 1 else None
    if base is not None and _runs(reader, base, scope):
        return index_term(reader, items[0], scope)
    if is_sum(inner) and len(inner.args) > 1 and letters_in(inner) & (set(scope.axes) | set(reader.free)):
        return index_term(reader, inner, scope)
    return reader.expression(syn, scope)


def _runs(reader: Reader, base: Base, scope: Scope) -> bool:
    """Whether a letter is an index here, rather than a value of the page."""
    page, letter = reader.page, base.letter
    if base.key in scope.params:
        return False
    if letter in scope.axes:
        return True
    info = page.infos.get(base.key)
    is_open = letter in reader.free or info is None or (reader.claim and runs_free(page, info))
    return is_open and (letter in page.index_letters or is_size(page, letter))


def truth(page: Page, condition: Syn, scope: Scope) -> bool:
    """Whether a condition on layers is met; one on anything else is."""
    condition = unbracketed(condition)
    if not is_relation(condition):
        return True
    args = condition.args
    for k in range(0, len(args) - 2, 2):
        left, right = (layer_number(page, x, scope) for x in (args[k], args[k + 2]))
        if left is None or right is None:
            return True
        meets = MEETS.get(RELATIONS.get(str(args[k + 1]), ""))
        if meets is not None and not meets(left, right):
            return False
    return True
