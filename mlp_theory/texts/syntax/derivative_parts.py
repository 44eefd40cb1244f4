r"""Differentials and fractions of them: ``\mathrm{d}``, ``\partial``, ``∂²L / ∂x ∂y`` taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.syntax.without_scripts import without_power
from mlp_theory.texts.verdicts.reasons.unread_derivatives import UnreadDerivative


@dataclass(frozen=True)
class DerivativeParts:
    """What a fraction of differentials says.

    Attributes
    ----------
    body : list of Syn
        What stands above behind the ∂; [] where it follows the fraction.
    variables : list of (Syn, int)
        By what, and how often by each.
    order : int
        How often in all.
    """

    body: list[Syn]
    variables: list[tuple[Syn, int]]
    order: int


def derivative_parts(top: list[Syn], bottom: list[Syn]) -> DerivativeParts | None:
    """Body, variables and order of ∂ⁿL/∂x∂y; None when it is no derivative."""
    if not top or not bottom:
        return None
    kind = differential(top[0])
    if kind is None or differential(bottom[0]) != kind:
        return None
    if kind == "d" and len(bottom) < 2:
        return None
    order = 1
    if top[0].kind == "scripted":
        value = number_of(top[0].args[1][0])
        order = int(value) if value in (1, 2, 3) else 0
    variables: list[tuple[Syn, int]] = []
    k = 0
    while k < len(bottom):
        if differential(bottom[k]) != kind or k + 1 >= len(bottom):
            return None
        k += 1
        group: list[Syn] = []
        while k < len(bottom) and not (differential(bottom[k]) == kind and group):
            group.append(bottom[k])
            k += 1
        if len(group) == 1:
            variable, times = without_power(group[0]) if order > 1 else (group[0], 1)
            variables.append((variable, times))
        else:
            variables.append((Syn("term", tuple(group), group[0].start, group[-1].end), 1))
    if sum(times for _, times in variables) != order:
        raise UnreadError(UnreadDerivative("the order of this derivative differs above and below"), top[0].start)
    return DerivativeParts(top[1:], variables, order)


def is_upright_d(syn: object) -> bool:
    r"""Whether this is ``\mathrm{d}``."""
    return isinstance(syn, Syn) and syn.kind == "word" and str(syn[0]).startswith("\\mathrm") and whole(syn) == "d"


def differential(item: Syn) -> str | None:
    r"""∂ of ``\partial``, d of an upright or italic d, which may have a power: ``d^2``."""
    bare, parts = unscripted(item)
    if any(part.kind != "sup" for part in parts):
        return None
    if bare.kind == "partial":
        return "∂"
    base = base_of(bare)
    return "d" if base is not None and base.letter == "d" and not base.bold and not base.accents else None
