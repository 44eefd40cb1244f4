"""A derivation as NumPy: a function of the same letters, that runs as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlp_theory.symbolic.calculus.derivation import Derivation


def function_source(derivation: Derivation, name: str) -> str:
    """The source of a function that returns the loss and all gradients."""
    raise NotImplementedError
