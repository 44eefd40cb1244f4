r"""``\sum_{i=1}^n x_i``, ``\prod_k``, ``\sum_{k \neq i}``: what stands below and above says over what they run."""

from __future__ import annotations

from dataclasses import replace

from mlp_theory.texts.reading.factors import product
from mlp_theory.texts.reading.over_indices import BigOperator, over_all_of, over_range
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import call_term
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import SUMS, Scope
from mlp_theory.texts.symbols.sizes import is_size
from mlp_theory.texts.syntax.factor_kinds import big_operator
from mlp_theory.texts.syntax.kinds import is_relation, relation_signs
from mlp_theory.texts.syntax.listed_relations import relations_listed
from mlp_theory.texts.syntax.making import as_digit, as_letters
from mlp_theory.texts.syntax.mentions import in_order, plain_letters, script_letters
from mlp_theory.texts.syntax.peeling import ungrouped, unscripted
from mlp_theory.texts.syntax.ranges import set_bounds
from mlp_theory.texts.syntax.script_parts import above, all_above, all_below, below
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.broken_latex import BrokenLatex
from mlp_theory.texts.verdicts.reasons.unknown_letters import NoSuchSet
from mlp_theory.texts.verdicts.reasons.unread_indices import MissingIndex, UnboundIndex
from mlp_theory.texts.verdicts.reasons.unread_operations import MissingOperand, UnknownOperation
from mlp_theory.texts.verdicts.reasons.unread_patterns import UnreadCondition


def big_operator_term(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """Σ and Π run on to the end of their level."""
    name, (_, parts), body = big_operator(items[k]), unscripted(items[k]), items[k + 1 :]
    if name is None:
        return None
    if name not in SUMS:
        raise UnreadError(UnknownOperation(f"no such operation: {name}"), items[k].start)
    if not body:
        raise UnreadError(MissingOperand("nothing stands under this sum"), items[k].end)
    operator = BigOperator(SUMS[name], body, items[k].start)
    if len(all_below(parts)) > 1 or len(all_above(parts)) > 1:  # TeX refuses it too
        raise UnreadError(BrokenLatex("two scripts on one side of a sum"), items[k].start)
    index = below(parts)
    if index is None:
        return _over_all(reader, operator, scope), len(items)
    return bounded(reader, operator, index, above(parts), scope), len(items)


def bounded(reader: Reader, operator: BigOperator, sub: Syn, sup: Syn | None, scope: Scope) -> Term:
    """An operator whose index stands below it."""
    inner, *more = relations_listed(ungrouped(sub))
    if more:
        inner, operator = _with_conditions(operator, inner, more)
    if not is_relation(inner):
        letters = plain_letters(inner)
        if not letters:
            raise UnreadError(MissingIndex("an index is expected under this sum"), inner.start)
        return over_all_of(reader, operator, letters, scope)
    signs = relation_signs(inner) if len(inner.args) == 3 else []
    if sup is not None and signs == ["="]:
        return _from_to(reader, operator, inner, sup, scope)
    if signs == [r"\in"]:
        letters = plain_letters(inner[0])
        bounds = set_bounds(inner[2])
        if bounds is None or len(letters) != 1:
            raise UnreadError(NoSuchSet("a sum over a set that is not spelled out"), inner.start)
        return over_range(reader, operator, letters[0], *bounds, scope)
    if sup is not None and signs in ([r"\ne"], [r"\neq"]) and (letters := plain_letters(inner[0])):
        operator = replace(operator, conditions=(*operator.conditions, inner))  # j ≠ i below and n above: j = 1, …, n
        return over_range(reader, operator, letters[0], as_digit(1), sup, scope)
    return _where(reader, operator, inner, scope)


def _with_conditions(operator: BigOperator, first: Syn, more: list[Syn]) -> tuple[Syn, BigOperator]:
    """``j = 1, j ≠ i``: the relation that says how far the index runs, and what else is asked of it."""
    running = next((one for one in (first, *more) if relation_signs(one) in (["="], [r"\in"])), first)
    asked = [one for one in (first, *more) if one is not running]
    letters = set(plain_letters(running[0])) or set(in_order(running))
    for one in asked:
        if not letters & set(in_order(one)):
            raise UnreadError(UnreadCondition("a condition below a sum that does not speak of its index"), one.start)
    return running, replace(operator, conditions=(*operator.conditions, *asked))


def _from_to(reader: Reader, operator: BigOperator, relation: Syn, sup: Syn, scope: Scope) -> Term:
    """Σ_{i=1}^n; and Σ_{i,j=1}^n, which is one sum inside the other."""
    letters = plain_letters(relation[0])
    low, at = relation[2], operator.at
    if len(letters) > 1:
        rest = Syn("chain", (as_letters(letters[1:]), "=", low), relation.start, relation.end)
        name = next((name for name, kind in SUMS.items() if kind == operator.kind), None)
        if name is None:
            raise UnreadError(MissingIndex("more than one index here"), relation.start)
        bounds = Syn("sub", (rest,), at, at), Syn("sup", (sup,), at, at)
        inside = Syn("scripted", (Syn("bigop", (name,), at, at), *bounds), at, at)
        operator = replace(operator, body=[inside, *operator.body])
    if not letters:
        raise UnreadError(MissingIndex("a sum needs one index"), relation.start)
    return over_range(reader, operator, letters[0], low, sup, scope)


def _where(reader: Reader, operator: BigOperator, condition: Syn, scope: Scope) -> Term:
    """K ≠ i, 1 ≤ i ≤ n, j < i: the first letter that is not bound is the index."""
    letters = [x for x in in_order(condition) if x not in scope.axes and x not in scope.loops]
    letters = [x for x in letters if not is_size(reader.page, x)] or letters
    if not letters:
        raise UnreadError(UnboundIndex("no free index under this sum"), condition.start)
    open_letters = [x for x in letters if not reader.claim or (x not in reader.free and x not in reader.elsewhere)]
    operator = replace(operator, conditions=(*operator.conditions, condition))
    if len(set(open_letters)) > 1 and all(x in reader.page.index_letters for x in open_letters):
        return over_all_of(reader, operator, list(dict.fromkeys(open_letters)), scope)
    return over_all_of(reader, operator, (open_letters or letters)[:1], scope)


def _over_all(reader: Reader, operator: BigOperator, scope: Scope) -> Term:
    """Σ x_i without an index below: over what runs free in it; Σ of a matrix: all entries."""
    letters = []
    for part in operator.body:
        for letter in script_letters(part):
            if letter in scope.axes or letter in scope.loops or is_size(reader.page, letter) or letter in letters:
                continue
            if letter in reader.page.index_letters:
                letters.append(letter)
    if letters:
        return over_all_of(reader, operator, letters, scope)
    inner = product(reader, operator.body, scope)
    if operator.kind != "sum":
        raise UnreadError(MissingIndex("a product without an index"), operator.at)
    return call_term("total", [inner], 1, 1, (), f"Σ{inner.show}")
