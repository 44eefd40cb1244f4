r"""Equations that are solved for a name before they define it: ``S^{-1} = A`` and ``\frac{1}{\beta} = a``."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn


def solved_for_inverse(left: Syn, body: Syn) -> tuple[Syn, Syn] | None:
    """The name that a left side is the inverse of, and the inverse of the right side, in which it does not occur."""
    items = atoms(left)
    if len(items) != 1:
        return None
    (item,) = items
    name, inverse = _of_fraction(item) if item.kind == "frac" else _of_power(item)
    if name is None or inverse is None:
        return None
    base = base_of(unscripted(name)[0])
    if base is None or any(other == base for other, _, _ in names_in(body)):
        return None
    bracket = Syn("parens", (body,), body.start, body.end)
    return name, Syn("scripted", (bracket, inverse), body.start, body.end)


def _of_power(item: Syn) -> tuple[Syn | None, Syn | None]:
    """S_N and the −1 above it."""
    bare, parts = unscripted(item)
    inverse = next((part for part in parts if part.kind == "sup" and number_of(part[0]) == -1), None)
    rest = tuple(part for part in parts if part is not inverse)
    if inverse is None or any(part.kind == "sup" for part in rest):
        return None, None
    return (Syn("scripted", (bare, *rest), item.start, item.end) if rest else bare), inverse


def _of_fraction(item: Syn) -> tuple[Syn | None, Syn | None]:
    """What 1 is divided by, where that is one name, and a −1."""
    above, below = item[1], atoms(item[2])
    if number_of(above) != 1 or len(below) != 1:
        return None, None
    at = item.start
    minus_one = Syn("sum", ((-1, Syn("term", (Syn("number", ("1",), at, at),), at, at)),), at, at)
    return below[0], Syn("sup", (minus_one,), at, at)
