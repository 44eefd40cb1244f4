"""Numbers with which one calculates without any rounding, and where the digits of a number end."""

from __future__ import annotations

import numpy as np

from mlp_theory.symbolic import Node, World
from mlp_theory.symbolic.expressions import Apply, Call, Map
from mlp_theory.texts.judging.findings import Task

NORMAL = float(np.finfo(float).tiny)
"""Below this a number has no longer all its digits."""

GRID, WIDEST, WIDEST_CURVED = 64, 1024.0, 8.0
"""Multiples of 1/64 up to 1024: their sums and products are computed without any rounding.

Up to 8 where a relation has exponentials and the like: beside e^20 rounding loses e^(−20).
"""

CURVED = ("elementwise", "softmax", "logsumexp")


def is_exact(task: Task, world: World) -> bool:
    """Whether the letters of a draw are numbers with which one calculates without rounding."""
    curved = any(_is_curved(part) for side in (task.left, task.right) for part in world.book.made_of(side))
    widest = WIDEST_CURVED if curved else WIDEST
    return all(
        bool(np.all((leaf.v * GRID == np.rint(leaf.v * GRID)) & (np.abs(leaf.v) <= widest)))
        for leaf in world.leaves.values()
    )


def _is_curved(node: Node) -> bool:
    return isinstance(node, (Apply, Map)) or (isinstance(node, Call) and node.op in CURVED)
