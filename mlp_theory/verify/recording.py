"""What cited lines of code compute while something runs: their values, in the order in which they came."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NamedTuple

import numpy as np

from mlp_theory.verify.citations import Citation


class Recorded(NamedTuple):
    """One value of one cited line, and an argument of its function that is no longer what it was."""

    citation: Citation
    tag: str
    value: np.ndarray
    changed: str = ""


class Recording(NamedTuple):
    """What the cited lines computed.

    Attributes
    ----------
    values : list of Recorded
        In the order of time, so that the first false one is where the fault is.
    broken : Citation or None
        The line that raised, where one did.
    error : Exception or None
    """

    values: list[Recorded]
    broken: Citation | None = None
    error: Exception | None = None


def record(action: Callable[[], Any], cited: Iterable[Citation]) -> Recording:
    """Run something, and copy what each cited line computed each time that it ran.

    The value of a line is what it assigns, returns, appends to a list or writes into ``out=``; of a list, its last.
    Lines are seen by Python's trace function, so the code runs as it stands; another trace function pauses for that
    time.

    Parameters
    ----------
    action : callable
    cited : iterable of Citation

    Returns
    -------
    Recording
        An error of a cited line is told there; any other is raised.
    """
    recorder = _Recorder(cited)
    before = sys.gettrace()
    sys.settrace(recorder.enter)
    try:
        action()
    except Exception as error:
        if recorder.broken is None or not _led_to(recorder.error, error):
            raise
        return Recording(recorder.found, recorder.broken, error)
    finally:
        sys.settrace(before)
    return Recording(recorder.found)


class _Recorder:
    """Follows the frames of the files with citations."""

    def __init__(self, cited: Iterable[Citation]):
        self.at: dict[str, dict[int, Citation]] = {}
        for citation in cited:
            statement = statement_at(citation.path, citation.line)
            for line in range(statement.lineno, (statement.end_lineno or statement.lineno) + 1):
                self.at.setdefault(str(citation.path), {})[line] = citation
        self.found: list[Recorded] = []
        self.broken: Citation | None = None
        self.error: BaseException | None = None

    def enter(self, frame: FrameType, event: str, arg: Any) -> Callable | None:
        """Watch the functions with a cited line, and no others: the rest runs at full speed."""
        lines = self.at.get(frame.f_code.co_filename)
        if lines is None or not any(line in lines for line in _lines_of(frame.f_code)):
            return None
        return _Watch(self, lines, frame).see

    def breaks(self, citation: Citation, error: BaseException) -> None:
        """Note the line that an error comes from, not those that it passes through."""
        if not _led_to(self.error, error):
            self.broken, self.error = citation, error


class _Watch:
    """One call of one function: the statement that has begun is read when the next one begins."""

    def __init__(self, recorder: _Recorder, lines: dict[int, Citation], frame: FrameType):
        self.recorder, self.lines = recorder, lines
        self.begun: Citation | None = None
        names = frame.f_code.co_varnames[: frame.f_code.co_argcount]
        arrays = {name: frame.f_locals.get(name) for name in names}
        self.given = {name: (a, a.copy()) for name, a in arrays.items() if isinstance(a, np.ndarray)}

    def see(self, frame: FrameType, event: str, arg: Any) -> Callable:
        """The trace function of this call."""
        if event == "line":
            here = self.lines.get(frame.f_lineno)
            if self.begun is not None and (here is not self.begun or _begins(here, frame.f_lineno)):
                self.read(self.begun, frame, None)
            self.begun = here
        elif event == "return" and self.begun is not None:
            self.read(self.begun, frame, arg)
        elif event == "exception" and self.begun is not None:
            self.recorder.breaks(self.begun, arg[1])
            self.begun = None
        return self.see

    def read(self, citation: Citation, frame: FrameType, returned: Any) -> None:
        """Note what a statement has computed; where it left no numbers, it is broken."""
        changed = self.changed_by(statement_at(citation.path, citation.line))
        try:
            value = _value_of(citation, frame, returned)
            values = value if isinstance(value, tuple) else (value,) * len(citation.tags)
            if len(values) < len(citation.tags):
                raise ValueError(f"{len(values)} values for {len(citation.tags)} equations")
            for tag, each in zip(citation.tags, values, strict=False):
                last = each[-1] if isinstance(each, list) else each
                self.recorder.found.append(Recorded(citation, tag, np.array(last, dtype=float), changed))
        except Exception as error:
            self.recorder.breaks(citation, error)
            raise

    def changed_by(self, statement: ast.stmt) -> str:
        """The argument that a statement has changed, beside the one that it says it changes."""
        told = [] if isinstance(statement, ast.Return) else ast.walk(target_of(statement))
        written = {node.id for node in told if isinstance(node, ast.Name)}
        for name, (array, before) in self.given.items():
            if name not in written and not np.array_equal(array, before, equal_nan=array.dtype.kind == "f"):
                return name
        return ""


def _led_to(cause: BaseException | None, error: BaseException) -> bool:
    """Whether an error is the one that was seen, or was raised because of it."""
    while error is not cause:
        if error.__context__ is None:
            return False
        error = error.__context__
    return True


def _lines_of(code: CodeType) -> set[int]:
    return {line for _, _, line in code.co_lines() if line is not None}


def _begins(citation: Citation | None, line: int) -> bool:
    """Whether this is the first line of the statement of a citation: a loop has come to it again."""
    return citation is not None and statement_at(citation.path, citation.line).lineno == line


def _value_of(citation: Citation, frame: FrameType, returned: Any) -> Any:
    """What a statement assigned, returned, appended or wrote into ``out=``."""
    statement = statement_at(citation.path, citation.line)
    if isinstance(statement, ast.Return):
        return returned
    target = target_of(statement)
    return eval(ast.unparse(target), frame.f_globals, frame.f_locals)  # an expression of the code itself


def target_of(statement: ast.stmt) -> ast.expr:
    """Where a statement leaves its value; of a call of ``append``, the list.

    Raises
    ------
    ValueError
        When it leaves none: nothing can be held against an equation there.
    """
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        return statement.targets[0]
    if isinstance(statement, (ast.AugAssign, ast.AnnAssign)):
        return statement.target
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        call = statement.value
        out = next((keyword.value for keyword in call.keywords if keyword.arg == "out"), None)
        if out is not None:
            return out
        if isinstance(call.func, ast.Attribute) and call.func.attr == "append":
            return call.func.value
    raise ValueError(f"line {statement.lineno} computes no value: {ast.unparse(statement)}")


def statement_at(path: Path, line: int) -> ast.stmt:
    """The innermost statement of a file that a line belongs to."""
    return _statements(path)[line]


@cache
def _statements(path: Path) -> dict[int, ast.stmt]:
    found: dict[int, ast.stmt] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):  # outer ones first
        if isinstance(node, ast.stmt):
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                found[line] = node
    return found
