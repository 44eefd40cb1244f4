r"""Roots: ``\sqrt{x}``, ``\sqrt[3]{x}``."""

from __future__ import annotations

from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import divided, elementwise_term, number_term
from mlp_theory.texts.shapes.powers import power
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.syn import Syn


def root(reader: Reader, syn: Syn, scope: Scope) -> Term:
    r"""``\sqrt{x}`` entry by entry; ``\sqrt[n]{x}`` as a power."""
    x = reader.expression(syn[-1], scope)
    if len(syn.args) == 1:
        return elementwise_term("sqrt", x)
    degree = reader.expression(syn[0], scope)
    return power(reader.solver, x, divided(reader.solver, number_term(1), degree), syn.start)
