"""The smooth function that stands for an arbitrary one at a draw, as a function of Python."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic import World
from mlp_theory.symbolic.arbitrary import smooth_function
from mlp_theory.symbolic.values import Array


class Smooth:
    """The smooth function that a draw has in the place of an arbitrary f, or of f', as a function of Python."""

    def __init__(self, key: str, order: int, world: World):
        slope, waves = smooth_function(world.rng(f"function {key}"))
        self._next = (key, order + 1, world)
        parts = [f"{slope!r} * x", f"{slope!r} + 0 * x"][order : order + 1]
        parts += [f"{a * w**order!r} * np.sin({w!r} * x + {phase + order * np.pi / 2!r})" for a, w, phase in waves]
        self.source = f"lambda x: {' + '.join(parts)}"
        self._call = eval(self.source, {"np": np})  # made of numbers that were drawn

    def __call__(self, x: Array) -> Array:
        """Its values, entry by entry."""
        return self._call(x)

    def derivative(self, x: Array) -> Array:
        """The values of its derivative."""
        return Smooth(*self._next)(x)
