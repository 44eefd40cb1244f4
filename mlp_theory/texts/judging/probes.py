"""Draws that ordinary ones never are: a single sample, zero, large sizes, members at the edge of their domain.

They say something only where a relation fails: it need not be defined there.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlp_theory.symbolic import World
from mlp_theory.symbolic.limits import now
from mlp_theory.texts.judging.draws import HUGE, LARGE, Draws
from mlp_theory.texts.judging.findings import Task
from mlp_theory.texts.judging.members import EDGED
from mlp_theory.texts.judging.needed_sizes import sizes_of

ONES = 6
"""How many sizes are set to 1, one after the other."""

FIRST_OF_ONES, FIRST_OF_PROBES = 1000, 2000
"""The numbers of the first of these draws: such that no other draw has."""

FOR_INEQUALITIES = ("zero", "single", "single", *["exact"] * 6, "boundary", "boundary", "top", "extreme", "extreme")
AT_EDGES = ("exact", "boundary", "extreme")

SHARE = 0.3
"""Of the time that is left, what a draw of large sizes may take."""

MOST_ENTRIES = 20_000
"""Of all letters of a relation whose sizes are huge: a few columns, and no matrix, whose inverse would take long."""


def probes(task: Task, draws: Draws, deadline: float) -> Iterator[World]:
    """All such draws for one relation."""
    names = sizes_of(task, draws.book, draws.dims, draws.infos)
    every = sorted(draws.dims.roots())
    for name in names[:ONES]:
        world = draws.kept_world(FIRST_OF_ONES + every.index(name), name)
        world.deadline = deadline
        yield world
    equation = task.relation == "="
    edges = AT_EDGES if equation and _has_edges(task, draws) else ()
    for number, style in enumerate(edges if equation else FOR_INEQUALITIES):
        draw = FIRST_OF_PROBES + number
        world = draws.kept_world(draw, style=style) if equation else draws.world(draw, style=style)
        world.deadline = deadline
        yield world
    if names and not equation and not draws.book.laws:
        keys = draws.book.keys_of(task.left) | draws.book.keys_of(task.right)
        for least in (LARGE, HUGE):
            world = draws.world(FIRST_OF_PROBES, style="normal", least=least)
            begun = now()
            world.deadline = begun + SHARE * (deadline - begun)
            if least == LARGE or draws.entries(world, keys) <= MOST_ENTRIES:
                yield world


def _has_edges(task: Task, draws: Draws) -> bool:
    """Whether a letter of an equation has members at an edge; a derivative there is a matter of convention."""
    book = draws.book
    if book.has_derivative(task.left) or book.has_derivative(task.right):
        return False
    keys = book.keys_of(task.left) | book.keys_of(task.right)
    return any(draws.infos[key].domain.split()[0] in EDGED for key in keys if key in draws.infos)
