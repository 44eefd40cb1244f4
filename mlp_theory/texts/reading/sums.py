"""Expressions: a term, or terms with signs between them, ``a - b + c``."""

from __future__ import annotations

from mlp_theory.texts.reading.dotted_sums import dotted_sum
from mlp_theory.texts.reading.factors import product
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_relation, is_sum
from mlp_theory.texts.syntax.lists import list_parts
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts, ungrouped
from mlp_theory.texts.syntax.sums_and_products import signs_joined
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.beyond_limits import TooDeep
from mlp_theory.texts.verdicts.reasons.broken_latex import MisplacedRelation
from mlp_theory.texts.verdicts.reasons.unread_operations import PlusMinus


def expression(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """Read an expression without a relation."""
    reader.depth += 1
    if reader.depth > 120:
        raise UnreadError(TooDeep("nested too deeply"), syn.start)
    try:
        return _without_depth(reader, syn, scope)
    finally:
        reader.depth -= 1


def _without_depth(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """Read an expression, and count no depth."""
    syn = ungrouped(syn)
    if len(parts := list_parts(syn)) > 1:
        raise UnreadError(MisplacedRelation("a list of expressions where one is expected"), parts[1].start)
    if is_relation(syn):
        raise UnreadError(MisplacedRelation("a relation where an expression is expected"), syn.start)
    if is_sum(syn):
        return _signed_sum(reader, syn, scope)
    return product(reader, atoms(syn), scope)


def _signed_sum(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """Terms with their signs."""
    signs, terms = [], []
    syn = signs_joined(syn)
    dotted = dotted_sum(reader, syn, scope)
    if dotted is not None:
        return dotted
    for sign, term in syn.args:
        if sign == 0:
            raise UnreadError(PlusMinus("± says two things at once"), term.start)
        signs.append(sign)
        terms.append(product(reader, list(term.args), scope))
    if len(terms) == 1 and signs[0] == 1:
        return terms[0]
    show = "".join(
        (" + " if s == 1 else " − ") + t.show if k else ("−" if s == -1 else "") + t.show
        for k, (s, t) in enumerate(zip(signs, terms, strict=True))
    )
    rows = {k for k, (_, t) in enumerate(syn.args) if reader.page.habits.rows_are_examples and _is_name(t)}
    term = entrywise(reader.solver, "add", terms, tuple(signs), "the terms of a sum", frozenset(rows))
    term.show = f"({show})"
    term.weak = all(t.weak for t in terms)
    return term


def _is_name(term: Syn) -> bool:
    """Whether a term is one letter, with or without labels."""
    return len(term.args) == 1 and base_of(under_scripts(term[0])) is not None
