"""Norms: ``‖x‖``, ``‖x‖_1``, ``‖W‖_F^2``."""

from __future__ import annotations

from mlp_theory.symbolic import Call
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import call_term
from mlp_theory.texts.shapes.powers import power
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unread_operations import UnknownOperation, UnreadScript

SPECTRAL = "spectral"


def norm(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """``‖x‖``: the root of the sum of the squares of all entries."""
    x = reader.expression(syn[0], scope)
    return call_term("norm", [x], 1, 1, (2,), f"‖{x.show}‖")


def norm_with_scripts(reader: Reader, syn: Syn, scripts: Scripts, scope: Scope) -> Term:
    """A norm: which one the scripts below say, and the power above."""
    x = reader.expression(syn[0], scope)
    kind = _which(scripts)
    if kind is None:
        raise UnreadError(UnknownOperation("no such norm"), syn.start)
    powers = [content for name, content in scripts.sups if name == "power"]
    if len(powers) != len(scripts.sups) or len(powers) > 1:
        raise UnreadError(UnreadScript("a norm with this above it"), syn.start)
    (exponent,) = powers or [None]
    squared = exponent is not None and number_of(exponent) == 2

    def data() -> tuple:
        if kind == SPECTRAL and (reader.dims.is_one(x.c) or reader.dims.is_one(x.r)):
            return (2,)
        return (kind,)

    op, shown = ("squared norm", f"‖{x.show}‖²") if squared else ("norm", f"‖{x.show}‖")
    term = Term(1, 1, lambda: Call(op, (x.node(),), data()), shown, (x,))
    if exponent is None or squared:
        return term
    return power(reader.solver, term, reader.expression(exponent, scope), syn.start)


def _which(scripts: Scripts) -> int | str | None:
    """1, 2 for Frobenius and Euclid, "inf", or the spectral one, which of a column is Euclid's; None: none of them."""
    kind: int | str | None = 2
    for word in scripts.words:
        kind = {"F": 2, "∞": "inf", "Fro": 2, "fro": 2, "HS": 2}.get(word)
    for sub in scripts.subs:
        letter, value = base_of(sub), number_of(sub)
        is_frobenius = letter is not None and letter.letter == "F"
        kind = 2 if is_frobenius else 1 if value == 1 else SPECTRAL if value == 2 else None
    return kind
