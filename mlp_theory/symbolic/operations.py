"""The table of operations on values: each computes a value, and the magnitude of the terms it adds up."""

from __future__ import annotations

from collections.abc import Callable

from mlp_theory.symbolic.values import Value
from mlp_theory.symbolic.world import Frame

Operation = Callable[[Frame, list[Value], tuple], Value]
OPERATIONS: dict[str, Operation] = {}


def operation(name: str) -> Callable[[Operation], Operation]:
    """Enter an operation under its name."""

    def enter(function: Operation) -> Operation:
        OPERATIONS[name] = function
        return function

    return enter
