"""Factors side by side, with the operators and slashes between them."""

from __future__ import annotations

from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import divided, times
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.function_names import is_function
from mlp_theory.texts.symbols.scope import SEPARATORS, Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.bodies import end_of_run, nothing_follows
from mlp_theory.texts.syntax.factor_kinds import big_operator, is_bracket, is_operator
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.spelled_words import worded
from mlp_theory.texts.syntax.sums_and_products import starts_with_sign
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import AmbiguousProduct, MissingOperand, UnknownOperation


def product(reader: Reader, items: list[Syn], scope: Scope) -> Term:
    """A sequence of items between two signs."""
    items = worded(items)
    if not items:
        raise UnreadError(MissingOperand("nothing stands here"))
    left, k = side_by_side(reader, items, 0, scope)
    while k < len(items):
        sign = SEPARATORS.get(str(items[k][0]))
        at = items[k].start
        if sign is None:
            raise UnreadError(UnknownOperation(f"no such operation: {items[k][0]}"), at)
        if k + 1 >= len(items):
            raise UnreadError(MissingOperand("a factor is missing after this"), at)
        if sign == "/":
            left, k = _slash(reader, items, k, left, scope)
        else:
            right, k = side_by_side(reader, items, k + 1, scope)
            left = divided(reader.solver, left, right) if sign == "⊘" else times(reader.solver, left, right, sign)
    return left


def _slash(reader: Reader, items: list[Syn], k: int, left: Term, scope: Scope) -> tuple[Term, int]:
    """``a/b``: a fraction of single signs before a bracket or a big operator is a coefficient."""
    end = end_of_run(items, k + 1)
    run = items[k + 1 : end]
    if not run:
        raise UnreadError(MissingOperand("a divisor is missing after this"), items[k].start)
    single = k == 1 or is_operator(items[k - 2])
    first = run[0]
    if len(run) == 1 or (len(run) == 2 and is_bracket(run[1]) and names_a_function(reader.page, first, scope)):
        right, _ = side_by_side(reader, items[:end], k + 1, scope)
        return divided(reader.solver, left, right), end
    coefficient = single and not is_bracket(first) and (is_bracket(run[1]) or big_operator(run[1]) is not None)
    if coefficient or is_bracket(first) or big_operator(first) is not None:  # of (a)/(b) c the bracket is the divisor
        divisor, _ = side_by_side(reader, items[: k + 2], k + 1, scope)
        rest, after = side_by_side(reader, items, k + 2, scope)
        return times(reader.solver, divided(reader.solver, left, divisor), rest), after
    raise UnreadError(AmbiguousProduct("a/bc can be (a/b)c or a/(bc); write a fraction or brackets"), items[k].start)


def side_by_side(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
    """Factors side by side, up to the next operator."""
    factors: list[Term] = []
    while not nothing_follows(items, k):
        if factors and starts_with_sign(items[k]):
            raise UnreadError(AmbiguousProduct("a sign at the start of a group behind a factor"), items[k].start)
        factor, k = next_factor(reader, items, k, scope)
        factors.append(factor)
    if not factors:
        raise UnreadError(MissingOperand("a factor is missing here"), items[k].start if k < len(items) else None)
    out = factors[0]
    for factor in factors[1:]:
        out = times(reader.solver, out, factor)
    return out, k


def next_factor(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int]:
    """One factor, as the first notation reads it that knows it, and the place after it."""
    for notation in reader.grammar.notations:
        found = notation(reader, items, k, scope)
        if found is not None:
            return found
    return reader.atom(items[k], scope), k + 1


def names_a_function(page: Page, item: Syn, scope: Scope) -> bool:
    """Whether this item is the name of a function, of everybody or of the page."""
    bare = under_scripts(item)
    base = base_of(bare)
    return bare.kind == "function" or (base is not None and is_function(page, base, scope))
