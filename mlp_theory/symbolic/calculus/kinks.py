"""Where functions have kinks: a step about ReLU'(Z) is tested where Z is positive, and where it is negative.

A number z that is positive in all draws would hide that its mask is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mlp_theory.symbolic.book import children
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.numbers import Draw
from mlp_theory.symbolic.expressions import Call, Derivative, Named, Node
from mlp_theory.symbolic.function_record import FUNCTIONS


class Kink(NamedTuple):
    """Where a formula changes: where the entries of an argument pass a number, which is 0 of ReLU(Z) and |Z|."""

    argument: Node
    at: float


def kinks_in(nodes: Sequence[Node]) -> set[Kink]:
    """Those of every function that stands in some expressions; derivatives of a function have its own."""
    out = set()
    for part in al.postorder(*nodes):
        match part:
            case Call("elementwise", (argument,), (name,)):
                at = FUNCTIONS[name].kink
                if at is not None:
                    out.add(Kink(argument, at))
    return out


def visible(*nodes: Node) -> set[Node]:
    """Everything that an expression is written with: of ∂L/∂Z it is Z, and what has a name is one sign."""
    seen, todo = set(nodes), list(nodes)
    while todo:
        part = todo.pop()
        inside = [part.wrt] if isinstance(part, Derivative) else [] if isinstance(part, Named) else children(part)
        for child in inside:
            if child not in seen:
                seen.add(child)
                todo.append(child)
    return seen


def note_sides(draw: Draw, sides: dict[Kink, set[bool]]) -> None:
    """Note for each kink on which sides of it the entries of its argument lie in this draw."""
    for kink, seen in sides.items():
        if len(seen) < 2:
            seen.update(np.unique(draw.value(kink.argument).v > kink.at).tolist())
