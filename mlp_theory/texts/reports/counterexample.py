"""Where a claim fails, in numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Counterexample:
    """Where a claim fails.

    Attributes
    ----------
    sizes : dict
        The sizes that were drawn, by their names: ``{"n": 4, "K": 3}``.
    entry : tuple of int
        The entry that differs, counted from 1.
    left, right : float
        Its value on both sides.
    numpy : str
        Code that computes both, and can be run as it stands.
    """

    sizes: dict[str, int]
    entry: tuple[int, ...]
    left: float
    right: float
    numpy: str

    def to_json(self) -> dict[str, Any]:
        """What `json.dumps` takes; a value that is no finite number becomes null."""
        return {
            "sizes": {str(name): int(size) for name, size in self.sizes.items()},
            "entry": [int(index) for index in self.entry],
            "left": finite(self.left),
            "right": finite(self.right),
            "numpy": self.numpy,
        }


def finite(number: float | None) -> float | None:
    """JSON has no nan and no infinity."""
    return float(number) if number is not None and math.isfinite(number) else None
