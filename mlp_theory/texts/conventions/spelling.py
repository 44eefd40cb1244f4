"""Writing the names of a page in another way before anything is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from mlp_theory.texts.items import Item
from mlp_theory.texts.syntax.respelling import Change, respelled
from mlp_theory.texts.syntax.syn import Syn

Spelling = Callable[[Syn], Syn]
"""The same mathematics with some of its names written in another way."""


def renamed(change: Change) -> Spelling:
    """The spelling that writes every name as `change` says."""
    return partial(respelled, change=change)


def respell(items: Iterable[Item], spelling: Spelling) -> None:
    """Write the names of all sides and conditions in another way."""
    for item in items:
        statement = item.statement
        for number, side in enumerate(statement.sides):
            if side.syn is not None:
                statement.sides[number] = replace(side, syn=spelling(side.syn))
        for condition in statement.conditions:
            if condition.syn is not None:
                condition.syn = spelling(condition.syn)
