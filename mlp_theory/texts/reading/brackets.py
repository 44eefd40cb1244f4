"""Brackets: an expression, a column or a row from a list, or a condition as a number."""

from __future__ import annotations

from mlp_theory.texts.reading.matrices import listed
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.truth import all_of, conditions
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_relation
from mlp_theory.texts.syntax.lists import is_dots, list_parts
from mlp_theory.texts.syntax.peeling import inside
from mlp_theory.texts.syntax.syn import Syn


def parenthesized(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """``(a + b)``, the column ``(x, y)``, and ``(i = k)``, which is 1 or 0."""
    if len(parts := list_parts(inside(syn))) > 1:
        return listed(reader, parts, inside(syn), scope, "column")
    return condition_or_value(reader, syn, scope)


def bracketed(reader: Reader, syn: Syn, scope: Scope) -> Term:
    r"""``[a + b]``, the rows ``[x, y]`` and ``[x_1 \; \dots \; x_n]``, and Iverson's ``[i = k]``."""
    parts = list_parts(inside(syn))
    if len(parts) == 1 and _are_blocks(atoms(parts[0])):
        parts = atoms(parts[0])
    if len(parts) > 1:
        return listed(reader, parts, inside(syn), scope, "row")
    return condition_or_value(reader, syn, scope)


def condition_or_value(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """``{a + b}``, and a condition in braces."""
    if is_relation(inside(syn)):
        return all_of(reader.solver, conditions(reader, inside(syn), scope))
    return grouped(reader, syn, scope)


def grouped(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """What TeX holds together and says no more of."""
    return reader.expression(syn[-1], scope)


def _are_blocks(items: list[Syn]) -> bool:
    r"""``x_1 \; x_2 \dots x_n``: a row of blocks rather than a product."""
    return len(items) >= 3 and any(map(is_dots, items))
