r"""The surface of a gradient: how often ``\nabla`` is applied, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.syntax.atoms import indices_of, number_of
from mlp_theory.texts.syntax.making import as_transposed
from mlp_theory.texts.syntax.peeling import under_scripts, unscripted
from mlp_theory.texts.syntax.scripts import is_transposed
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_derivatives import UnreadDerivative


@dataclass(frozen=True)
class Nabla:
    r"""``∇``, ``∇_x``, ``∇²``, ``∇ᵀ``: or two of them in a row, which are one of order 2.

    Attributes
    ----------
    variables : tuple of Syn
        The subscript: none, one, or two of a Hessian.
    order : int
        1 of a gradient, 2 of a Hessian.
    transposed : bool
        Whether the gradient is meant as a row.
    end : int
        The place after it.
    """

    variables: tuple[Syn, ...]
    order: int
    transposed: bool
    end: int


def nabla_at(items: list[Syn], k: int, transposes: frozenset[str]) -> Nabla:
    r"""The ``∇`` at this place; ``∇∇`` and ``∇∇ᵀ``, of which the first says by nothing, are a Hessian."""
    first = _one(items, k, transposes)
    if first.variables or first.order == 2 or first.end >= len(items) or not is_nabla(items[first.end]):
        return first
    second = _one(items, first.end, transposes)
    if second.order == 2:
        raise UnreadError(UnreadDerivative("a derivative of the third order"), items[k].start)
    if first.transposed:
        raise UnreadError(UnreadDerivative("∇ᵀ∇ is a sum of second derivatives: write tr(∇²)"), items[k].start)
    return Nabla(second.variables, 2, False, second.end)


def is_nabla(item: Syn) -> bool:
    r"""Whether this is ``∇``, with or without scripts."""
    return under_scripts(item).kind == "nabla"


def _one(items: list[Syn], k: int, transposes: frozenset[str]) -> Nabla:
    item = items[k]
    variables, order, transposed = (), 1, False
    for part in unscripted(item)[1]:
        if part.kind == "sub":
            variables = tuple(indices_of(part[0]))
        elif number_of(part[0]) == 2:
            order = 2
        elif is_transposed((part,), transposes):
            transposed = True
        else:
            raise UnreadError(UnreadDerivative("above ∇ only a 2 or a transpose is read"), part.start)
    if len(variables) > order:
        raise UnreadError(UnreadDerivative(f"{len(variables)} variables below a ∇ of order {order}"), item.start)
    if len(variables) == 2:
        variables = (variables[0], as_transposed(variables[1]))  # the first letter is that of the rows
    return Nabla(variables, order, transposed, k + 1)
