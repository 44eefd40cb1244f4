"""Whether one index picks a row or a column of a matrix: w_k of W, x_i and X_i of X."""

from __future__ import annotations

from typing import Literal

from mlp_theory.symbolic import Dim
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.syn import Syn

Direction = Literal["row", "column"]


def row_or_column(page: Page, matrix: Info, base: Base, index: Syn, scope: Scope, notes: Notes) -> Direction:
    """What one index on a letter picks of the matrix that it is a part of.

    An index that runs as far as one side only of the matrix counts along that side, here or elsewhere on the page.
    Where nothing says how far it runs, it picks a row of a matrix that multiplies from the left, as W in W x: each
    row makes one entry of it. All else is cut as examples are, and so is X_i, which has the letter of X.
    """
    if matrix.base != base:
        for sizes in (_size_here(index, scope, notes), _sizes_elsewhere(page, base)):
            counted = {page.dims.find(size) for size in sizes}
            along_rows, along_columns = (page.dims.find(side) in counted for side in (matrix.r, matrix.c))
            if along_rows != along_columns:
                return "row" if along_rows else "column"
        if matrix.base.key in page.survey.multiplying:
            return "row"
    capitals = {base.also(upper=True, bold=bold).key for bold in (True, False)}
    return "row" if page.habits.rows_are_examples or capitals & page.habits.stacked_rows else "column"


def _size_here(index: Syn, scope: Scope, notes: Notes) -> list[Dim]:
    """How far an index runs at this place, if that is known."""
    base = base_of(index)
    bound = (scope.axes.get(base.letter) or notes.free.get(base.letter)) if base is not None else None
    return [bound[1]] if bound is not None else []


def _sizes_elsewhere(page: Page, base: Base) -> list[Dim]:
    """How far the indices run that the page writes on a letter, where it says so."""
    survey = page.survey
    indices = [texts[0] for texts in survey.subs.get(base.key, []) if len(texts) == 1] + survey.sups.get(base.key, [])
    sizes: list[Dim] = []
    for _, last in [survey.ranges[index] for index in indices if index in survey.ranges]:
        value, name = number_of(last), base_of(last)
        if value is not None:
            sizes.append(int(value))
        elif name is not None and page.dims.known(name.letter):
            sizes.append(name.letter)
    return sizes
