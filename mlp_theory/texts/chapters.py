r"""The chapters that come with the package, and their equations by tag: ``6.9`` for ``\tag{6.9}``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mlp_theory.errors import DataError, OptionError
from mlp_theory.texts.items import Item, items_of
from mlp_theory.texts.source.files import read_file
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.syntax.unicode import show

PACKAGE = Path(__file__).parents[1]

THEORY_ONLY = re.compile(r"\((both |all )?theory only\b")
"""Right behind a display: no code computes what it says."""


@dataclass(frozen=True)
class Equation:
    """An equation with a tag.

    Attributes
    ----------
    tag : str
        ``6.9``.
    latex, text : str
        The equation, as LaTeX and for the terminal; of a chain its first side and the one with the tag.
    path : Path
    line : int
    section : str
        The heading that it stands under.
    theory_only : bool
        Whether the chapter says that no code computes it.
    """

    tag: str
    latex: str
    text: str
    path: Path
    line: int
    section: str
    theory_only: bool


def folder_of(name: str) -> Path:
    """A folder that comes with the package: beside it in a checkout, inside it once installed.

    Raises
    ------
    DataError
        When it is in neither place.
    """
    for folder in (PACKAGE / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise DataError(f"There is no folder {name}", expected=f"it beside {PACKAGE.name}, or in it", got="neither")


def chapters() -> list[Path]:
    """The pages of all chapters, in their order."""
    return sorted(folder_of("derivations").glob("[0-9]*.md"))


@cache
def equations() -> dict[str, Equation]:
    """Every equation of the chapters that has a tag, in reading order.

    Raises
    ------
    DataError
        When two equations share a tag.
    """
    found: dict[str, Equation] = {}
    for path in chapters():
        for equation in equations_of(path):
            if equation.tag in found:
                raise DataError(
                    f"Two equations have the tag {equation.tag}",
                    expected="one equation a tag",
                    got=f"{found[equation.tag].path.name} and {path.name}",
                )
            found[equation.tag] = equation
    return found


def equation_of(tag: str) -> Equation:
    """The equation of the chapters with this tag, ``6.9`` or ``(6.9)``.

    Raises
    ------
    OptionError
        When there is none.
    """
    known = equations()
    bare = tag.strip().strip("()").strip()
    if bare not in known:
        near = difflib.get_close_matches(bare, known, n=1, cutoff=0.5)
        raise OptionError(
            "No equation of the chapters has this tag",
            expected=f"a tag such as {next(reversed(known))}",
            got=tag,
            mend=f"did you mean {near[0]}?" if near else None,
        )
    return known[bare]


def equations_of(path: Path) -> Iterator[Equation]:
    """The tagged equations of one page."""
    source = read_file(path)
    for item in items_of(source, {}, "", own=True):
        for k, tag in enumerate(item.statement.tags):
            if tag is not None and item.statement.relations:
                yield _equation(item, k, tag, source, path)


def _equation(item: Item, k: int, tag: str, source: Source, path: Path) -> Equation:
    statement = item.statement
    alone = sum(t is not None for t in statement.tags) == 1
    side = len(statement.sides) - 1 if alone else min(k + 1, len(statement.sides) - 1)
    left, right = statement.sides[0], statement.sides[side]
    relation = statement.relations[0]
    conditions = [condition.latex.text for condition in statement.conditions]
    latex = f"{left.latex.text.strip()} {relation} {right.latex.text.strip()}"
    text = f"{show(left.syn)} {_SIGNS.get(relation, relation)} {show(right.syn)}"
    if conditions:
        latex += r" \quad \text{for } " + ", ".join(conditions)
        text += "   for " + ", ".join(" ".join(show(condition.syn).split()) for condition in statement.conditions)
    line = item.place(side)[0]
    lines = source.text.splitlines()
    heads = [row.lstrip("# ") for row in lines[:line] if row.startswith("#")]
    return Equation(tag, latex, " ".join(text.split(" ")), path, line, heads[-1], _is_theory_only(lines, line))


_SIGNS = {r"\leftarrow": "←"}


def _is_theory_only(lines: list[str], line: int) -> bool:
    """Whether the first words behind the display say so."""
    end = next((k for k in range(line - 1, len(lines)) if lines[k].rstrip().endswith("$$")), len(lines))
    behind = next((row for row in lines[end + 1 :] if row.strip()), "")
    return THEORY_ONLY.match(behind.strip()) is not None
