"""What a method calls of its own class."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from types import FunctionType
from typing import Any


def called_by(function: FunctionType, owner: type | None) -> Iterator[FunctionType]:
    """What a method calls of its own class, in the order of its lines."""
    if owner is None:
        return
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError):
        return
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(called, key=lambda call: (call.lineno, call.col_offset)):
        match call:
            case ast.Attribute(ast.Name("self"), name):
                found = getattr(owner, name, None)
            case ast.Attribute(ast.Call(ast.Name("super")), name):
                found = _above(owner, function, name)
            case ast.Name("self"):
                found = _above(owner, None, "__call__")
            case _:
                continue
        if inspect.isfunction(found):
            yield found


def _above(owner: type, function: FunctionType | None, name: str) -> Any:
    """What ``super().name`` is in a function of a class or of one that it inherits from; of no function, ``name``."""
    line = owner.__mro__
    if function is not None:
        here = next((k for k, kind in enumerate(line) if function in vars(kind).values()), len(line))
        line = line[here + 1 :]
    return next((vars(kind)[name] for kind in line if name in vars(kind)), None)
