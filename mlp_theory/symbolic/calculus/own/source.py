"""The source of a user's function, where it stands alone: for code that repeats a counterexample, or is emitted."""

from __future__ import annotations

import ast
import builtins
import inspect
import keyword
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np


def own_source(name: str, value: Callable[..., Any], arguments: Sequence[str], numpy: str | None = None) -> str | None:
    """``def own_NAME(Z): …`` of what the user gave as `numpy`, or of the source of `value`.

    Parameters
    ----------
    name : str
    value : callable
    arguments : sequence of str
    numpy : str, optional
        An expression in the names of the arguments.

    Returns
    -------
    str or None
        None where the source is not there, or needs more than NumPy as ``np`` and Python's own functions.

    Raises
    ------
    SyntaxError
        When `numpy` is no expression.
    """
    if numpy is not None:
        ast.parse(numpy, mode="eval")
        return _function(name, arguments, f"    return {numpy}")
    found = _definition(value)
    if found is None:
        return None
    if isinstance(found, ast.Lambda):
        source = _function(name, arguments, f"    return {ast.unparse(found.body)}")
    else:
        body = found.body[1:] if ast.get_docstring(found) and len(found.body) > 1 else found.body
        lines = textwrap.indent("\n".join(ast.unparse(statement) for statement in body), "    ")
        source = _function(name, arguments, lines)
    return source if _stands_alone(source) else None


def _function(name: str, arguments: Sequence[str], body: str) -> str:
    head = f"def own_{name}({', '.join(arguments)}):"
    return f'{head}\n    """Compute {name}, as it was registered."""\n{body}\n'


def _definition(value: Callable[..., Any]) -> ast.FunctionDef | ast.Lambda | None:
    """The one function or lambda that its source defines."""
    try:
        text = textwrap.dedent(inspect.getsource(value)).strip()
    except (OSError, TypeError):
        return None
    code = getattr(inspect.unwrap(value), "__code__", None)
    if code is None:
        return None
    for candidate in (text, text.rstrip(","), f"f({text})", f"({text}"):  # a lambda may stand amid other arguments
        try:
            tree = ast.parse(candidate)
        except SyntaxError:
            continue
        if code.co_name != "<lambda>":
            first = tree.body[0]
            return first if isinstance(first, ast.FunctionDef) else None
        names = code.co_varnames[: code.co_argcount]
        lambdas = [part for part in ast.walk(tree) if isinstance(part, ast.Lambda)]
        same = [part for part in lambdas if tuple(a.arg for a in part.args.args) == names]
        here = [part for part in same if _same_code(part, code)]
        return here[0] if here else None
    return None


def _same_code(part: ast.Lambda, code: Any) -> bool:
    """Whether a lambda has the names and numbers of this code: two may stand on one line."""
    compiled = compile(ast.Expression(body=part), "<source>", "eval")
    inner = next((c for c in compiled.co_consts if hasattr(c, "co_code")), None)
    return inner is not None and (inner.co_names, _numbers(inner)) == (code.co_names, _numbers(code))


def _numbers(code: Any) -> list[float]:
    return [constant for constant in code.co_consts if isinstance(constant, (int, float))]


def _stands_alone(source: str) -> bool:
    """Whether it speaks of nothing but its arguments, what it assigns, NumPy as ``np``, and Python's own names."""
    tree = ast.parse(source)
    names = [part for part in ast.walk(tree) if isinstance(part, ast.Name)]
    bound = {part.id for part in names if isinstance(part.ctx, ast.Store)}
    bound |= {part.arg for part in ast.walk(tree) if isinstance(part, ast.arg)}
    free = {part.id for part in names} - bound - {"np"} - set(dir(builtins))
    return not free


def runs_like(source: str, name: str, value: Callable[..., Any], arrays: Sequence[np.ndarray]) -> bool:
    """Whether the source computes what the function does."""
    place: dict[str, Any] = {"np": np}
    try:
        exec(compile(source, f"<{name}>", "exec"), place)  # the user's own code, as they wrote it
        found = place[f"own_{name}"](*(array.copy() for array in arrays))
        return bool(np.allclose(found, value(*arrays), rtol=1e-9, atol=0, equal_nan=True))
    except Exception:  # whatever it raises, it is no source to show
        return False


def is_python_name(name: object) -> bool:
    """Whether code can have it."""
    return (
        isinstance(name, str)
        and len(name) > 1
        and name.isidentifier()
        and name.isascii()
        and not keyword.iskeyword(name)
    )
