"""Which line of code computes which equation: a comment ``# (6.9)`` behind the line names it."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mlp_theory.texts.chapters import PACKAGE

ROOMS = ("network", "training")
"""The rooms whose lines are tied to the chapters."""

CITATION = re.compile(r"#\s*(\(\d+\.\d+\)(?:,\s*\(\d+\.\d+\))*)\s*(?:$|:)")
"""``# (6.9)``, ``# (2.14), (6.4)``, and words behind a colon."""

TAG = re.compile(r"\((\d+\.\d+)\)")


@dataclass(frozen=True)
class Citation:
    """A line of code, and the equations that it computes.

    Attributes
    ----------
    path : Path
    line : int
        Where the comment stands.
    tags : tuple of str
        Of one value, equations that say the same of it; of several values, the equation of each, in their order.
    function : str
        ``Linear.backward``.
    code : str
        The line, without the comment.
    """

    path: Path
    line: int
    tags: tuple[str, ...]
    function: str
    code: str


@cache
def citations() -> tuple[Citation, ...]:
    """Every citation in the code of the network and of the optimizers."""
    files = [path for room in ROOMS for path in sorted((PACKAGE / room).glob("*.py"))]
    return tuple(citation for path in files for citation in citations_in(path))


def citations_in(path: Path) -> Iterator[Citation]:
    """The citations of one file."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    tree = ast.parse(source)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        found = CITATION.match(token.string) if token.type == tokenize.COMMENT else None
        if found is not None:
            line, column = token.start
            code = lines[line - 1][:column].strip()
            yield Citation(path, line, tuple(TAG.findall(found[1])), function_at(tree, line), code)


def mentions_in(path: Path) -> Iterator[tuple[str, int]]:
    """Every tag that a comment or a text of one file speaks of, and its line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for tag in TAG.findall(line):
            yield tag, number


def function_at(tree: ast.Module, line: int) -> str:
    """The qualified name of the innermost function around a line; empty outside of all."""
    names: list[str] = []
    body: list[ast.stmt] = tree.body
    while True:
        inner = next((s for s in body if s.lineno <= line <= (s.end_lineno or 0)), None)
        if not isinstance(inner, (ast.ClassDef, ast.FunctionDef)):
            return ".".join(names)
        names.append(inner.name)
        body = inner.body
