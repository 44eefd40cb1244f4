"""Puts other code into one function while a test runs."""

import ast
import inspect
import types
from pathlib import Path


def code_of(function, tree, monkeypatch):
    """Give a function the code of a tree of its own file: it keeps its name, its file and its lines."""
    path = Path(inspect.getsourcefile(function))
    module = compile(ast.fix_missing_locations(tree), str(path), "exec")
    pending = [module]
    while pending:
        code = pending.pop()
        if code.co_name == function.__name__ and code.co_firstlineno == function.__code__.co_firstlineno:
            monkeypatch.setattr(function, "__code__", code)
            return
        pending += [const for const in code.co_consts if isinstance(const, types.CodeType)]
    raise AssertionError(f"{function} has no code in {path}")


def damage(function, old, new, monkeypatch):
    """Put other code into one line of a function."""
    source = Path(inspect.getsourcefile(function)).read_text(encoding="utf-8").splitlines(keepends=True)
    lines, first = inspect.getsourcelines(function)
    here = [k for k in range(first - 1, first - 1 + len(lines)) if old in source[k].partition("#")[0]]
    assert len(here) == 1, f"{old} stands {len(here)} times in {function.__qualname__}"
    source[here[0]] = source[here[0]].replace(old, new)
    code_of(function, ast.parse("".join(source)), monkeypatch)
