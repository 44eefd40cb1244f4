"""Things beside each other, cut by commas or, in a row of a matrix, by ``&``: members, arguments, cells."""

from __future__ import annotations

from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.peeling import ungrouped
from mlp_theory.texts.syntax.syn import Syn


def list_parts(syn: Syn) -> list[Syn]:
    """The members of ``a, b, c``; a single thing is a list of one."""
    syn = ungrouped(syn)
    return [part for part in syn.args if isinstance(part, Syn)] if syn.kind == "list" else [syn]


def arguments(group: Syn) -> list[Syn]:
    """What stands in a bracket, separated by commas: x and y of ``(x, y)``."""
    return list_parts(group[0])


def is_tuple(parens: Syn) -> bool:
    """Whether a list stands in these brackets: ``(x, y)``."""
    return len(arguments(parens)) > 1


def is_dots(part: Syn | None) -> bool:
    """Whether nothing but dots stands here: the … of ``1, …, n``, a cell of a matrix that goes on."""
    items = atoms(part) if part is not None else []
    return len(items) == 1 and items[0].kind == "dots"


def cells_of(row: Syn) -> list[Syn | None]:
    """The cells of a row of a matrix; None where a cell is empty."""
    cells: list[Syn | None] = [None]
    for part in row.args:
        if isinstance(part, Syn):
            cells[-1] = part[0] if part.kind == "cell" else part
        elif str(part) == "&":
            cells.append(None)
    return cells
