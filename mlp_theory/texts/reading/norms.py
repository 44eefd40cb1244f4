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


def norm(reader: Reader, syn: Syn, scope: Scope) -> Term:
    """``‖x‖``: the root of the sum of the squares of all entries."""
    x = reader.expression(syn[0], scope)
    return call_term("norm", [x], 1, 1, (2,), f"‖{x.show}‖")


def norm_with_scripts(reader: Reader, bare: Syn, scripts: Scripts, scope: Scope) -> Term:
    """A norm: which one its scripts say."""
    x = reader.expression(bare[0], scope)
    kind: int | str = 2
    for word in scripts.words:
        kind = {"F": 2, "∞": "inf", "Fro": 2, "fro": 2, "HS": 2}.get(word, "?")
    for sub in scripts.subs:
        value = number_of(sub)
        letter = base_of(sub)
        if value == 1:
            kind = 1
        elif value == 2:
            kind = "two"
        elif letter is not None and letter.letter == "F":
            kind = 2
        else:
            kind = "?"
    if kind == "?":
        raise UnreadError("no such norm", bare.start)
    powers = [content for k, content in scripts.sups if k == "power"]
    if any(k != "power" for k, _ in scripts.sups) or len(powers) > 1:
        raise UnreadError("a norm with this above it", bare.start)

    def data() -> tuple:
        if kind == "two":
            return (2,) if reader.dims.is_one(x.c) or reader.dims.is_one(x.r) else ("spectral",)
        return (kind,)

    squared = bool(powers) and powers[0] is not None and number_of(powers[0]) == 2
    term = Term(1, 1, lambda: Call("squared norm" if squared else "norm", (x.node(),), data()), f"‖{x.show}‖", (x,))
    if powers and not squared:
        assert powers[0] is not None
        term = power(reader.solver, term, reader.expression(powers[0], scope), bare.start)
    elif squared:
        term.show += "²"
    return term
