"""How a page is checked."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.source.pieces import Source


@dataclass(frozen=True)
class Settings:
    """How a page is checked.

    Attributes
    ----------
    seed : int
        The same seed, the same draws.
    draws : int
        At how many a claim is tested.
    max_seconds : float
        For one equation.
    shared : tuple of Source
        Pages whose notation holds here too.
    require : tuple of str
        What the page must make a claim about that holds.
    """

    seed: int = 0
    draws: int = 12
    max_seconds: float = 5.0
    shared: tuple[Source, ...] = ()
    require: tuple[str, ...] = ()
