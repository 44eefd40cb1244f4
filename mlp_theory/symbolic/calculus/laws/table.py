"""The table of algebraic laws: one form of an expression, and the simpler one that equals it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_theory.symbolic.expressions import Call, Node

Rewriting = Callable[[Call], Node | None]


@dataclass(frozen=True)
class AlgebraicLaw:
    """A law of algebra.

    Attributes
    ----------
    name : str
        What a textbook calls it.
    equation : str
        The law as LaTeX.
    rewrite : callable
        The simpler form of an expression that fits; None where it does not fit.
    """

    name: str
    equation: str
    rewrite: Rewriting


LAWS: dict[str, list[AlgebraicLaw]] = {}
"""The laws by the operation at the top of what they rewrite, in the order in which they are tried."""


def law(op: str, name: str, equation: str) -> Callable[[Rewriting], Rewriting]:
    """Enter a law for expressions with this operation at the top."""

    def enter(rewrite: Rewriting) -> Rewriting:
        LAWS.setdefault(op, []).append(AlgebraicLaw(name, equation, rewrite))
        return rewrite

    return enter
